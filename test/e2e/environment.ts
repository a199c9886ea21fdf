/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { TestEnvironment } from 'jest-environment-node';

import './running';

/** Hands the running n8n and sandboxes, which live in the process that starts jest, over to the sentences. */
export default class RunningEnvironment extends TestEnvironment {
	override async setup(): Promise<void> {
		await super.setup();
		Object.assign(this.global, { checked: globalThis.checked });
	}
}
