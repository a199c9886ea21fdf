import { contactSentences } from './contactSentences';
import { credentialSentences } from './credentialSentences';
import { exampleSentences } from './exampleSentences';
import { logSentences } from './logSentences';
import { packageSentences } from './packageSentences';
import { postHogSentences } from './postHogSentences';
import { running } from './running';
import { secretSentences } from './secretSentences';
import { spotlerSentences } from './spotlerSentences';
import { syncSentences } from './syncSentences';

if (running().onlySync) {
	describe('two CRMs with the example between them', syncSentences);
} else {
	/** In this order: a later sentence may need what an earlier one found. */
	describe('what n8n makes of the installed package', packageSentences);
	describe('the button Test of a credential', credentialSentences);
	describe('a contact of Insightly', contactSentences);
	describe('the same contact in Spotler CRM', spotlerSentences);
	describe('an insight of PostHog', postHogSentences);
	describe('the other examples', exampleSentences);
	describe('at the end', logSentences);
	describe('a key', secretSentences);
}
