// The file storage: places to upload to and to download from, as the SDK is told them, and the files themselves.
import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { Answer } from '../answer';
import type { RequestRecord } from '../request-record';
import { invalidParameter } from '../wire-error';

/** Where uploads and downloads go; everything else is the wire of the SDK. */
export const FILES_PATH = '/files/';

interface Upload {
  readonly path: string;
  readonly token: string;
  readonly authorization: string;
}

/** What a transfer gives back: a status, and bytes or a text. */
export interface Transferred {
  readonly status: number;
  readonly body: Buffer;
  readonly contentType: string;
}

const refusal = (code: string, message: string): Transferred => ({
  status: 403,
  contentType: 'application/xml',
  body: Buffer.from(
    `<?xml version='1.0' encoding='utf-8' ?><Error><Code>${code}</Code><Message>${message}</Message><RequestId>r</RequestId><TraceId>t</TraceId></Error>`,
  ),
});

/** Files by their path in the cloud. A place to upload to or download from is good as long as the stand-in runs. */
export class FileStorage {
  /** What is stored, by path. */
  readonly stored = new Map<string, Buffer>();
  readonly #uploads = new Map<string, Upload>();
  readonly #prefix: string;

  constructor(environmentId: string) {
    this.#prefix = `cloud://${environmentId}.7374-${environmentId}-1250000000/`;
  }

  /** The id under which a path is known (form: vendor). */
  idOf(path: string): string {
    return `${this.#prefix}${path}`;
  }

  #pathOf(fileId: unknown): string | null {
    return typeof fileId === 'string' && fileId.startsWith(this.#prefix) ? fileId.slice(this.#prefix.length) : null;
  }

  /** Forgets every file. */
  clear(): void {
    this.stored.clear();
    this.#uploads.clear();
  }

  /** Tells where a file may be uploaded to (`storage.getUploadMetadata`, observed). */
  uploadMetadata({ body }: RequestRecord, url: string): Answer {
    const { path } = body;
    if (typeof path !== 'string' || path === '') throw invalidParameter('path must be a text');
    const upload = { path, token: randomUUID(), authorization: `q-sign-algorithm=sha1&q-signature=${randomUUID()}` };
    const place = randomUUID();
    this.#uploads.set(place, upload);
    const { token, authorization } = upload;
    return { data: { url: `${url}${FILES_PATH}${place}`, token, authorization, fileId: this.idOf(path), cosFileId: `cos-${place}` } };
  }

  /**
   * Tells where files may be downloaded from (`storage.batchGetDownloadUrl`, observed; the code of a missing one: vendor).
   * The SDK encodes the URL itself (observed), so it is given plain.
   */
  downloadUrls({ body }: RequestRecord, url: string): Answer {
    const list = (body['file_list'] ?? []) as readonly { readonly fileid: unknown }[];
    const download_list = list.map(({ fileid }) => {
      const path = this.#pathOf(fileid);
      return path !== null && this.stored.has(path)
        ? { code: 'SUCCESS', fileID: fileid, tempFileURL: `${url}${FILES_PATH}${path}` }
        : { code: 'STORAGE_FILE_NONEXIST', fileID: fileid, tempFileURL: '' };
    });
    return { data: { download_list } };
  }

  /** Removes files (`storage.batchDeleteFile`, observed; the code of a missing one: vendor). */
  remove({ body }: RequestRecord): Answer {
    const list = (body['fileid_list'] ?? []) as readonly unknown[];
    const delete_list = list.map((fileID) => {
      const path = this.#pathOf(fileID);
      return { fileID, code: path !== null && this.stored.delete(path) ? 'SUCCESS' : 'STORAGE_FILE_NONEXIST' };
    });
    return { data: { delete_list } };
  }

  /** Takes an upload at a place that was told before, with the headers that were told with it. */
  put(place: string, headers: IncomingHttpHeaders, bytes: Buffer): Transferred {
    const upload = this.#uploads.get(place);
    if (!upload) return refusal('NoSuchKey', 'no such place');
    const isSigned = headers['authorization'] === upload.authorization && headers['x-cos-security-token'] === upload.token;
    if (!isSigned || headers['key'] !== encodeURIComponent(upload.path)) return refusal('SignatureDoesNotMatch', 'not as it was told');
    this.#uploads.delete(place);
    this.stored.set(upload.path, bytes);
    return { status: 200, contentType: 'application/xml', body: Buffer.alloc(0) };
  }

  /** Gives a file by its place. */
  get(place: string): Transferred {
    const bytes = this.stored.get(decodeURIComponent(place));
    return bytes
      ? { status: 200, contentType: 'application/octet-stream', body: bytes }
      : { ...refusal('NoSuchKey', 'no file'), status: 404 };
  }
}
