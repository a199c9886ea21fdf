import { NodeApiError } from 'n8n-workflow';

/** Whether the service said that there is no such thing. */
export const isNotFound = (error: unknown): error is NodeApiError =>
	error instanceof NodeApiError && error.httpCode === '404';

/**
 * What a read gives; undefined where the service says that there is no such thing.
 * @throws what else goes wrong with it
 */
export const unlessNotFound = async <T>(reading: Promise<T>): Promise<T | undefined> =>
	await reading.catch(
		async (error: Error) => await (isNotFound(error) ? undefined : Promise.reject(error)),
	);
