import { sleep } from 'n8n-workflow';

/** Thrown where a wait ended because the execution was stopped. */
export class StoppedError extends Error {}

/**
 * What `work` gives, as long as nobody stops the execution; work that is under way then goes on unwatched.
 * @throws StoppedError as soon as the signal says stop; what `work` throws
 */
export async function unlessStopped<T>(work: Promise<T>, signal?: AbortSignal): Promise<T> {
	if (!signal) return await work;
	return await new Promise<T>((resolve, reject) => {
		const stop = () => reject(new StoppedError());
		if (signal.aborted) stop();
		signal.addEventListener('abort', stop, { once: true });
		const leave = () => signal.removeEventListener('abort', stop);
		work.then(resolve, reject).finally(leave);
	});
}

/**
 * Waits so many milliseconds.
 * @throws StoppedError as soon as the execution is stopped
 */
export const waitUnlessStopped = async (
	milliseconds: number,
	signal?: AbortSignal,
): Promise<void> => await unlessStopped(sleep(milliseconds), signal);
