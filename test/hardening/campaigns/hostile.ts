import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { deepCopy } from 'n8n-workflow';

import { runNode } from '../../support/runNode';
import { FaultyDoor, type SeenRequest } from '../server/door';
import { trap } from '../server/trap';
import type { Scene, Step, Subject } from '../subjects/subject';
import { hostileValues } from '../world/hostileValues';
import { wholeText, type SecretWatch } from '../world/secrets';
import type { Tally } from '../world/tally';
import { objectionsToText } from '../world/texts';
import { failureIn, FILE } from './run';

/** Random values that each parameter gets besides the known ones. */
const RANDOM = 8;

/** A value that leads to more requests than this has run away. */
const MOST_REQUESTS = 100;

/** Where a text stands in a form. */
export type Place = readonly string[];

const FIXED = ['resource', 'operation', '__rl', 'mode', 'mappingMode', 'matchingColumns', 'schema'];

/** Every parameter of a step that takes a text. */
export function placesOf(parameters: unknown, at: Place = []): Place[] {
	if (typeof parameters === 'string' || typeof parameters === 'number') return [at];
	if (typeof parameters !== 'object' || parameters === null) return [];
	return Object.entries(parameters)
		.filter(([name]) => !FIXED.includes(name))
		.flatMap(([name, inner]) => placesOf(inner, [...at, name]));
}

function withValue(parameters: INodeParameters, place: Place): INodeParameters {
	const copy = deepCopy(parameters);
	const holder = place
		.slice(0, -1)
		.reduce<IDataObject>((at, name) => at[name] as IDataObject, copy as IDataObject);
	holder[place[place.length - 1]] = '={{ $json.v }}';
	return copy;
}

/** One parameter with every hostile value, an item each; every value is a case. */
export async function tryPlace(
	{ subject, scene, secrets, allowed }: HostileWhere,
	step: Step,
	place: Place,
	tally: Tally,
): Promise<void> {
	const values = hostileValues(placeSeed(step, place), RANDOM);
	const door = await FaultyDoor.open(scene.url, scene.refusalBody);
	const caughtBefore = trap.caught;
	try {
		const { items, error } = await runNode(subject.node(), {
			parameters: withValue(step.parameters(), place),
			credentials: scene.credentials(door.url),
			items: values.map((v) => ({ json: { v } as IDataObject, binary: FILE })),
			continueOnFail: true,
		});
		const ofRun = [
			...(error ? [`the whole run stopped: ${error.message}`] : []),
			...(door.seen.length > MOST_REQUESTS * values.length ? ['the run ran away'] : []),
			...(trap.caught > caughtBefore ? ['another host was reached'] : []),
			...('polluted' in {} ? ['every object was changed'] : []),
			...door.seen.flatMap((request) => objectionsToRequest(request, step, allowed)),
			...(secrets.isClean(step.name, wholeText(items)) ? [] : ['the key can be read']),
		];
		values.forEach((value, index) => {
			const failed = items
				.filter(({ pairedItem }) => (pairedItem as { item: number })?.item === index)
				.map(failureIn)
				.find((one) => one !== undefined);
			const name = `${subject.service} ${step.name}: ${place.join('.')} = ${shown(value)}`;
			const own = failed
				? objectionsToText(
						failed.message,
						failed.description,
						typeof value === 'string' ? value : '',
					)
				: [];
			tally.add(`${subject.service} hostile values`, name, [...(index === 0 ? ofRun : []), ...own]);
		});
	} finally {
		await door.close();
		scene.forget();
	}
}

export interface HostileWhere {
	subject: Subject;
	scene: Scene;
	secrets: SecretWatch;
	/** Endpoints that any operation of the service may reach. */
	allowed: readonly string[];
}

/** A request goes to an endpoint that the operation's own table names; reads also to another's. */
function objectionsToRequest(
	{ method, path, headers }: SeenRequest,
	step: Step,
	allowed: readonly string[],
): string[] {
	const endpoints = method === 'GET' ? allowed : step.endpoints;
	const isKnown = endpoints.some((endpoint) => fits(endpoint, method, path.split('?')[0]));
	return [
		...(isKnown ? [] : [`sent ${method} ${path.slice(0, 200)}`]),
		...('x-injected' in headers ? ['a header was injected'] : []),
	];
}

const segmentsOf = (path: string): string[] => path.replace(/^\/|\/$/g, '').split('/');

function fits(endpoint: string, method: string, path: string): boolean {
	const [wanted, template] = endpoint.split(' ');
	if (wanted !== method) return false;
	const [parts, given] = [segmentsOf(template), segmentsOf(path)];
	return (
		parts.length === given.length &&
		parts.every((part, index) =>
			part.startsWith('{')
				? given[index] !== ''
				: part.toLowerCase() === given[index].toLowerCase(),
		)
	);
}

const shown = (value: unknown): string => (JSON.stringify(value) ?? 'undefined').slice(0, 60);

function placeSeed({ name }: Step, place: Place): number {
	return [...`${name} ${place.join('.')}`].reduce(
		(sum, letter) => (Math.imul(sum, 31) + letter.charCodeAt(0)) | 0,
		7,
	);
}
