import type { Reply } from '../../shared/http';
import { emptyReply, jsonReply } from '../../shared/http';
import type { Call } from '../call';
import { parentKey, recordInPath } from '../call';
import { clientBug } from '../refusal';
import { resourceOf, resources } from '../resources';

function isFollowed(call: Call): Reply {
	recordInPath(call);
	return jsonReply(200, { FOLLOWING: call.account.follows.has(parentKey(call)) });
}

function follow(call: Call): Reply {
	recordInPath(call);
	call.account.follows.add(parentKey(call));
	return jsonReply(201, { FOLLOWING: true });
}

function unfollow(call: Call): Reply {
	recordInPath(call);
	call.account.follows.delete(parentKey(call));
	return emptyReply(202);
}

/** GET /Follows: what the key's user follows, of one kind if record_type is given. */
function follows({ account, query }: Call): Reply {
	const wanted = query.text.record_type?.toLowerCase();
	if (wanted !== undefined && !resources.some(({ path }) => path.toLowerCase() === wanted)) {
		throw clientBug('bad query value', 'record_type is not a kind of record');
	}
	const rows = [...account.follows]
		.map((key) => key.split('/'))
		.filter(([path]) => wanted === undefined || path.toLowerCase() === wanted)
		.map(([path, id]) => ({ RECORD_TYPE: resourceOf(path).objectName, RECORD_ID: Number(id) }));
	const headers = query.countTotal ? { 'X-Total-Count': String(rows.length) } : undefined;
	return jsonReply(200, rows.slice(query.skip, query.skip + query.top), headers);
}

export const followBehaviours = {
	'GET /Follows': follows,
	'GET /*/{id}/Follow': isFollowed,
	'POST /*/{id}/Follow': follow,
	'DELETE /*/{id}/Follow': unfollow,
};
