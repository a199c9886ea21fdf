import type { Reply } from '../../shared/http';
import type { JsonObject } from '../../shared/json';
import type { Call } from '../call';
import { idParameter, recordInPath, singleBody, touchParent } from '../call';
import { resourceOf } from '../resources';
import { createRecord, numberInBody, updateRecord } from './collection';
import { linksOf } from './links';
import { nestedCreateReply, pageReply, recordReply } from './present';
import { updatedTest } from './search';

/** Activities may name their record in a field of their own instead of a link. */
const OWN_FIELDS: Readonly<Record<string, string>> = {
	Opportunity: 'OPPORTUNITY_ID',
	Project: 'PROJECT_ID',
};

/** GET /{collection}/{id}/Notes, Tasks, Events or Emails: activities that are linked to the record. */
function activitiesOf(path: 'Notes' | 'Tasks' | 'Events' | 'Emails'): (call: Call) => Reply {
	return (call) => {
		recordInPath(call);
		const test = updatedTest(call.account, call.query.text.updated_after_utc);
		const rows = call.account.store
			.all(path)
			.filter((row) => belongsTo(call, row) && (test?.(row) ?? true));
		return pageReply(call, resourceOf(path), rows);
	};
}

function belongsTo(call: Call, row: JsonObject): boolean {
	const { objectName } = call.resource;
	const id = idParameter(call);
	const field = OWN_FIELDS[objectName];
	if (field && row[field] === id) return true;
	return linksOf(row).some(
		({ LINK_OBJECT_NAME, LINK_OBJECT_ID }) =>
			LINK_OBJECT_NAME === objectName && LINK_OBJECT_ID === id,
	);
}

/** POST /{collection}/{id}/Notes: the only way to make a note. */
function addNote(call: Call): Reply {
	recordInPath(call);
	const notes = resourceOf('Notes');
	const { objectName } = call.resource;
	const link = { LINK_OBJECT_NAME: objectName, LINK_OBJECT_ID: idParameter(call) };
	const row = createRecord(call, notes, singleBody(call), { LINKS: [link] });
	touchParent(call);
	return nestedCreateReply(call, notes, row, 'object');
}

/** PUT /{collection}/{id}/Notes: the note's number is in the body. */
function changeNote(call: Call): Reply {
	recordInPath(call);
	const notes = resourceOf('Notes');
	const body = singleBody(call);
	const row = updateRecord(call, notes, numberInBody(notes, body), body);
	touchParent(call);
	return recordReply(call.account, notes, row, call.account.switches.putStatus);
}

export const activityBehaviours = {
	'GET /*/{id}/Notes': activitiesOf('Notes'),
	'GET /*/{id}/Tasks': activitiesOf('Tasks'),
	'GET /*/{id}/Events': activitiesOf('Events'),
	'GET /*/{id}/Emails': activitiesOf('Emails'),
	'POST /*/{id}/Notes': addNote,
	'PUT /*/{id}/Notes': changeNote,
};
