import type { SandboxRequest } from './http';

/** One part of a multipart/form-data body. */
export interface FormPart {
	readonly name: string;
	/** Present when the part is a file. */
	readonly fileName?: string;
	readonly type?: string;
	readonly content: Buffer;
}

const HEADER_END = Buffer.from('\r\n\r\n');

/** The parts of a multipart/form-data body in order, or undefined when the body is not one. */
export function parseMultipart(request: SandboxRequest): FormPart[] | undefined {
	const contentType = request.headers['content-type'] ?? '';
	const boundary = /^multipart\/form-data;.*boundary=(?:"([^"]+)"|([^;]+))/i.exec(contentType);
	if (!boundary) return undefined;
	const delimiter = Buffer.from(`--${(boundary[1] ?? boundary[2]).trim()}`);
	const parts: FormPart[] = [];
	let start = request.body.indexOf(delimiter);
	while (start >= 0) {
		const from = start + delimiter.length;
		const next = request.body.indexOf(delimiter, from);
		if (next < 0) break;
		const part = parsePart(request.body.subarray(from + 2, next - 2));
		if (!part) return undefined;
		parts.push(part);
		start = next;
	}
	return parts.length > 0 ? parts : undefined;
}

function parsePart(part: Buffer): FormPart | undefined {
	const end = part.indexOf(HEADER_END);
	if (end < 0) return undefined;
	const headers = part.subarray(0, end).toString('utf8');
	const disposition = /^content-disposition:(.*)$/im.exec(headers)?.[1] ?? '';
	const name = /[;\s]name="([^"]*)"/i.exec(disposition)?.[1];
	if (name === undefined) return undefined;
	return {
		name,
		fileName: /[;\s]filename="([^"]*)"/i.exec(disposition)?.[1],
		type: /^content-type:\s*(.+)$/im.exec(headers)?.[1]?.trim(),
		content: part.subarray(end + HEADER_END.length),
	};
}
