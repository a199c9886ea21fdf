import type { JsonObject } from '../../shared/json';
import { stamp } from '../dates';
import type { SeedContext } from './context';
import { dayAround, linkTo, plant, SEED_END, someId, someTags } from './context';
import { customFieldsAmong } from './people';

export function seedOpportunities(context: SeedContext, count: number): void {
	const { chance, words } = context;
	plant(context, 'Opportunities', count, (index) => {
		const amount = 500 * (1 + chance.below(200));
		return {
			OPPORTUNITY_NAME: chance.pick(words.phrases),
			OPPORTUNITY_DETAILS: chance.pick(words.paragraphs),
			OPPORTUNITY_STATE: chance.pick([
				'OPEN',
				'OPEN',
				'OPEN',
				'WON',
				'LOST',
				'SUSPENDED',
				'ABANDONED',
			]),
			BID_AMOUNT: amount,
			OPPORTUNITY_VALUE: amount,
			PROBABILITY: 10 * chance.below(11),
			FORECAST_CLOSE_DATE: dayAround(context, 200, 200),
			CATEGORY_ID: someId(context, 'OpportunityCategories'),
			ORGANISATION_ID: someId(context, 'Organisations'),
			OWNER_USER_ID: someId(context, 'Users'),
			RESPONSIBLE_USER_ID: someId(context, 'Users'),
			...inPipeline(context, 'FOR_OPPORTUNITIES'),
			TAGS: someTags(context),
			LINKS: linkTo(context, 'Contacts'),
			...customFieldsAmong(context, index, count),
		};
	});
}

export function seedProjects(context: SeedContext, count: number): void {
	const { chance, words } = context;
	plant(context, 'Projects', count, (index) => ({
		PROJECT_NAME: chance.pick(words.phrases),
		PROJECT_DETAILS: chance.pick(words.paragraphs),
		STATUS: chance.pick(['NOT STARTED', 'IN PROGRESS', 'IN PROGRESS', 'DEFERRED', 'COMPLETED']),
		STARTED_DATE: dayAround(context, 400, 0),
		CATEGORY_ID: someId(context, 'ProjectCategories'),
		OWNER_USER_ID: someId(context, 'Users'),
		RESPONSIBLE_USER_ID: someId(context, 'Users'),
		...inPipeline(context, 'FOR_PROJECTS'),
		TAGS: someTags(context),
		LINKS: linkTo(context, 'Organisations'),
		...customFieldsAmong(context, index, count),
	}));
	if (count === 0) return;
	plant(context, 'Milestones', count * 2, (index) => ({
		TITLE: `Milestone ${index + 1}`,
		COMPLETED: chance.happens(0.5),
		DUE_DATE: dayAround(context, 200, 100),
		PROJECT_ID: someId(context, 'Projects'),
		RESPONSIBLE_USER: someId(context, 'Users'),
	}));
}

function inPipeline({ account: { store }, chance }: SeedContext, flag: string): JsonObject {
	const pipeline = chance.pick(store.all('Pipelines').filter((row) => row[flag] === true));
	const stages = store
		.all('PipelineStages')
		.filter(({ PIPELINE_ID }) => PIPELINE_ID === pipeline.PIPELINE_ID);
	return { PIPELINE_ID: pipeline.PIPELINE_ID, STAGE_ID: chance.pick(stages).STAGE_ID };
}

export function seedTasks(context: SeedContext, count: number): void {
	const { chance, words } = context;
	plant(context, 'Tasks', count, (index) => {
		const completed = chance.happens(0.3);
		return {
			TITLE: `${chance.pick(['Call', 'Write to', 'Visit', 'Remind'])} ${chance.pick(words.firstNames)}`,
			DETAILS: chance.pick(words.paragraphs),
			STATUS: completed ? 'COMPLETED' : chance.pick(['NOT STARTED', 'IN PROGRESS', 'WAITING']),
			COMPLETED: completed,
			COMPLETED_DATE_UTC: completed ? stamp(SEED_END) : null,
			PERCENT_COMPLETE: completed ? 100 : 10 * chance.below(10),
			PRIORITY: 1 + chance.below(3),
			DUE_DATE: dayAround(context, 60, 60),
			CATEGORY_ID: someId(context, 'TaskCategories'),
			OWNER_USER_ID: someId(context, 'Users'),
			RESPONSIBLE_USER_ID: someId(context, 'Users'),
			PROJECT_ID: chance.happens(0.2) ? someId(context, 'Projects') : null,
			LINKS: linkTo(context, 'Contacts'),
			...customFieldsAmong(context, index, count),
		};
	});
}

export function seedEvents(context: SeedContext, count: number): void {
	const { chance, words } = context;
	plant(context, 'Events', count, () => {
		const day = dayAround(context, 90, 90);
		return {
			TITLE: `Meeting: ${chance.pick(words.phrases)}`,
			LOCATION: chance.pick(words.cities),
			START_DATE_UTC: day.replace('00:00:00', '09:00:00'),
			END_DATE_UTC: day.replace('00:00:00', '10:00:00'),
			OWNER_USER_ID: someId(context, 'Users'),
			LINKS: linkTo(context, 'Contacts'),
		};
	});
}

export function seedNotes(context: SeedContext, count: number): void {
	const { chance, words } = context;
	const parents = ['Contacts', 'Organisations', 'Leads', 'Opportunities', 'Projects'] as const;
	plant(context, 'Notes', count, (index) => ({
		TITLE: chance.pick(words.phrases),
		BODY: `<p>${chance.pick(words.paragraphs)}</p>`,
		OWNER_USER_ID: someId(context, 'Users'),
		LINKS: linkTo(context, parents[index % parents.length]),
	}));
	plant(context, 'Comments', Math.floor(count / 3), () => ({
		BODY: chance.pick(words.phrases),
		NOTE_ID: someId(context, 'Notes'),
	}));
}

export function seedEmails(context: SeedContext, count: number): void {
	const { chance, words } = context;
	plant(context, 'Emails', count, () => ({
		EMAIL_FROM: `${chance.pick(words.lastNames)}@mail.example`.toLowerCase(),
		EMAIL_TO: 'team@sandbox.example',
		SUBJECT: chance.pick(words.phrases),
		BODY: chance.pick(words.paragraphs),
		FORMAT: 'HTML',
		SIZE: 1000 + chance.below(9000),
		EMAIL_DATE_UTC: dayAround(context, 300, 0),
		OWNER_USER_ID: someId(context, 'Users'),
		TAGS: someTags(context),
		LINKS: linkTo(context, 'Contacts'),
	}));
}
