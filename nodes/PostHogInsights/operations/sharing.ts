import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import type { ItemContext } from '../../shared/form/itemContext';
import { rowsOf } from '../../shared/request/rows';
import type { Endpoint, Operation, OperationResult } from '../../shared/operations/types';
import type { ApiClient } from '../../shared/request/client';
import type { ApiRequest } from '../../shared/request/types';
import { byNumber, insightPath, LOOK_UP, readInsight } from '../resources/insightRef';
import { deletedPasswordOutput, passwordOutput, sharingOutput } from '../output/outputFields';
import { jsonObjectOption } from './jsonOption';

const SHARING = '/api/projects/{project_id}/insights/{insight_id}/sharing';

/** Sharing knows insights by their number only. */
const sharingPath = async (item: ItemContext, client: ApiClient, below = ''): Promise<string> =>
	`${insightPath(await byNumber(item, client, readInsight(item)), 'sharing')}${below}`;

/** Addresses that the token opens, as PostHog's own pages build them. Without sharing they lead nowhere. */
function withAddresses(sharing: IDataObject, origin: string): IDataObject {
	const { access_token: token, enabled } = sharing;
	if (typeof token !== 'string' || enabled !== true) return sharing;
	return {
		...sharing,
		share_url: `${origin}/shared/${token}`,
		embed_url: `${origin}/embedded/${token}`,
		image_url: `${origin}/shared/${token}.png`,
	};
}

const sharingItems = (
	{ response }: OperationResult,
	_item: ItemContext,
	client: ApiClient,
): INodeExecutionData[] =>
	rowsOf(response?.body).map((row) => ({ json: withAddresses(row, client.baseUrl) }));

type About = Pick<Operation, 'value' | 'name' | 'action' | 'description'> & {
	endpoint: Endpoint;
	parameters?: readonly string[];
	outputFields?: Operation['outputFields'];
};

/** An operation of one request to an insight's sharing; those that write to the same insight take turns. */
const sharingOperation = (
	{ endpoint, parameters = [], outputFields = sharingOutput, ...about }: About,
	request: (item: ItemContext, client: ApiClient) => Promise<ApiRequest>,
): Operation => ({
	...about,
	endpoints: [endpoint, LOOK_UP],
	outputFields,
	parameters: ['project', 'insight', ...parameters],
	mutexKey: (item) =>
		endpoint.startsWith('GET')
			? undefined
			: `sharing ${item.locator('project')} ${item.locator('insight')}`,
	preSend: request,
	postReceive: sharingItems,
});

export const getSharing = sharingOperation(
	{
		value: 'get',
		name: 'Get',
		action: 'Get sharing of insight',
		description: 'Read whether an insight is shared, its public addresses and its passwords',
		endpoint: `GET ${SHARING}`,
	},
	async (item, client) => ({ method: 'GET', path: await sharingPath(item, client) }),
);

/** PATCH is missing on the public page, but is what PostHog's own pages use. */
export const enableSharing = sharingOperation(
	{
		value: 'enable',
		name: 'Enable',
		action: 'Enable sharing of insight',
		description: 'Make an insight public by an address that nobody can guess',
		endpoint: `PATCH ${SHARING}`,
		parameters: ['sharingOptions'],
	},
	async (item, client) => ({
		method: 'PATCH',
		path: await sharingPath(item, client),
		body: { enabled: true, ...sharingValues(item) },
		idempotent: true,
	}),
);

/** Which settings exist depends on the version; PostHog drops those that it does not know. */
function sharingValues(item: ItemContext): IDataObject {
	const { passwordRequired } = item.collection('options');
	const settings = jsonObjectOption(item, 'settings', 'Settings', '{"legend": true}');
	return {
		...(typeof passwordRequired === 'boolean' ? { password_required: passwordRequired } : {}),
		...(settings ? { settings } : {}),
	};
}

export const disableSharing = sharingOperation(
	{
		value: 'disable',
		name: 'Disable',
		action: 'Disable sharing of insight',
		description: 'Close the public address of an insight',
		endpoint: `PATCH ${SHARING}`,
	},
	async (item, client) => ({
		method: 'PATCH',
		path: await sharingPath(item, client),
		body: { enabled: false },
		idempotent: true,
	}),
);

export const rotateToken = sharingOperation(
	{
		value: 'rotateToken',
		name: 'Rotate Token',
		action: 'Rotate token of shared insight',
		description: 'Give the insight a new public address; the old one stops working',
		endpoint: `POST ${SHARING}/refresh`,
	},
	async (item, client) => ({ method: 'POST', path: await sharingPath(item, client, '/refresh') }),
);

const SHORTEST_PASSWORD = 8;
const LONGEST_NOTE = 100;

/** The body that the public page prints is another endpoint's; this one is from PostHog's sharing API. */
export const createPassword = sharingOperation(
	{
		value: 'createPassword',
		name: 'Create Password',
		action: 'Create password for shared insight',
		description: 'Add a password to a shared insight; it is shown this once only',
		endpoint: `POST ${SHARING}/passwords`,
		parameters: ['passwordFields'],
		outputFields: passwordOutput,
	},
	async (item, client) => {
		const { password, note } = item.collection('options');
		const secret = String(password ?? '');
		const remark = String(note ?? '');
		if (secret !== '' && secret.length < SHORTEST_PASSWORD) {
			throw item.refuse(
				'The password is too short',
				`It needs at least ${SHORTEST_PASSWORD} characters. Leave it empty to have PostHog make one up.`,
			);
		}
		if (remark.length > LONGEST_NOTE) {
			throw item.refuse(
				`The note has ${remark.length} characters`,
				`At most ${LONGEST_NOTE} are possible.`,
			);
		}
		return {
			method: 'POST',
			path: await sharingPath(item, client, '/passwords'),
			body: {
				...(secret ? { raw_password: secret } : {}),
				...(remark ? { note: remark } : {}),
			},
		};
	},
);

export const deletePassword: Operation = {
	...sharingOperation(
		{
			value: 'deletePassword',
			name: 'Delete Password',
			action: 'Delete password of shared insight',
			description: 'Take a password away from a shared insight',
			endpoint: `DELETE ${SHARING}/passwords/{password_id}`,
			parameters: ['passwordId'],
			outputFields: deletedPasswordOutput,
		},
		async (item, client) => {
			const id = item.text('passwordId');
			if (!/^\d{1,12}$/.test(id)) {
				throw item.refuse(
					id === ''
						? 'The password ID is missing'
						: `"${id.slice(0, 60)}" is not the ID of a password`,
					'Sharing: Get lists the passwords with their IDs.',
				);
			}
			return { method: 'DELETE', path: await sharingPath(item, client, `/passwords/${id}`) };
		},
	),
	postReceive: (_answer, item) => [
		{ json: { deleted: true, id: Number(item.text('passwordId')) } },
	],
};
