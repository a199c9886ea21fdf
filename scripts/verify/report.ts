import type { Finding } from './fact';

/** A service's findings, line by line: first what differs, then the rest, then the numbers. */
export function reportOf(service: string, findings: readonly Finding[]): string[] {
	const order: ReadonlyArray<Finding['verdict']> = [
		'differs',
		'cannot be told',
		'not asked',
		'as the sandbox',
	];
	const sorted = order.flatMap((wanted) => findings.filter(({ verdict }) => verdict === wanted));
	const counts = order.map((wanted) => {
		const count = findings.filter(({ verdict }) => verdict === wanted).length;
		return `${count} ${wanted}`;
	});
	return [service, ...sorted.map(lineOf), `${service}: ${counts.join(', ')}`];
}

function lineOf({ name, about, verdict, why, ...said }: Finding): string {
	const head = `  ${verdict === 'differs' ? 'DIFFERS' : verdict}  ${name} (${about})`;
	const documented = said.documented ?? 'not said';
	const readings = `documented: ${documented}; sandbox: ${said.sandbox}`;
	const service = said.service === undefined ? why : `service: ${said.service}`;
	return `${head}\n    ${readings}; ${service}`;
}
