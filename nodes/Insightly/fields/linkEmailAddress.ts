import { text } from '../../shared/fields/define';
import type { EndpointRow } from '../resources/types';

/** For types whose records have an address of their own that emails can be sent to. */
export const getLinkEmailAddress = (path: `/${string}`, what: string): EndpointRow => ({
	value: 'getLinkEmailAddress',
	name: 'Get Link Email Address',
	action: `Get link email address of ${what}`,
	description: `Get the address to which emails are sent to be filed under the ${what}`,
	endpoint: `GET ${path}/{id}/LinkEmailAddress`,
	outputFields: [text('EMAIL')],
});
