import type { Change, History, Step } from './history';

const TIMES: Record<number, string> = {
	30: 'a moment',
	900: 'nearly a second',
	5_000: 'five seconds',
	60_000: 'a minute',
	600_000: 'ten minutes',
	3_600_000: 'an hour',
};

function happening(change: Change): string {
	switch (change.kind) {
		case 'create':
			return `${change.count} created`;
		case 'import':
			return `an import of more than ${change.pages} pages, all of one moment`;
		case 'update':
			return `${change.count} changed, from record ${change.pick} on`;
		case 'touch':
			return `record ${change.pick} changed in another field`;
		case 'delete':
			return `record ${change.pick} deleted`;
		case 'restore':
			return `deleted record ${change.pick} brought back`;
		case 'misdate':
			return `record ${change.pick} changed, with a date in the far future`;
		case 'create late':
			return `one created that answers show late (${change.share} of the look-back)`;
		case 'update late':
			return `record ${change.pick} changed, which answers show late (${change.share} of the look-back)`;
		case 'wait':
			return `${TIMES[change.ms] ?? `${change.ms} ms`} pass`;
	}
}

const meanwhile = (during: readonly Change[]): string =>
	during.length === 0 ? '' : `; meanwhile ${during.map(happening).join(', ')}`;

const CRASHES = {
	beforeSaving: 'before anything is saved',
	afterState: 'between state and execution',
	afterExecution: 'between execution and state',
};

function telling(step: Step): string {
	switch (step.kind) {
		case 'change':
			return happening(step.change);
		case 'poll':
			return `${step.crash ? `poll, n8n is killed ${CRASHES[step.crash]}` : 'poll'}${meanwhile(step.during)}`;
		case 'fault':
			return `poll; after ${step.after} answers ${step.count === 1 ? 'one is' : 'all are'} ${step.how}${meanwhile(step.during)}`;
		case 'overlap':
			return 'two polls at the same time';
		case 'off and on':
			return `workflow off, then on again${meanwhile(step.during)}`;
		case 'rename':
			return `node renamed to "${step.name}"`;
		case 'swap':
			return `another credential (${step.id}) with the same key`;
		case 'filter':
			return `a filter that lets everything through is ${step.isOn ? 'set' : 'removed'}`;
		case 'event':
			return `the event is changed to ${step.event}`;
		case 'move':
			return 'the credential is changed to another account';
		case 'clock':
			return step.whose === 'n8n'
				? `n8n's clock set to ${step.to / 60_000} minutes ahead`
				: `the service's clock set to ${step.to} of the look-back ahead`;
		default:
			return step.kind;
	}
}

/** A history as a story that people can read. */
export function tell(history: History): string {
	const { service, event, isWatching, hasTwin, maxRows, zone, startsAt, before, steps } = history;
	const form = [
		event,
		...(isWatching ? ['one field watched'] : []),
		...(hasTwin ? ['two triggers in the workflow'] : []),
		`at most ${maxRows} a poll`,
		...(zone === 'UTC' ? [] : [`dates of ${zone}`]),
	];
	return [
		`${service}: ${form.join(', ')}; ${before} records, ${new Date(startsAt).toISOString()}`,
		...steps.map((step, index) => `  ${index + 1}. ${telling(step)}`),
	].join('\n');
}
