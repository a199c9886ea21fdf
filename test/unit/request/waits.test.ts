import {
	StoppedError,
	unlessStopped,
	waitUnlessStopped,
} from '../../../nodes/shared/request/waits';

describe('work that somebody may stop', () => {
	it('gives what it gives, with a signal or without', async () => {
		const { signal } = new AbortController();
		expect(await unlessStopped(Promise.resolve(5))).toBe(5);
		expect(await unlessStopped(Promise.resolve(5), signal)).toBe(5);
	});

	it('throws what it throws', async () => {
		const { signal } = new AbortController();
		const broken = async () => await Promise.reject(new Error('broken'));
		await expect(unlessStopped(broken())).rejects.toThrow('broken');
		await expect(unlessStopped(broken(), signal)).rejects.toThrow('broken');
	});

	it('ends at once when it is stopped, and when it was stopped before', async () => {
		const stop = new AbortController();
		const never = new Promise<never>(() => undefined);
		const stopped = unlessStopped(never, stop.signal);
		stop.abort();
		await expect(stopped).rejects.toBeInstanceOf(StoppedError);
		await expect(unlessStopped(never, stop.signal)).rejects.toBeInstanceOf(StoppedError);
	});

	it('does not listen to the signal any longer than it lasts', async () => {
		const { signal } = new AbortController();
		const added = jest.spyOn(signal, 'addEventListener');
		const removed = jest.spyOn(signal, 'removeEventListener');
		await unlessStopped(Promise.resolve(5), signal);
		await Promise.resolve();
		const [name, listener] = added.mock.calls[0];
		expect(name).toBe('abort');
		expect(removed).toHaveBeenCalledWith('abort', listener);
	});
});

describe('a wait', () => {
	it('passes', async () => {
		await expect(waitUnlessStopped(1)).resolves.toBeUndefined();
	});

	it('ends when somebody stops the execution, before its time', async () => {
		const stop = new AbortController();
		const wait = waitUnlessStopped(3_000, stop.signal);
		stop.abort();
		await expect(wait).rejects.toBeInstanceOf(StoppedError);
	});
});
