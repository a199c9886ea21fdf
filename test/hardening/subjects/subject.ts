/* eslint-disable @typescript-eslint/no-require-imports */
import type { INodeParameters, INodeType } from 'n8n-workflow';

import type { CredentialValues } from '../../support/n8n/credentialsHelper';
import type { Met } from '../server/faults';

/** One operation with valid values, made anew for each run. */
export interface Step {
	name: string;
	parameters(): INodeParameters;
	/** Endpoints that it may reach, as its table says: `GET /Contacts/{id}`. */
	endpoints: readonly string[];
}

/** A trigger's form, and how something new comes up in the account. */
export interface Watch {
	name: string;
	parameters: INodeParameters;
	/** Makes something that the trigger tells of; returns what its items say about it. */
	happen(): string;
}

/** An account of a service, and everything that can be done to it. */
export interface Scene {
	/** Address of the sandbox. */
	url: string;
	/** What the address in endpoints leaves out. */
	basePath: string;
	key: string;
	credentials(url: string): CredentialValues;
	steps: readonly Step[];
	watches: readonly Watch[];
	refusalBody: Met['refusalBody'];
	/** What the strict sandbox had to object to so far. */
	violations(): readonly string[];
	/** Forgets the requests so far, which pile up. */
	forget(): void;
	close(): Promise<void>;
}

export interface Subject {
	service: string;
	node(): INodeType;
	trigger(): INodeType;
	open(): Promise<Scene>;
}

/** n8n's own name for a node file has two endings, which only a full path with the third one finds. */
export function loadNode(folder: string, className: string): INodeType {
	const place = `../../../nodes/${folder}/${className}.node.ts`;
	const loaded = require(place) as Record<string, new () => INodeType>;
	return new loaded[className]();
}
