import type { INode } from 'n8n-workflow';

import { apiError, withTries } from '../../../nodes/shared/request/apiError';
import type { ApiFailure } from '../../../nodes/shared/request/types';

const node = { name: 'Node', type: 'any', typeVersion: 1, position: [0, 0] } as unknown as INode;

const errorOf = (failure: ApiFailure, status?: number, retryAfterMs?: number) =>
	apiError(node, failure, ['the-secret-key'], status, retryAfterMs);

describe('an error', () => {
	it('says what happened, what to do, and the status', () => {
		const error = errorOf({ message: 'Refused', description: 'Ask again.' }, 429);
		expect(error).toMatchObject({ message: 'Refused', description: 'Ask again.', httpCode: '429' });
		expect(errorOf({ message: 'Refused' }).httpCode).toBeNull();
	});

	it('shows no secret in either', () => {
		const text = 'the-secret-key and Basic dGhlLXNlY3JldA== twice: the-secret-key';
		const { message, description } = errorOf({ message: text, description: `Said ${text}` });
		expect(message).toBe('… and Basic … twice: …');
		expect(description).toBe('Said … and Basic … twice: …');
	});

	it('is short enough to be read', () => {
		const { message, description } = errorOf({
			message: 'm'.repeat(281),
			description: 'd'.repeat(1_501),
		});
		expect(message).toBe(`${'m'.repeat(280)}…`);
		expect(description).toBe(`${'d'.repeat(1_500)}…`);
		expect(errorOf({ message: 'm'.repeat(280) }).message).toBe('m'.repeat(280));
	});

	it.each([
		['rate-limited', 5_000, { cause: 'rate-limited', retryAfterMs: 5_000 }],
		['quota-exhausted', 5_000, { cause: 'quota-exhausted', retryAfterMs: 5_000 }],
		['temporarily-unavailable', 5_000, { cause: 'temporarily-unavailable', retryAfterMs: 5_000 }],
		['temporarily-unavailable', 0, { cause: 'temporarily-unavailable' }],
		['temporarily-unavailable', undefined, { cause: 'temporarily-unavailable' }],
		['credential-invalid', 5_000, { cause: 'credential-invalid' }],
	] as const)('tells n8n why, for its polls: %s, %s', (cause, retryAfterMs, failure) => {
		expect(errorOf({ message: 'Refused', cause }, 429, retryAfterMs)).toMatchObject({ failure });
	});

	it('says that it was tried again, if it was', () => {
		const failure = { message: 'Refused', description: 'Ask again.' };
		expect(withTries(failure, 1)).toBe(failure);
		expect(withTries(failure, 3).description).toBe('It was tried 3 times. Ask again.');
		expect(withTries({ message: 'Refused' }, 2).description).toBe('It was tried 2 times.');
	});
});
