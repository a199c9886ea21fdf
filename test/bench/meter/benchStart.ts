import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';

import { begin } from './gauge';

/** Makes the items of a run and begins to measure. How many and which: from the query of the webhook before it. */
export class BenchStart implements INodeType {
	description = {
		displayName: 'Bench Start',
		name: 'benchStart',
		group: ['input'],
		version: 1,
		description: 'Makes items and begins to measure',
		defaults: { name: 'Bench Start' },
		inputs: ['main'],
		outputs: ['main'],
		properties: [],
	} as INodeTypeDescription;

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const query = this.getInputData()[0].json.query as Record<string, string>;
		const [count, from, present] = [query.count, query.from, query.present].map(Number);
		const email = (index: number) =>
			index % 10 < present * 10
				? `person.${index}@present.example`
				: `person.${from + index}@new.example`;
		const make = (index: number): IDataObject =>
			query.kind === 'people'
				? person(from + index, email(index))
				: { id: FIRST_ID + from + index };
		const items = Array.from({ length: query.kind === 'one' ? 1 : count }, (_, index) => ({
			json: make(index),
			pairedItem: { item: 0 },
		}));
		begin(this.getExecutionId());
		return [items];
	}
}

const FIRST_ID = 500_000;

/** Ten values to write beside the ID. Some people are there already, the others are new in every run. */
const person = (place: number, email: string): IDataObject => ({
	id: FIRST_ID + place,
	first: 'Ada',
	last: `Lovelace ${place}`,
	email,
	title: 'Head of Research',
	phone: '(020) 7946 0000',
	mobile: '07700 900123',
	street: '1 High Street',
	city: 'Leeds',
	postcode: 'LS1 4AB',
	country: 'United Kingdom',
});
