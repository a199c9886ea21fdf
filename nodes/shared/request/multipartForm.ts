import type { IHttpRequestOptions } from 'n8n-workflow';

/** A file on its way into a form, read piece by piece each time that the form is sent. */
export interface FormFile {
	/** File name. */
	name: string;
	/** MIME type. */
	type: string;
	/** Bytes. */
	size: number;
	stream(): AsyncIterable<Uint8Array>;
}

type FormEntry = readonly [name: string, value: string | FormFile];

/**
 * A multipart/form-data body that never holds its files: n8n's HTTP client takes everything with the shape of the web's
 * FormData and asks each file for its pieces while it sends. (A real FormData wants a Blob, which is a copy in memory.)
 */
export class MultipartForm {
	private readonly parts: FormEntry[] = [];

	readonly [Symbol.toStringTag] = 'FormData';

	append(name: string, value: string | FormFile): void {
		this.parts.push([name, value]);
	}

	entries(): IterableIterator<FormEntry> {
		return this.parts[Symbol.iterator]();
	}

	[Symbol.iterator](): IterableIterator<FormEntry> {
		return this.entries();
	}

	/** The form as the body of a request. n8n's type only knows the web's own class. */
	asBody(): IHttpRequestOptions['body'] {
		return this as unknown as IHttpRequestOptions['body'];
	}
}
