import type { Reply } from '../../shared/http';
import { emptyReply, jsonReply } from '../../shared/http';
import type { JsonObject } from '../../shared/json';
import type { Call } from '../call';
import { notFound } from '../refusal';
import { resourceOf, resources } from '../resources';
import { recordReply } from './present';

/** GET /Users/Me: the user the key belongs to. */
function me({ account }: Call): Reply {
	const user = account.store.get('Users', account.store.me);
	if (!user) throw notFound();
	return recordReply(account, resourceOf('Users'), user, 200);
}

/** GET /Instance: always one object. */
function instance({ account }: Call): Reply {
	return jsonReply(200, account.instance);
}

/** GET /Permissions: what the key's user may do. */
function permissions({ account }: Call): Reply {
	const objects = resources.filter(({ idKey }) => idKey !== '');
	return jsonReply(200, {
		PERMISSIONS_STATE: 'ENABLED',
		OBJECT_PERMISSIONS: objects.map(({ path, objectName }): JsonObject => {
			const may = !account.switches.denied.includes(path);
			return {
				OBJECT_TYPE: objectName,
				PERMISSIONS_STATE: may ? 'ENABLED' : 'DISABLED',
				CAN_READ: may,
				CAN_CREATE: may,
				CAN_EDIT: may,
				CAN_DELETE: may,
			};
		}),
	});
}

/** POST /cti/…/display: shows a record on somebody's screen; nothing to answer. */
function display({ account, params, request, endpoint }: Call): Reply {
	if (!account.store.get('Users', Number(params.user_id))) throw notFound('User not found');
	account.displays.push(request.path);
	return emptyReply(endpoint.success ?? 200);
}

export const singleBehaviours = {
	'GET /Users/Me': me,
	'GET /Instance': instance,
	'GET /Permissions': permissions,
	'POST /cti/user/{user_id}/tickets/{ticket_id}/display': display,
	'POST /cti/user/{user_id}/{object_name}/{record_id}/display': display,
};
