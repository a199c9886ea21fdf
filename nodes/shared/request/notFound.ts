import { NodeApiError } from 'n8n-workflow';

const hasStatus = (error: unknown, status: string): error is NodeApiError =>
	error instanceof NodeApiError && error.httpCode === status;

/** Whether the service said that there is no such thing. */
export const isNotFound = (error: unknown): error is NodeApiError => hasStatus(error, '404');

const unless =
	(status: string) =>
	async <T>(response: Promise<T>): Promise<T | undefined> =>
		await response.catch(
			async (error: Error) => await (hasStatus(error, status) ? undefined : Promise.reject(error)),
		);

/**
 * What a read gives; undefined where the service says that there is no such thing.
 * @throws what else goes wrong with it
 */
export const unlessNotFound = unless('404');

/**
 * What a request gives; undefined where the service did not accept what was sent, and so changed nothing.
 * @throws what else goes wrong with it
 */
export const unlessRefused = unless('400');
