import type { Resource } from '../../shared/operations/types';
import { dictionaryResource } from '../operations/dictionary';
import { documentResource } from '../operations/documents';
import { recordResource, userResource } from '../operations';
import { lookupResource } from '../operations/lookups';
import type { RecordType } from './types';
import { account } from './account';
import { activity } from './activity';
import { campaign, campaignDetail, campaignStage } from './campaign';
import { supportCase } from './case';
import { contact } from './contact';
import { customObject } from './customObject';
import { document } from './document';
import { opportunity, opportunityHistory, opportunityLine } from './opportunity';
import { user } from './user';

/** Record types with the whole set of operations. */
const writable: readonly RecordType[] = [
	account,
	activity,
	campaign,
	campaignDetail,
	campaignStage,
	supportCase,
	contact,
	customObject,
	opportunity,
	opportunityHistory,
	opportunityLine,
];

/** Every record type, one row each. */
export const recordTypes: readonly RecordType[] = [...writable, document, user];

/** Everything in the node's Resource list. */
export const resources: readonly Resource[] = [
	...writable.map(recordResource),
	documentResource(document),
	userResource(user),
	lookupResource,
	dictionaryResource,
];
