import type { JsonObject } from '../../shared/json';
import { stamp } from '../dates';
import type { CollectionName } from '../resources';
import { SEED_END } from './context';
import type { SeedContext } from './context';

const PEOPLE = [
	['Ada', 'Marlow', true],
	['Ben', 'Okafor', false],
	['Clara', 'Jensen', false],
	['Dev', 'Patel', false],
	['Elena', 'Rossi', true],
	['Finn', 'Gallagher', false],
	['Grace', 'Liu', false],
] as const;

/** Lists every account has, the empty one too: users, teams, pipelines, categories, lead sources … */
export function seedReferenceLists(context: SeedContext): void {
	seedUsers(context);
	seedPipelines(context);
	const add = (name: CollectionName, rows: JsonObject[]) =>
		rows.forEach((row) => context.account.store.insert(name, row));
	add('LeadSources', numbered('LEAD_SOURCE', ['Web', 'Referral', 'Trade fair', 'Cold call']));
	add('LeadStatuses', leadStatuses());
	add('OpportunityCategories', categories(['New business', 'Renewal', 'Upsell']));
	add('ProjectCategories', categories(['Installation', 'Training', 'Internal']));
	add('TaskCategories', categories(['Call', 'Meeting', 'To do', 'E-mail']));
	add('FileCategories', categories(['Contract', 'Offer', 'Picture']));
	add('OpportunityStateReasons', stateReasons());
	add('Relationships', relationships());
	add('Countries', ['Australia', 'Germany', 'United Kingdom', 'United States'].map(country));
	add('Currencies', [
		{ CURRENCY_CODE: 'EUR', CURRENCY_SYMBOL: '€' },
		{ CURRENCY_CODE: 'GBP', CURRENCY_SYMBOL: '£' },
		{ CURRENCY_CODE: 'USD', CURRENCY_SYMBOL: '$' },
	]);
	add('DocumentTemplates', documentTemplates());
	seedActivitySets(context);
}

function seedUsers({ account: { store } }: SeedContext): void {
	PEOPLE.forEach(([FIRST_NAME, LAST_NAME, ADMINISTRATOR], index) => {
		const user = store.insert('Users', {
			...{ FIRST_NAME, LAST_NAME, ADMINISTRATOR },
			EMAIL_ADDRESS: `${FIRST_NAME}.${LAST_NAME}@sandbox.example`.toLowerCase(),
			TIMEZONE_ID: 'Europe/London',
			ACCOUNT_OWNER: index === 0,
			USER_CURRENCY: 'USD',
			CONTACT_DISPLAY: 'FIRST_LAST',
			CONTACT_ORDER: 'FIRST',
			TASK_WEEK_START: 1,
			INSTANCE_ID: 700_001,
			DATE_CREATED_UTC: stamp(SEED_END - 63_072_000_000),
			DATE_UPDATED_UTC: stamp(SEED_END - 63_072_000_000),
		});
		if (index === 0) store.me = Number(user.USER_ID);
	});
	const [first, ...others] = store.all('Users').map(({ USER_ID }) => USER_ID);
	for (const TEAM_NAME of ['Sales', 'Delivery']) {
		const { TEAM_ID } = store.insert('Teams', { TEAM_NAME });
		const members = TEAM_NAME === 'Sales' ? [first, ...others.slice(0, 2)] : others.slice(2);
		members.forEach((MEMBER_USER_ID) => store.insert('TeamMembers', { TEAM_ID, MEMBER_USER_ID }));
	}
}

const PIPELINES = [
	{
		name: 'Sales',
		flag: 'FOR_OPPORTUNITIES',
		stages: ['Qualify', 'Propose', 'Negotiate', 'Close'],
	},
	{ name: 'Renewals', flag: 'FOR_OPPORTUNITIES', stages: ['Remind', 'Agree'] },
	{ name: 'Delivery', flag: 'FOR_PROJECTS', stages: ['Plan', 'Build', 'Hand over'] },
];

function seedPipelines({ account: { store } }: SeedContext): void {
	for (const { name, stages, flag } of PIPELINES) {
		const { PIPELINE_ID } = store.insert('Pipelines', { PIPELINE_NAME: name, [flag]: true });
		stages.forEach((STAGE_NAME, index) =>
			store.insert('PipelineStages', { PIPELINE_ID, STAGE_NAME, STAGE_ORDER: index + 1 }),
		);
	}
}

function numbered(key: 'LEAD_SOURCE', names: string[]): JsonObject[] {
	return names.map((name, index) => ({
		[key]: name,
		DEFAULT_VALUE: index === 0,
		FIELD_ORDER: index + 1,
	}));
}

function leadStatuses(): JsonObject[] {
	return ['Open - not contacted', 'Open - contacted', 'Closed - disqualified', 'Converted'].map(
		(LEAD_STATUS, index) => ({
			LEAD_STATUS,
			DEFAULT_STATUS: index === 0,
			STATUS_TYPE: index < 2 ? 1 : 2,
			FIELD_ORDER: index + 1,
		}),
	);
}

function categories(names: string[]): JsonObject[] {
	const colours = ['1B5FAA', '2E8B57', 'B22222', 'DAA520'];
	return names.map((CATEGORY_NAME, index) => ({
		CATEGORY_NAME,
		BACKGROUND_COLOR: colours[index % colours.length],
		ACTIVE: true,
	}));
}

function stateReasons(): JsonObject[] {
	return [
		['WON', 'Best offer'],
		['WON', 'Existing customer'],
		['LOST', 'Too expensive'],
		['LOST', 'Went to a competitor'],
		['SUSPENDED', 'No budget this year'],
		['ABANDONED', 'Not in reach'],
	].map(([FOR_OPPORTUNITY_STATE, STATE_REASON]) => ({ FOR_OPPORTUNITY_STATE, STATE_REASON }));
}

function relationships(): JsonObject[] {
	return [
		['is the manager of', 'reports to', 'FOR_CONTACTS'],
		['is the parent of', 'is a branch of', 'FOR_ORGANISATIONS'],
	].map(([forward, reverse, flag]) => ({
		...{ FORWARD: forward, FORWARD_TITLE: forward, REVERSE: reverse, REVERSE_TITLE: reverse },
		[flag]: true,
	}));
}

function country(COUNTRY_NAME: string): JsonObject {
	return { COUNTRY_NAME };
}

function documentTemplates(): JsonObject[] {
	return ['Contact', 'Organisation', 'Lead', 'Opportunity', 'Project', 'Product', 'Quotation'].map(
		(RELATED_OBJECT_NAME) => ({
			RELATED_OBJECT_NAME,
			TEMPLATE_NAME: `${RELATED_OBJECT_NAME} sheet`,
			TEMPLATE_FILE_TYPE: 'docx',
			DATE_CREATED_UTC: stamp(SEED_END - 31_536_000_000),
		}),
	);
}

function seedActivitySets({ account: { store } }: SeedContext): void {
	const { ACTIVITYSET_ID } = store.insert('ActivitySets', {
		NAME: 'First month',
		FOR_CONTACTS: true,
		FOR_LEADS: true,
		FOR_OPPORTUNITIES: true,
		FOR_ORGANISATIONS: true,
		FOR_PROJECTS: true,
	});
	const activities = ['Welcome call', 'Check-in visit'].map((ACTIVITY_NAME, index) => ({
		ACTIVITY_ID: index + 1,
		ACTIVITYSET_ID,
		ACTIVITY_NAME,
		ACTIVITY_TYPE: 'TASK',
		EVENT_TIME: '8:00 AM',
		DUE_DAYS_AFTER_START: 7 * (index + 1),
	}));
	store.table('ActivitySets').put(Number(ACTIVITYSET_ID), {
		...store.get('ActivitySets', Number(ACTIVITYSET_ID)),
		ACTIVITIES: activities,
	});
}
