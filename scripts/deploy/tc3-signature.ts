// Signs requests to Tencent Cloud's management API: TC3-HMAC-SHA256, as its documentation describes it.
import { createHash, createHmac } from 'node:crypto';

/** Who signs. Temporary keys come with a token. */
export interface CloudKeys {
  readonly secretId: string;
  readonly secretKey: string;
  readonly token?: string;
}

/** What is signed: one POST of a JSON text to a host's root. */
export interface SignedText {
  readonly service: string;
  readonly host: string;
  readonly contentType: string;
  readonly body: string;
  /** The moment of signing, in seconds since 1970. */
  readonly atSeconds: number;
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const keyed = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest();

/** The `Authorization` header of a request. */
export function signTc3(keys: CloudKeys, { service, host, contentType, body, atSeconds }: SignedText): string {
  const signedHeaders = 'content-type;host';
  const headers = `content-type:${contentType}\nhost:${host}\n`;
  const request = `POST\n/\n\n${headers}\n${signedHeaders}\n${sha256(body)}`;
  const date = new Date(atSeconds * 1_000).toISOString().slice(0, 10);
  const scope = `${date}/${service}/tc3_request`;
  const text = `TC3-HMAC-SHA256\n${atSeconds}\n${scope}\n${sha256(request)}`;
  const signing = keyed(keyed(keyed(`TC3${keys.secretKey}`, date), service), 'tc3_request');
  const signature = keyed(signing, text).toString('hex');
  return `TC3-HMAC-SHA256 Credential=${keys.secretId}/${scope}, SignedHeaders=${signedHeaders}, Signature=${signature}`;
}
