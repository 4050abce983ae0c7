// The form of a request: its fields, from JSON or from a form with parts, and the signature that it must carry.
import type { IncomingHttpHeaders } from 'node:http';
import { createRequire } from 'node:module';
import { StandInComplaint } from './answer';
import { isFields } from './database/value-order';

type Body = { readonly [field: string]: unknown };

function readParts(bytes: Buffer, boundary: string): Body {
  const fields: Record<string, unknown> = {};
  const separator = Buffer.from(`--${boundary}`);
  for (let start = bytes.indexOf(separator); start >= 0; ) {
    const end = bytes.indexOf(separator, start + separator.length);
    if (end < 0) break;
    const part = bytes.subarray(start + separator.length + 2, end - 2);
    const headEnd = part.indexOf('\r\n\r\n');
    const head = part.subarray(0, headEnd).toString('utf8');
    const content = part.subarray(headEnd + 4);
    const name = /name="([^"]*)"/.exec(head)?.[1];
    if (name === undefined) throw new StandInComplaint('A part of a form has no name.');
    // A buffer travels as octets, everything else as text (observed).
    fields[name] = /application\/octet-stream/i.test(head) ? Buffer.from(content) : content.toString('utf8');
    start = end;
  }
  return fields;
}

/** The fields of a request's body. */
export function readBody(bytes: Buffer, contentType: string): Body {
  const boundary = /^multipart\/form-data;.*boundary=(.+)$/.exec(contentType)?.[1];
  if (boundary !== undefined) return readParts(bytes, boundary);
  const body: unknown = JSON.parse(bytes.toString('utf8'));
  if (!isFields(body)) throw new StandInComplaint('The body of a request is no object.');
  return body;
}

const form =
  /^TC3-HMAC-SHA256 Credential=([^/]+)\/(\d{4}-\d\d-\d\d)\/tcb\/tc3_request, SignedParams=([^,]*), SignedHeaders=([^,]*), Signature=([0-9a-f]{64})$/;

/** What was signed, as the header says. */
export interface Signature {
  readonly secretId: string;
  readonly signedHeaders: readonly string[];
}

/** Looks at the signature (form: observed); `action` and the host at least must be signed. */
export function readSignature(headers: IncomingHttpHeaders): Signature {
  const [, secretId = '', , parameters = '', signed = ''] = form.exec(headers['authorization'] ?? '') ?? [];
  const signedHeaders = signed.split(';');
  if (secretId === '' || !parameters.split(';').includes('action') || !signedHeaders.includes('host'))
    throw new StandInComplaint(`The signature is not as the SDK makes it: ${headers['authorization']}`);
  return { secretId, signedHeaders };
}

interface Signing {
  sign(request: object): { readonly authorization: string };
}

// The very module that signs in the SDK, wherever it was installed.
const fromSdk = createRequire(createRequire(import.meta.url).resolve('@cloudbase/node-sdk'));
const { sign }: Signing = fromSdk('@cloudbase/signature-nodejs');

/** Computes the signature of a request again, with the key that its sender should have. */
export function checkSignature(headers: IncomingHttpHeaders, path: string, params: Body, secretKey: string): void {
  const { secretId, signedHeaders } = readSignature(headers);
  const { authorization } = sign({
    secretId,
    secretKey,
    method: 'post',
    url: `http://${headers.host}${path}`,
    headers: Object.fromEntries(signedHeaders.map((name) => [name, headers[name]])),
    params,
    withSignedParams: true,
    timestamp: Number(headers['x-timestamp']),
  });
  if (authorization !== headers['authorization']) throw new StandInComplaint('The signature was not made with the right key.');
}
