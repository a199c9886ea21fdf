/** Finds what belongs to a verb and a path, with templates such as `/Contacts/{id}/Tags`. */
export interface Router<T> {
	find(method: string, path: string): RouteMatch<T>;
}

export type RouteMatch<T> =
	| { kind: 'found'; value: T; params: Record<string, string> }
	/** The path exists, but not with this verb. */
	| { kind: 'wrong verb'; allowed: string[] }
	| { kind: 'unknown path' };

export interface RouterOptions {
	/** Says whether a value may stand for the parameter of this name. */
	accepts?: (parameter: string, value: string) => boolean;
	/** Asked at each request, so that it can be switched. Letter case is ignored unless it says true. */
	caseSensitive?: () => boolean;
}

interface Node<T> {
	fixed: Map<string, Node<T>>;
	open: Array<{ name: string; node: Node<T> }>;
	byMethod: Map<string, T>;
	/** The segment as it was declared. */
	spelling: string;
}

interface Leaf<T> {
	node: Node<T>;
	params: Record<string, string>;
}

/** @param routes verb, template and what belongs to them; fixed segments win over `{parameters}` */
export function createRouter<T>(
	routes: Iterable<{ method: string; path: string; value: T }>,
	options: RouterOptions = {},
): Router<T> {
	const root = createNode<T>('');
	for (const { method, path, value } of routes) {
		const node = split(path).reduce((parent, segment) => child(parent, segment), root);
		node.byMethod.set(method, value);
	}
	return {
		find(method, path) {
			const leaves = walk(root, split(path), options);
			for (const { node, params } of leaves) {
				const value = node.byMethod.get(method);
				if (value !== undefined) return { kind: 'found', value, params };
			}
			const allowed = leaves.flatMap(({ node }) => [...node.byMethod.keys()]);
			return allowed.length > 0 ? { kind: 'wrong verb', allowed } : { kind: 'unknown path' };
		},
	};
}

function createNode<T>(spelling: string): Node<T> {
	return { fixed: new Map(), open: [], byMethod: new Map(), spelling };
}

function split(path: string): string[] {
	return path.replace(/^\/|\/$/g, '').split('/');
}

function child<T>(parent: Node<T>, segment: string): Node<T> {
	const parameter = /^\{(.+)\}$/.exec(segment)?.[1];
	const known = parameter
		? parent.open.find(({ name }) => name === parameter)?.node
		: parent.fixed.get(segment.toLowerCase());
	if (known) return known;
	const node = createNode<T>(segment);
	if (parameter) parent.open.push({ name: parameter, node });
	else parent.fixed.set(segment.toLowerCase(), node);
	return node;
}

function walk<T>(node: Node<T>, segments: string[], options: RouterOptions): Array<Leaf<T>> {
	if (segments.length === 0) return node.byMethod.size > 0 ? [{ node, params: {} }] : [];
	const [segment, ...rest] = segments;
	const fixed = node.fixed.get(segment.toLowerCase());
	const exact = fixed && (!options.caseSensitive?.() || fixed.spelling === segment);
	const leaves = exact ? walk(fixed, rest, options) : [];
	const value = decode(segment);
	for (const { name, node: next } of node.open) {
		if (value === '' || options.accepts?.(name, value) === false) continue;
		for (const leaf of walk(next, rest, options)) {
			leaves.push({ node: leaf.node, params: { [name]: value, ...leaf.params } });
		}
	}
	return leaves;
}

function decode(segment: string): string {
	try {
		return decodeURIComponent(segment);
	} catch {
		return segment;
	}
}
