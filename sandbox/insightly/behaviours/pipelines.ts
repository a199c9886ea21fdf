import type { Reply } from '../../shared/http';
import { emptyReply, jsonReply } from '../../shared/http';
import type { JsonObject, JsonValue } from '../../shared/json';
import { isJsonObject } from '../../shared/json';
import type { Call } from '../call';
import { idParameter, recordInPath, singleBody } from '../call';
import { stamp } from '../dates';
import { readBody } from '../fields/body';
import { invalid } from '../refusal';
import { recordReply } from './present';

/** Which flag of a pipeline lets which records in. The document has none for leads. */
const ADMITS: Readonly<Record<string, string>> = {
	Opportunities: 'FOR_OPPORTUNITIES',
	Projects: 'FOR_PROJECTS',
};

/** PUT …/Pipeline: puts the record into a pipeline, at its first stage unless the body names another. */
function changePipeline(call: Call): Reply {
	recordInPath(call);
	const body = readBody(call.account, singleBody(call), { type: 'PipelineChange', mode: 'create' });
	const pipeline = call.account.store.get('Pipelines', Number(body.PIPELINE_ID));
	const flag = ADMITS[call.resource.path];
	if (!pipeline || (flag && pipeline[flag] !== true)) {
		throw invalid(`PIPELINE_ID ${String(body.PIPELINE_ID)} is no pipeline for this record`);
	}
	const change = isJsonObject(body.PIPELINE_STAGE_CHANGE) ? body.PIPELINE_STAGE_CHANGE : {};
	const stages = stagesOf(call, pipeline.PIPELINE_ID);
	const stage = change.STAGE_ID ?? stages[0]?.STAGE_ID ?? null;
	if (stage !== null && !stages.some(({ STAGE_ID }) => STAGE_ID === stage)) {
		throw invalid(`STAGE_ID ${String(stage)} is no stage of this pipeline`);
	}
	assignActivities(call, change.ACTIVITYSET_ASSIGNMENT);
	return moved(call, { PIPELINE_ID: pipeline.PIPELINE_ID, STAGE_ID: stage });
}

/** PUT …/PipelineStage: moves the record within its pipeline. */
function changeStage(call: Call): Reply {
	const row = recordInPath(call);
	const rules = { type: 'PipelineStageChange', mode: 'create' } as const;
	const body = readBody(call.account, singleBody(call), rules);
	const stages = stagesOf(call, row.PIPELINE_ID);
	if (!stages.some(({ STAGE_ID }) => STAGE_ID === body.STAGE_ID)) {
		throw invalid(`STAGE_ID ${String(body.STAGE_ID)} is no stage of the record's pipeline`);
	}
	assignActivities(call, body.ACTIVITYSET_ASSIGNMENT);
	return moved(call, { STAGE_ID: body.STAGE_ID });
}

function leavePipeline(call: Call): Reply {
	recordInPath(call);
	moved(call, { PIPELINE_ID: null, STAGE_ID: null });
	return emptyReply(202);
}

/** POST …/ActivitySetAssignment: makes a task of every activity in the set. */
function assignActivitySet(call: Call): Reply {
	recordInPath(call);
	const rules = { type: 'ActivitySetAssignment', mode: 'create' } as const;
	const assignment = readBody(call.account, singleBody(call), rules);
	if (!assignActivities(call, assignment)) throw invalid('ACTIVITYSET_ID is required');
	return jsonReply(201, assignment);
}

function moved(call: Call, changes: JsonObject): Reply {
	const { account, resource } = call;
	const row = account.store.update(resource.path, idParameter(call), changes);
	return recordReply(account, resource, row, account.switches.putStatus);
}

function stagesOf({ account }: Call, pipelineId: JsonValue): JsonObject[] {
	return account.store
		.all('PipelineStages')
		.filter(({ PIPELINE_ID }) => PIPELINE_ID === pipelineId)
		.sort((one, other) => Number(one.STAGE_ORDER) - Number(other.STAGE_ORDER));
}

function assignActivities(call: Call, assignment: JsonValue | undefined): boolean {
	if (!isJsonObject(assignment) || typeof assignment.ACTIVITYSET_ID !== 'number') return false;
	const { account, resource } = call;
	const set = account.store.get('ActivitySets', assignment.ACTIVITYSET_ID);
	if (!set) throw invalid(`ACTIVITYSET_ID ${assignment.ACTIVITYSET_ID} does not exist`);
	const activities = Array.isArray(set.ACTIVITIES) ? set.ACTIVITIES : [];
	for (const activity of activities.filter(isJsonObject)) {
		account.store.insert('Tasks', {
			TITLE: activity.ACTIVITY_NAME,
			DETAILS: activity.ACTIVITY_DETAILS,
			START_DATE: assignment.START_DATE ?? stamp(account.clock.now()),
			LINKS: [{ LINK_OBJECT_NAME: resource.objectName, LINK_OBJECT_ID: idParameter(call) }],
		});
	}
	return true;
}

export const pipelineBehaviours = {
	'PUT /*/{id}/Pipeline': changePipeline,
	'DELETE /*/{id}/Pipeline': leavePipeline,
	'PUT /*/{id}/PipelineStage': changeStage,
	'POST /*/{id}/ActivitySetAssignment': assignActivitySet,
};
