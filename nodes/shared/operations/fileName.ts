/** Parameters of a header by name, quotes removed. */
type Parameters = ReadonlyMap<string, string>;

/**
 * The file name in a Content-Disposition header, in any form that servers write it: plain, quoted with `\"` and `;` in
 * it, `filename*` of RFC 5987 with a language or in quotes, raw UTF-8, or an encoded word of RFC 2047. Undefined if there
 * is none.
 *
 * `attachment; filename="a b.pdf"; filename*=UTF-8''a%20b.pdf`
 */
export function fileNameIn(header: string | undefined): string | undefined {
	const parameters = parametersIn(header ?? '');
	const extended = extendedValue(parameters.get('filename*'));
	const name = extended ?? plainValue(parameters.get('filename'));
	return name === undefined ? undefined : withoutFolders(name) || undefined;
}

const PARAMETER = /;\s*([\w!#$%&+^`|~.-]+\*?)\s*=\s*("(?:[^"\\]|\\.)*"|[^;]*)/g;

function parametersIn(header: string): Parameters {
	const found = new Map<string, string>();
	const withType = header.trim().startsWith('filename') ? `;${header}` : header;
	for (const [, name, value] of withType.matchAll(PARAMETER)) {
		const key = name.toLowerCase();
		if (!found.has(key)) found.set(key, unquoted(value.trim()));
	}
	return found;
}

/** In quotes, a backslash takes the next character as it is. Some programs write paths with plain ones. */
function unquoted(value: string): string {
	if (!value.startsWith('"') || !value.endsWith('"') || value.length < 2) return value;
	return value.slice(1, -1).replace(/\\(["\\])/g, '$1');
}

/** `UTF-8'en'a%20b.pdf`; undefined when it cannot be decoded, so that the plain name counts. */
function extendedValue(value: string | undefined): string | undefined {
	const match = /^([\w-]*)'[^']*'(.*)$/s.exec(value ?? '');
	if (!match) return undefined;
	return percentDecoded(match[2], match[1].toLowerCase());
}

function percentDecoded(text: string, charset: string): string | undefined {
	if (/%(?![0-9a-f]{2})/i.test(text)) return undefined;
	const bytes = Buffer.from(
		text.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
		'latin1',
	);
	return charset === 'iso-8859-1' ? bytes.toString('latin1') : utf8(bytes);
}

/** Bytes as UTF-8, or undefined when they are none. */
function utf8(bytes: Buffer): string | undefined {
	const text = bytes.toString('utf8');
	return text.includes('\ufffd') ? undefined : text;
}

function plainValue(value: string | undefined): string | undefined {
	if (value === undefined) return undefined;
	const words = value.replace(/(\?=)\s+(?==\?)/g, '$1');
	const decoded = words.replace(/=\?([\w-]+)\?([bq])\?([^?]*)\?=/gi, encodedWord);
	if (decoded !== words) return decoded;
	if (/%[0-9a-f]{2}/i.test(value)) return percentDecoded(value, 'utf-8') ?? value;
	return rawUtf8(value);
}

function encodedWord(whole: string, charset: string, coding: string, text: string): string {
	const bytes =
		coding.toLowerCase() === 'b'
			? Buffer.from(text, 'base64')
			: Buffer.from(
					text
						.replace(/_/g, ' ')
						.replace(/=([0-9a-f]{2})/gi, (_, hex: string) =>
							String.fromCharCode(parseInt(hex, 16)),
						),
					'latin1',
				);
	return /^utf-?8$/i.test(charset) ? (utf8(bytes) ?? whole) : bytes.toString('latin1');
}

/** Header bytes arrive as Latin-1 characters, although many servers write UTF-8. */
function rawUtf8(value: string): string {
	if (!/[\u0080-\u00ff]/.test(value) || /[\u0100-\uffff]/.test(value)) return value;
	return utf8(Buffer.from(value, 'latin1')) ?? value;
}

/** Only the last part of a path names the file. */
const withoutFolders = (name: string): string =>
	(name.split(/[/\\]/).pop() ?? '').replace(/\p{Cc}/gu, '').trim();
