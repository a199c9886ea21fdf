import type { Reply } from '../../shared/http';
import type { Call } from '../call';
import type { Endpoint } from '../spec';
import { activityBehaviours } from './activities';
import { categoryBehaviours } from './categories';
import { childBehaviours } from './children';
import { create, list, read, remove, update } from './collection';
import { commentBehaviours } from './comments';
import { customFieldBehaviours } from './customFields';
import { documentBehaviours } from './documents';
import { fileBehaviours } from './files';
import { followBehaviours } from './follows';
import { imageBehaviours } from './images';
import { linkBehaviours } from './links';
import { marketingBehaviours } from './marketing';
import { opportunityBehaviours } from './opportunities';
import { partBehaviours } from './collections';
import { pipelineBehaviours } from './pipelines';
import { search, searchByTag } from './search';
import { singleBehaviours } from './singles';
import { tagBehaviours } from './tags';
import { teamBehaviours } from './teams';
import { ticketBehaviours } from './tickets';
import { translationBehaviours } from './translations';

/** Does what one operation does. @throws Refusal */
export type Behaviour = (call: Call) => Reply;

/**
 * What operations do, by verb and path. A star stands for any collection; a row that names its collection wins.
 */
const behaviours: Readonly<Record<string, Behaviour>> = {
	'GET /*': list,
	'POST /*': create,
	'PUT /*': update,
	'GET /*/{id}': read,
	'DELETE /*/{id}': remove,
	'GET /*/Search': search,
	'GET /*/SearchByTag': searchByTag,
	...activityBehaviours,
	...categoryBehaviours,
	...childBehaviours,
	...commentBehaviours,
	...customFieldBehaviours,
	...documentBehaviours,
	...fileBehaviours,
	...followBehaviours,
	...imageBehaviours,
	...linkBehaviours,
	...marketingBehaviours,
	...opportunityBehaviours,
	...partBehaviours,
	...pipelineBehaviours,
	...singleBehaviours,
	...tagBehaviours,
	...teamBehaviours,
	...ticketBehaviours,
	...translationBehaviours,
};

/**
 * The behaviour of an operation.
 * @throws Error when there is none, so that no operation of the specification can be forgotten
 */
export function behaviourOf(endpoint: Endpoint): Behaviour {
	const key = keyOf(endpoint);
	if (!behaviours[key]) throw new Error(`No behaviour for ${endpoint.method} ${endpoint.path}`);
	return behaviours[key];
}

/** Rows of the table above that no operation uses. */
export function unusedBehaviours(endpoints: readonly Endpoint[]): string[] {
	const used = new Set(endpoints.map(keyOf));
	return Object.keys(behaviours).filter((key) => !used.has(key));
}

function keyOf({ method, path }: Endpoint): string {
	const own = `${method} ${path}`;
	return own in behaviours ? own : `${method} ${path.replace(/^\/[^/]+/, '/*')}`;
}
