import type { Reply } from '../../shared/http';
import { jsonReply } from '../../shared/http';
import type { Call } from '../call';
import { idParameter, recordInPath, singleBody } from '../call';
import { readBody } from '../fields/body';
import { invalid } from '../refusal';
import { recordStateChange } from '../rules';
import { recordReply } from './present';

/** PUT …/StateChange: a new state with a reason that fits it. */
function changeState(call: Call): Reply {
	recordInPath(call);
	const { account } = call;
	const rules = { type: 'OpportunityState', mode: 'create', besides: ['OPPORTUNITY_ID'] } as const;
	const body = readBody(account, singleBody(call), rules);
	if (typeof body.FOR_OPPORTUNITY_STATE !== 'string') {
		throw invalid('FOR_OPPORTUNITY_STATE is required');
	}
	const state = body.FOR_OPPORTUNITY_STATE.toUpperCase();
	const reasonId = typeof body.STATE_REASON_ID === 'number' ? body.STATE_REASON_ID : null;
	const reason =
		reasonId === null ? undefined : account.store.get('OpportunityStateReasons', reasonId);
	if (reason && String(reason.FOR_OPPORTUNITY_STATE).toUpperCase() !== state) {
		throw invalid(`STATE_REASON_ID ${reasonId} is no reason for the state ${state}`);
	}
	account.store.update('Opportunities', idParameter(call), { OPPORTUNITY_STATE: state });
	return jsonReply(200, recordStateChange(account, idParameter(call), state, reasonId));
}

function stateHistory(call: Call): Reply {
	recordInPath(call);
	const id = idParameter(call);
	const changes = call.account.stateHistory.filter(({ OPPORTUNITY_ID }) => OPPORTUNITY_ID === id);
	return jsonReply(200, changes);
}

/** PUT …/Pricebook: documented with the whole opportunity as its body, of which PRICEBOOK_ID counts. */
function changePricebook(call: Call): Reply {
	recordInPath(call);
	const { account, resource } = call;
	const { PRICEBOOK_ID, ...rest } = singleBody(call);
	readBody(account, rest, {
		type: 'Opportunities',
		mode: 'update',
		besides: ['OPPORTUNITY_ID'],
		collection: 'Opportunities',
	});
	if (typeof PRICEBOOK_ID !== 'number') throw invalid('PRICEBOOK_ID is required');
	if (!account.store.get('Pricebook', PRICEBOOK_ID)) {
		throw invalid(`PRICEBOOK_ID ${PRICEBOOK_ID} does not exist`);
	}
	const row = account.store.update('Opportunities', idParameter(call), { PRICEBOOK_ID });
	return recordReply(account, resource, row, account.switches.putStatus);
}

/** GET …/LinkEmailAddress: the address that files incoming mail under the record. */
function linkEmailAddress(call: Call): Reply {
	const { LINKED_EMAIL_ADDRESS } = recordInPath(call);
	const { objectName } = call.resource;
	const made = `${objectName.toLowerCase()}-${idParameter(call)}@mailbox.sandbox.example`;
	return jsonReply(200, { EMAIL: LINKED_EMAIL_ADDRESS ?? made });
}

/** PUT /Quotation/{id}/Sync: no body; the quotation from now on follows its opportunity. */
function syncQuotation(call: Call): Reply {
	const quotation = recordInPath(call);
	const { account, resource } = call;
	for (const other of account.store.all('Quotation')) {
		const rival = other.OPPORTUNITY_ID === quotation.OPPORTUNITY_ID && other.IS_SYNCING === true;
		if (rival) account.store.update('Quotation', Number(other.QUOTE_ID), { IS_SYNCING: false });
	}
	const row = account.store.update('Quotation', idParameter(call), { IS_SYNCING: true });
	return recordReply(account, resource, row, 200);
}

export const opportunityBehaviours = {
	'PUT /Opportunities/{id}/StateChange': changeState,
	'GET /Opportunities/{id}/StateHistory': stateHistory,
	'PUT /Opportunities/{id}/Pricebook': changePricebook,
	'GET /*/{id}/LinkEmailAddress': linkEmailAddress,
	'PUT /Quotation/{id}/Sync': syncQuotation,
};
