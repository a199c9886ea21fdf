import type { SandboxRequest } from './http';
import { mediaType } from './http';

/** One part of a multipart/form-data body. */
export interface FormPart {
	readonly name: string;
	/** Present when the part is a file. */
	readonly fileName?: string;
	readonly type?: string;
	readonly content: Buffer;
}

/** The parts of a multipart/form-data body in order, or undefined when the body is not one. */
export async function parseMultipart(
	request: Omit<SandboxRequest, 'form'>,
): Promise<readonly FormPart[] | undefined> {
	if (mediaType(request) !== 'multipart/form-data') return undefined;
	const { headers, body } = request;
	const form = await new Response(body, { headers }).formData().catch(() => undefined);
	return (
		form && (await Promise.all([...form].map(async ([name, value]) => await part(name, value))))
	);
}

async function part(name: string, value: string | File): Promise<FormPart> {
	if (typeof value === 'string') return { name, content: Buffer.from(value) };
	const content = Buffer.from(await value.arrayBuffer());
	return { name, fileName: value.name, type: value.type || undefined, content };
}
