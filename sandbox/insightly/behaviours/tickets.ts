import type { Reply } from '../../shared/http';
import type { Call } from '../call';
import { idParameter, recordInPath, singleBody } from '../call';
import { readBody } from '../fields/body';
import { invalid, notFound } from '../refusal';
import { recordReply } from './present';

/** POST /Ticket/{id}/Merge: moves the comments to the ticket whose number is in the body; this one is gone. */
function mergeTicket(call: Call): Reply {
	recordInPath(call);
	const { account, resource } = call;
	const body = readBody(account, singleBody(call), { type: 'TicketMerge', mode: 'create' });
	if (typeof body.TARGET_TICKET_NUMBER !== 'number') {
		throw invalid('TARGET_TICKET_NUMBER is required');
	}
	const target = account.store
		.all('Ticket')
		.find(({ TICKET_NUMBER }) => TICKET_NUMBER === String(body.TARGET_TICKET_NUMBER));
	if (!target) throw notFound();
	const id = idParameter(call);
	if (target.TICKET_ID === id) throw invalid('A ticket cannot be merged with itself');
	for (const comment of account.store.all('TicketComments')) {
		if (comment.TICKET_ID !== id) continue;
		const changes = { TICKET_ID: target.TICKET_ID };
		account.store.update('TicketComments', Number(comment.TICKET_COMMENT_ID), changes);
	}
	account.store.remove('Ticket', id);
	const row = account.store.update('Ticket', Number(target.TICKET_ID), {});
	return recordReply(account, resource, row, 200);
}

export const ticketBehaviours = {
	'POST /Ticket/{id}/Merge': mergeTicket,
};
