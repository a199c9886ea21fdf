import type { INodeProperties } from 'n8n-workflow';

import type { ParameterPool } from '../../shared/description/properties';
import { RECORD_TYPE } from '../operations/parent';
import type { RecordType } from '../resources/types';
import { recordTypes, resources } from '../resources';
import { byNameThenValue } from './options';

const KEY = `${RECORD_TYPE}: `;

/**
 * The Record Type parameters that operations ask for: one for every set of record types, since a form may only offer
 * those that work.
 */
export function recordTypeParameters(): ParameterPool {
	const keys = resources.flatMap(({ operations }) =>
		operations.flatMap(({ parameters }) => parameters.filter((key) => key.startsWith(KEY))),
	);
	return Object.fromEntries([...new Set(keys)].map((key) => [key, recordTypeParameter(key)]));
}

function recordTypeParameter(key: string): INodeProperties {
	const values = key.slice(KEY.length).split(' ');
	const offered = recordTypes.filter(({ value }) => values.includes(value));
	const first = values.includes('contact') ? 'contact' : values[0];
	return { ...recordType, options: offered.map(entry).sort(byNameThenValue), default: first };
}

const entry = ({ name, value }: RecordType) => ({ name, value });

const recordType: INodeProperties = {
	displayName: 'Record Type',
	name: 'recordType',
	type: 'options',
	options: [],
	default: 'contact',
	description: 'What kind of record to work on',
};
