// Documents as JSON texts: what every store keeps, so that what is read equals what was written.
import type { StoredDocument } from '#server/ports/store';
import { DOCUMENT_BYTES_MAX } from '#server/ports/store';

/**
 * The JSON text of a document. Lone surrogates and U+0000 come out escaped, so the text is safe in every engine.
 * @throws RangeError when the text is longer than DOCUMENT_BYTES_MAX bytes of UTF-8.
 */
export function encodeDocument(document: StoredDocument): string {
  const text = JSON.stringify(document);
  // No code unit takes more than three bytes, so only long texts need to be counted.
  if (text.length * 3 > DOCUMENT_BYTES_MAX && Buffer.byteLength(text) > DOCUMENT_BYTES_MAX) {
    throw new RangeError(`the document ${document.id} is larger than ${DOCUMENT_BYTES_MAX} bytes`);
  }
  return text;
}

/** The document of a text that a store has kept. */
export function decodeDocument(text: string): StoredDocument {
  return JSON.parse(text) as StoredDocument;
}

function freezeDeep(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  Object.freeze(value);
  // What was parsed inherits no field, and the loop makes no list of what it looks at.
  for (const key in value) freezeDeep((value as Readonly<Record<string, unknown>>)[key]);
}

/** The document of a text, frozen: decisions of one batch share it, and none may change what the next one sees. */
export function decodeFrozen(text: string): StoredDocument {
  const document = decodeDocument(text);
  freezeDeep(document);
  return document;
}
