import type { Reply } from '../../shared/http';
import { emptyReply } from '../../shared/http';
import type { JsonObject } from '../../shared/json';
import { isJsonObject } from '../../shared/json';
import type { Account } from '../account';
import type { Call } from '../call';
import { idParameter, recordInPath, singleBody } from '../call';
import { notFound } from '../refusal';
import { resourceOf } from '../resources';
import { createRecord, numberInBody, updateRecord } from './collection';
import { listReply, recordReply } from './present';

/** Members are rows of their own; a team shows them as TEAMMEMBERS. */
function withMembers({ store }: Account, team: JsonObject): JsonObject {
	const members = store.all('TeamMembers').filter(({ TEAM_ID }) => TEAM_ID === team.TEAM_ID);
	return { ...team, TEAMMEMBERS: members };
}

function listTeams(call: Call): Reply {
	const teams = call.account.store.all('Teams').map((team) => withMembers(call.account, team));
	const { skip, top } = call.query;
	return listReply(call, call.resource, teams.slice(skip, skip + top), teams.length);
}

function readTeam(call: Call): Reply {
	const team = withMembers(call.account, recordInPath(call));
	return recordReply(call.account, call.resource, team, 200);
}

function createTeam(call: Call): Reply {
	const body = singleBody(call);
	const team = createRecord(call, call.resource, body, {});
	replaceMembers(call.account, team, body);
	return recordReply(call.account, call.resource, withMembers(call.account, team), 201);
}

function updateTeam(call: Call): Reply {
	const { account, resource } = call;
	const body = singleBody(call);
	const team = updateRecord(call, resource, numberInBody(resource, body), body);
	replaceMembers(account, team, body);
	return recordReply(account, resource, withMembers(account, team), account.switches.putStatus);
}

function replaceMembers({ store }: Account, team: JsonObject, { TEAMMEMBERS }: JsonObject): void {
	if (!Array.isArray(TEAMMEMBERS)) return;
	for (const member of store.all('TeamMembers')) {
		if (member.TEAM_ID === team.TEAM_ID) store.remove('TeamMembers', Number(member.PERMISSION_ID));
	}
	for (const { MEMBER_USER_ID } of TEAMMEMBERS.filter(isJsonObject)) {
		store.insert('TeamMembers', { TEAM_ID: team.TEAM_ID, MEMBER_USER_ID });
	}
}

/** DELETE /Teams/{id} takes its members with it. */
function removeTeam(call: Call): Reply {
	const team = recordInPath(call);
	replaceMembers(call.account, team, { TEAMMEMBERS: [] });
	call.account.store.remove('Teams', idParameter(call));
	return emptyReply(202);
}

function addMember(call: Call): Reply {
	recordInPath(call);
	const members = resourceOf('TeamMembers');
	const row = createRecord(call, members, singleBody(call), { TEAM_ID: idParameter(call) });
	return recordReply(call.account, members, row, 201);
}

function removeMember(call: Call): Reply {
	recordInPath(call);
	const id = idParameter(call, 'permissionId');
	if (call.account.store.get('TeamMembers', id)?.TEAM_ID !== idParameter(call)) throw notFound();
	call.account.store.remove('TeamMembers', id);
	return emptyReply(202);
}

export const teamBehaviours = {
	'GET /Teams': listTeams,
	'GET /Teams/{id}': readTeam,
	'POST /Teams': createTeam,
	'PUT /Teams': updateTeam,
	'DELETE /Teams/{id}': removeTeam,
	'POST /Teams/{id}/TeamMembers': addMember,
	'DELETE /Teams/{id}/TeamMembers/{permissionId}': removeMember,
};
