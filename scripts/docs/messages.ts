/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import ts from 'typescript';

import { textsOf } from './sourceTexts';

/** What a node can say, and what it then advises. */
export interface Message {
	message: string;
	advice: string;
}

/**
 * Every message in the sources below a folder: rows of failure tables (`message` beside `description`) and refusals
 * (`form.refuse(message, description)`).
 */
export function messagesIn(folder: string): Message[] {
	const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
	const all = files
		.filter((name) => name.endsWith('.ts'))
		.sort()
		.flatMap((name) => messagesOf(join(folder, name)));
	const advices = new Map<string, Set<string>>();
	for (const { message, advice } of all) {
		advices.set(message, (advices.get(message) ?? new Set()).add(advice));
	}
	return [...advices]
		.map(([message, given]) => ({ message, advice: [...given].filter(Boolean).join(' / ') }))
		.sort((a, b) => a.message.localeCompare(b.message, 'en'));
}

function messagesOf(path: string): Message[] {
	const text = readFileSync(path, 'utf8');
	const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
	const found: Message[] = [];
	const visit = (node: ts.Node): void => {
		const pair = failureRow(node) ?? refusal(node);
		if (pair) found.push(...told(pair, file));
		ts.forEachChild(node, visit);
	};
	visit(file);
	return found;
}

type Pair = [message: ts.Expression, advice: ts.Expression | undefined];

function failureRow(node: ts.Node): Pair | undefined {
	if (!ts.isObjectLiteralExpression(node)) return undefined;
	const value = (name: string): ts.Expression | undefined =>
		node.properties
			.filter(ts.isPropertyAssignment)
			.find((property) => property.name.getText() === name)?.initializer;
	const [message, description] = [value('message'), value('description')];
	return message && description ? [message, description] : undefined;
}

function refusal(node: ts.Node): Pair | undefined {
	if (!ts.isCallExpression(node)) return undefined;
	const { expression, arguments: given } = node;
	const isRefusal = ts.isPropertyAccessExpression(expression) && expression.name.text === 'refuse';
	return isRefusal && given.length > 0 ? [given[0], given[1]] : undefined;
}

/** A text that says nothing before a run is left out. */
function told([message, advice]: Pair, file: ts.SourceFile): Message[] {
	const advices = textsOf(advice, file).filter((text) => /\p{L}/u.test(text));
	return textsOf(message, file)
		.filter((text) => /\p{L}{3}/u.test(text))
		.map((text) => ({
			message: oneLine(text),
			advice: oneLine([...new Set(advices)].join(' / ')),
		}));
}

const oneLine = (text: string): string =>
	text
		.replace(/\s+/g, ' ')
		.replace(/…(\s*…)+/g, '…')
		.trim();
