import ts from 'typescript';

/** Stands for what is only known when the message is given: a name, a value, a number. */
const ANYTHING = '…';

/** More ways to read one text than this are not worth telling apart. */
const MOST_WAYS = 6;

/** Texts that an expression of a source file can have; `…` where only a run decides. */
export function textsOf(node: ts.Expression | undefined, file: ts.SourceFile): string[] {
	if (node === undefined) return [];
	if (ts.isStringLiteralLike(node)) return [node.text];
	if (ts.isParenthesizedExpression(node)) return textsOf(node.expression, file);
	if (ts.isConditionalExpression(node)) {
		return [...textsOf(node.whenTrue, file), ...textsOf(node.whenFalse, file)];
	}
	if (ts.isTemplateExpression(node)) return ofTemplate(node, file);
	if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken) {
		return followedBy(textsOf(node.left, file), textsOf(node.right, file));
	}
	if (ts.isCallExpression(node)) return ofJoin(node, file) ?? ofFunction(node, file) ?? [ANYTHING];
	if (ts.isIdentifier(node)) return ofConstant(node.text, file) ?? [placeholder(node)];
	return [placeholder(node)];
}

function ofTemplate(node: ts.TemplateExpression, file: ts.SourceFile): string[] {
	return node.templateSpans.reduce(
		(before, { expression, literal }) =>
			followedBy(followedBy(before, inside(textsOf(expression, file))), [literal.text]),
		[node.head.text],
	);
}

/** Of words that only differ in number, such as "is" and "are", one is enough. */
const inside = (texts: readonly string[]): readonly string[] =>
	texts.every((text) => text.length < 15) ? texts.slice(0, 1) : texts;

/** `[first, second].join(' ')`; entries that are there at times only are left out. */
function ofJoin({ expression }: ts.CallExpression, file: ts.SourceFile): string[] | undefined {
	if (!ts.isPropertyAccessExpression(expression) || expression.name.text !== 'join')
		return undefined;
	if (!ts.isArrayLiteralExpression(expression.expression)) return undefined;
	return expression.expression.elements
		.filter((element) => !ts.isSpreadElement(element))
		.map((element) => textsOf(element, file))
		.reduce((before, after) => followedBy(followedBy(before, [' ']), after));
}

/** What a function of the same file returns. */
function ofFunction({ expression }: ts.CallExpression, file: ts.SourceFile): string[] | undefined {
	const name = expression.getText();
	const called = file.statements
		.filter(ts.isFunctionDeclaration)
		.find((statement) => statement.name?.text === name);
	if (!called?.body) return undefined;
	const texts: string[] = [];
	const visit = (node: ts.Node): void => {
		if (ts.isReturnStatement(node)) texts.push(...textsOf(node.expression, file));
		ts.forEachChild(node, visit);
	};
	visit(called.body);
	return texts.slice(0, MOST_WAYS);
}

const followedBy = (before: readonly string[], after: readonly string[]): string[] =>
	before.flatMap((first) => after.map((second) => first + second)).slice(0, MOST_WAYS);

/** The service is the one thing that readers know without a run. */
const placeholder = (node: ts.Node): string =>
	/(^|\.)service(\.name)?$/.test(node.getText()) ? '[service]' : ANYTHING;

/** The texts of a constant of the same file, such as a piece of advice that several messages share. */
function ofConstant(name: string, file: ts.SourceFile): string[] | undefined {
	for (const statement of file.statements) {
		if (!ts.isVariableStatement(statement)) continue;
		for (const { name: declared, initializer } of statement.declarationList.declarations) {
			const isIt = ts.isIdentifier(declared) && declared.text === name;
			if (isIt && initializer && isText(initializer)) return textsOf(initializer, file);
		}
	}
	return undefined;
}

const isText = (node: ts.Expression): boolean =>
	ts.isStringLiteralLike(node) || ts.isTemplateExpression(node) || ts.isBinaryExpression(node);
