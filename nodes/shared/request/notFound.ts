import { NodeApiError } from 'n8n-workflow';

/** Whether the service said that there is no such thing. */
export const isNotFound = (error: unknown): error is NodeApiError =>
	error instanceof NodeApiError && error.httpCode === '404';
