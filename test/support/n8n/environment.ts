/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
/**
 * Settings that n8n-core reads once, while it is being loaded. Import this file before anything of n8n-core.
 * Each jest worker gets a settings folder of its own, because n8n-core writes a settings file into it.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

const projectRoot = join(__dirname, '..', '..', '..');
const worker = process.env.JEST_WORKER_ID ?? 'single';

export const settingsFolder = join(projectRoot, '.cache', 'n8n-core', `worker-${worker}`);

mkdirSync(join(settingsFolder, '.n8n'), { recursive: true });

Object.assign(process.env, {
	N8N_USER_FOLDER: settingsFolder,
	N8N_ENCRYPTION_KEY: 'key-of-the-test-host',
	N8N_ENFORCE_SETTINGS_FILE_PERMISSIONS: 'false',
	N8N_LOG_LEVEL: 'silent',
	N8N_DIAGNOSTICS_ENABLED: 'false',
	// 'default' keeps binary data in memory, inside the item.
	N8N_DEFAULT_BINARY_DATA_MODE: 'default',
	GENERIC_TIMEZONE: 'UTC',
});
