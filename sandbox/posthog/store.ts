import type { SandboxClock } from '../shared/clock';
import type { JsonObject, JsonValue } from '../shared/json';
import type { Activity, Insight, Outcome, Project, User } from './model';

/** What a test may say of a new insight; everything else gets the service's defaults. */
export type NewInsight = Partial<
	Omit<Insight, 'short_id' | 'sharing' | 'source' | 'running'> & { short_id: string }
> & { result?: JsonValue };

const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghjkmnpqrstuvwxyz23456789';

/** Insights, projects, users and the activity log of one PostHog. */
export class Store {
	readonly projects: Project[] = [];

	readonly users: User[] = [];

	readonly activities: Activity[] = [];

	/** Names of events that the user's current project is read from, when `@current` is asked for. */
	currentProject = 1;

	private readonly insights = new Map<number, Insight>();

	private counter = 0;

	constructor(private readonly clock: SandboxClock) {}

	now(): number {
		return this.clock.now();
	}

	/** All insights of a project that exist, oldest first; deleted ones only on request. */
	all(project: number, withDeleted = false): Insight[] {
		return [...this.insights.values()].filter(
			(insight) => insight.project === project && (withDeleted || !insight.deleted),
		);
	}

	/** By number, deleted or not. */
	get(id: number): Insight | undefined {
		return this.insights.get(id);
	}

	/** Puts an insight in behind the API's back. */
	insert({ result, ...given }: NewInsight = {}): Insight {
		const id = given.id ?? this.nextId();
		const now = this.now();
		const author = given.created_by ?? this.users[0] ?? null;
		const insight: Insight = {
			id,
			short_id: given.short_id ?? this.token(8),
			project: this.currentProject,
			name: null,
			derived_name: null,
			description: null,
			query: null,
			order: null,
			deleted: false,
			dashboards: [],
			tags: [],
			favorited: false,
			saved: true,
			is_sample: false,
			created_at: now,
			created_by: author,
			updated_at: given.created_at ?? now,
			last_modified_at: given.created_at ?? now,
			last_modified_by: author,
			last_viewed_at: null,
			sharing: this.newSharing(),
			source: { result: result ?? [] },
			...given,
		};
		this.insights.set(id, insight);
		return insight;
	}

	/** Changes an insight as another user would: moves updated_at, writes nothing to the log. */
	update(id: number, changes: Partial<Insight>): Insight {
		const insight = this.insights.get(id);
		if (!insight) throw new RangeError(`There is no insight ${id}`);
		return Object.assign(insight, { updated_at: this.now() }, changes);
	}

	/** What the next computation of an insight gives. The cache keeps what it has. */
	setResult(id: number, outcome: Outcome): void {
		const insight = this.insights.get(id);
		if (!insight) throw new RangeError(`There is no insight ${id}`);
		insight.source = outcome;
		insight.breaks = undefined;
	}

	/** Makes the computations of an insight end badly until `setResult` is called. */
	setBroken(id: number, text: string, userError = false): void {
		const insight = this.insights.get(id);
		if (!insight) throw new RangeError(`There is no insight ${id}`);
		insight.breaks = { text, userError };
	}

	/** Writes to the log, newest last; insights without any name are not logged. */
	log(insight: Insight, activity: string, user: User | null, changes: JsonObject[] | null): void {
		const name = insight.name ?? insight.derived_name;
		if (!name) return;
		this.activities.push({
			id: `0190a${this.token(3).toLowerCase()}-0000-7000-8000-${String(this.nextId()).padStart(12, '0')}`,
			project: insight.project,
			item_id: String(insight.id),
			user,
			activity,
			detail: { name, short_id: insight.short_id, trigger: null, type: null, changes },
			created_at: this.now(),
		});
	}

	newSharing(): Insight['sharing'] {
		return {
			created_at: null,
			enabled: false,
			access_token: this.token(30),
			settings: null,
			password_required: false,
			passwords: [],
		};
	}

	nextId(): number {
		this.counter += 1;
		return this.counter;
	}

	/** A reproducible random-looking text. */
	token(length: number): string {
		let text = '';
		let seed = this.nextId() * 2_654_435_761;
		for (let index = 0; index < length; index++) {
			seed = (Math.imul(seed ^ (seed >>> 13), 1_274_126_177) + index) >>> 0;
			text += LETTERS[seed % LETTERS.length];
		}
		return text;
	}
}
