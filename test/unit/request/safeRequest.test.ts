import { pathSegment, requireSafeRequest } from '../../../nodes/shared/request/safeRequest';
import { secretsIn, withoutSecrets } from '../../../nodes/shared/request/secrets';
import { owns } from '../../../nodes/shared/request/rows';

describe('a variable part of a path', () => {
	it.each(['', ' ', '.', '..', '%2e', '%2E%2e', '%252e%252E', '.%2e', ' .. ', '\ud800'])(
		'is refused where it would lead to another address: %j',
		(text) => expect(() => pathSegment(text)).toThrow('cannot stand in an address'),
	);

	it.each([
		['a/b', 'a%2Fb'],
		['../x', '..%2Fx'],
		['...', '...'],
		['1?x=1#y', '1%3Fx%3D1%23y'],
		['..\\..', '..%5C..'],
		[12, '12'],
	])('stays one part: %j', (value, encoded) => expect(pathSegment(value)).toBe(encoded));
});

describe('a request', () => {
	it.each([
		'/Contacts/1/ImageField/..',
		'/api/projects/1/query/../',
		'/Contacts//Tags',
		'Contacts',
	])('does not leave for a path that would not stay as it is: %s', (path) =>
		expect(() => requireSafeRequest({ method: 'DELETE', path })).toThrow('is not an address'),
	);

	it.each(['/Contacts', '/Contacts/1', '/api/projects/1/insights/', '/v3.1/Contacts/a.b'])(
		'leaves for a path that does: %s',
		(path) => expect(() => requireSafeRequest({ method: 'GET', path })).not.toThrow(),
	);

	it.each(['W/"1"\r\nX-Injected: yes', 'a\nb', 'a\0b'])(
		'does not leave with a header of several lines: %j',
		(tag) => {
			const headers = { 'If-Match': tag };
			const send = () => requireSafeRequest({ method: 'PUT', path: '/Contacts', headers });
			expect(send).toThrow('The value for If-Match has more than one line');
		},
	);
});

describe('what a server says', () => {
	const secrets = secretsIn({
		apiKey: 'abcdef-123/4',
		apiUrl: 'https://api.example.com/token',
		oauthTokenData: { access_token: 'tok-456789', scope: 'all' },
		region: 'selfHosted',
	} as never);

	it('is shown without the secrets of the credential, in every spelling', () => {
		const said =
			'key abcdef-123/4, abcdef-123%2F4 of selfHosted, Basic YWJjZGVmOg==, Bearer tok-456789';
		const shown = withoutSecrets(said, secrets);
		expect(shown).toBe('key …, … of selfHosted, Basic …, Bearer …');
	});
});

describe('a custom field', () => {
	it('may be called constructor', () => {
		expect(owns({}, 'constructor')).toBe(false);
		expect(owns({ constructor: 1 }, 'constructor')).toBe(true);
	});
});
