import { emptyReply, jsonReply, type Reply } from '../shared/http';
import { isJsonObject } from '../shared/json';
import type { Call } from './call';
import { moment, type Insight, type SharePassword } from './model';
import { denied, invalid, notFound, plainRefusal } from './refusal';
import { sharingView } from './views';

/** Sharing routes take the number only: a short ID is not found. */
function shared(call: Call): Insight {
	const named = call.params.insight_id;
	const found = call.world.store.all(call.project).find(({ id }) => String(id) === named);
	if (found) return found;
	if (!/^\d+$/.test(named)) {
		call.world.count('short ID where a number is needed', named, call.request);
	}
	throw notFound('Insight not found.');
}

export function readSharing(call: Call): Reply {
	return jsonReply(200, sharingView(call.world, shared(call)));
}

const SETTINGS = [
	'whitelabel',
	'noHeader',
	'legend',
	'detailed',
	'showInspector',
	'hideExtraDetails',
];

export function changeSharing(call: Call): Reply {
	const { body, world, user } = call;
	const insight = shared(call);
	const { sharing } = insight;
	refuseUnknown(call, ['enabled', 'settings', 'password_required']);
	if (!world.switches.publicSharing) {
		throw denied('Public sharing is disabled for this organization.');
	}
	if (body.password_required === true && !world.switches.sharingPasswords) {
		throw plainRefusal(403, 'Sharing with password requires the Advanced Permissions feature');
	}
	const wasEnabled = sharing.enabled;
	sharing.created_at ??= world.clock.now();
	if (typeof body.enabled === 'boolean') sharing.enabled = body.enabled;
	if (typeof body.password_required === 'boolean') {
		sharing.password_required = body.password_required;
	}
	if (isJsonObject(body.settings)) {
		const known = Object.entries(body.settings).filter(([name]) => SETTINGS.includes(name));
		sharing.settings = Object.fromEntries(known);
	} else if (body.settings !== undefined && body.settings !== null) {
		throw invalid('settings', 'Must be an object.');
	}
	if (sharing.enabled !== wasEnabled) {
		world.store.log(insight, `sharing ${sharing.enabled ? 'enabled' : 'disabled'}`, user, null);
	}
	return jsonReply(200, sharingView(world, insight));
}

export function rotateToken(call: Call): Reply {
	const { world, user } = call;
	const insight = shared(call);
	refuseUnknown(call, []);
	insight.sharing.created_at ??= world.clock.now();
	insight.sharing.access_token = world.store.token(30);
	world.store.log(insight, 'access token refreshed', user, null);
	return jsonReply(200, sharingView(world, insight));
}

export function createPassword(call: Call): Reply {
	const { body, world, user } = call;
	const { sharing } = shared(call);
	refuseUnknown(call, ['raw_password', 'note']);
	requirePasswordFeature(call);
	if (!sharing.password_required) {
		throw plainRefusal(400, 'Password protection must be enabled before creating passwords');
	}
	const given = body.raw_password;
	if (given !== undefined && (typeof given !== 'string' || given.length < 8)) {
		throw invalid('raw_password', 'Password must be at least 8 characters long.');
	}
	const note = typeof body.note === 'string' ? body.note : '';
	if (note.length > 100) {
		throw invalid('note', 'Ensure this field has no more than 100 characters.', 'max_length');
	}
	const password: SharePassword = {
		id: world.store.nextId(),
		created_at: world.clock.now(),
		note,
		created_by_email: user.email,
		is_active: true,
	};
	sharing.passwords.push(password);
	return jsonReply(201, {
		id: password.id,
		password: given ?? world.store.token(16),
		note,
		created_at: moment(password.created_at),
		created_by_email: user.email,
	});
}

export function deletePassword(call: Call): Reply {
	const { sharing } = shared(call);
	requirePasswordFeature(call);
	const { password_id: wanted } = call.params;
	if (!sharing.passwords.some(({ id }) => String(id) === wanted)) {
		throw notFound('Password not found');
	}
	sharing.passwords = sharing.passwords.filter(({ id }) => String(id) !== wanted);
	return emptyReply(204);
}

function requirePasswordFeature({ world }: Call): void {
	if (world.switches.sharingPasswords) return;
	throw plainRefusal(403, 'Password management requires the Advanced Permissions feature');
}

function refuseUnknown({ body }: Call, known: string[]): void {
	const unknown = Object.keys(body).find((name) => !known.includes(name));
	if (unknown === undefined) return;
	throw invalid(unknown, 'This field is not known here.', 'invalid_input', 'unknown field');
}
