import { readOptions } from '../../scripts/start/options';

describe('the options of npm start', () => {
	it('uses the usual ports and creates nothing by itself when nothing is said', () => {
		expect(readOptions([], {})).toEqual({
			check: false,
			summary: false,
			fresh: false,
			help: false,
			sync: false,
			port: 5678,
			sandboxPort: 4010,
			spotlerPort: 4011,
			postHogPort: 4012,
			brokerPort: 5679,
		});
	});

	it('takes free ports for a check, unless a port is named', () => {
		const options = readOptions(['--check', '--sandbox-port', '4100'], {});
		expect(options).toMatchObject({
			...{ check: true, port: 0, sandboxPort: 4100 },
			...{ spotlerPort: 0, postHogPort: 0, brokerPort: 0 },
		});
	});

	it('lets a flag win over the environment variable', () => {
		const environment = { START_PORT: '6000', START_BROKER_PORT: '6001' };
		const options = readOptions(['--port=7000'], environment);
		expect(options).toMatchObject({ port: 7000, brokerPort: 6001 });
	});

	it('gives each sandbox a port of its own choosing', () => {
		const options = readOptions(['--spotler-port', '4200'], { START_POSTHOG_PORT: '4300' });
		expect(options).toMatchObject({ sandboxPort: 4010, spotlerPort: 4200, postHogPort: 4300 });
	});

	it('creates a contact every minute with --demo, or as often as it says', () => {
		expect(readOptions(['--demo'], {}).demoEverySeconds).toBe(60);
		expect(readOptions(['--demo', '15', '--fresh'], {})).toMatchObject({
			demoEverySeconds: 15,
			fresh: true,
		});
		expect(readOptions(['--demo', '--fresh'], {})).toMatchObject({
			demoEverySeconds: 60,
			fresh: true,
		});
	});

	it.each([
		[['--prot', '1'], '"--prot" is not a flag of npm start'],
		[['--port'], '--port needs a whole number from 0 to 65535, not ""'],
		[['--port', 'http'], '--port needs a whole number from 0 to 65535, not "http"'],
		[['--port', '70000'], '--port needs a whole number from 0 to 65535, not "70000"'],
		[['--demo', '0'], '--demo needs a whole number from 1 to 86400, not "0"'],
	])('says what is wrong with %j', (args, message) => {
		expect(() => readOptions(args, {})).toThrow(message);
	});

	it('says which environment variable holds no port number', () => {
		expect(() => readOptions([], { START_SANDBOX_PORT: 'x' })).toThrow(
			'START_SANDBOX_PORT needs a whole number',
		);
	});
});
