import type { BrowserContext, Page } from 'playwright-core';

import { credentialSentences } from './sentences/credentials';
import { exampleSentences } from './sentences/examples';
import { failureSentences } from './sentences/failures';
import { filterSentences } from './sentences/filters';
import { formSentences } from './sentences/forms';
import { listSentences } from './sentences/lists';
import { oauthSentences } from './sentences/oauth';
import { panelSentences } from './sentences/panel';
import { toolSentences } from './sentences/tools';
import { triggerSentences } from './sentences/triggers';
import type { Running } from '../../scripts/start/bringUp';

/** What the sentences look at: n8n with the package and the sandboxes, and a tab in which the owner is signed in. */
export interface World extends Running {
	packageName: string;
	context: BrowserContext;
	page: Page;
	/** Takes a picture of the tab, under this name, and gives its path. */
	picture(name: string): Promise<string>;
	/** Loads the editor anew, whatever is open in it. */
	startAnew(): Promise<void>;
}

/** What a person sees in the editor, and the attempt to see it. The attempt throws when the sentence is not true. */
export interface Sentence {
	says: string;
	see(world: World): Promise<void>;
}

export interface Group {
	name: string;
	sentences: Sentence[];
}

/** In this order; no sentence needs what another one left behind. */
export const groups: Group[] = [
	{ name: 'Node panel', sentences: panelSentences },
	{ name: 'Credentials', sentences: credentialSentences },
	{ name: 'OAuth2', sentences: oauthSentences },
	{ name: 'Forms', sentences: formSentences },
	{ name: 'Filters', sentences: filterSentences },
	{ name: 'Lists', sentences: listSentences },
	{ name: 'Triggers', sentences: triggerSentences },
	{ name: 'Failures', sentences: failureSentences },
	{ name: 'Tools', sentences: toolSentences },
	{ name: 'Examples', sentences: exampleSentences },
];
