import { insightlyBackstage } from './insightly';
import { postHogBackstage } from './postHog';
import { spotlerBackstage } from './spotler';
import { stageOf } from './stage';
import type { Service, Stage, Watched } from './types';

export { keyFor } from './types';
export type { Form, Known, Service, Stage, Watched } from './types';

/** An empty account of a service with its trigger. */
export function openStage(service: Service, event: Watched, zone: string): Stage {
	if (service === 'insightly') return stageOf(insightlyBackstage());
	return stageOf(service === 'spotler' ? spotlerBackstage(zone, event) : postHogBackstage());
}
