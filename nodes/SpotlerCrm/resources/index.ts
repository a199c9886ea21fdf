import type { Resource } from '../../shared/operations/types';
import { recordResource } from '../operations';
import type { RecordType } from './types';
import { account } from './account';
import { activity } from './activity';
import { campaign } from './campaign';
import { campaignDetail } from './campaignDetail';
import { campaignStage } from './campaignStage';
import { supportCase } from './case';
import { contact } from './contact';
import { customObject } from './customObject';
import { dataDictionary } from './dataDictionary';
import { document } from './document';
import { lookupList } from './lookupList';
import { opportunity } from './opportunity';
import { opportunityHistory } from './opportunityHistory';
import { opportunityLine } from './opportunityLine';
import { user } from './user';

/** Every record type, one row each. */
export const recordTypes: readonly RecordType[] = [
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
	document,
	user,
];

/** No public source shows one: few accounts use them, so they have no rows in n8n's node panel. */
const RARE: readonly RecordType[] = [campaignDetail, campaignStage, opportunityHistory];

/** Everything in the node's Resource list. */
export const resources: readonly Resource[] = [
	...recordTypes.map((type) => ({ ...recordResource(type), isRare: RARE.includes(type) })),
	lookupList,
	dataDictionary,
];
