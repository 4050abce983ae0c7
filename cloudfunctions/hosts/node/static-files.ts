// Serves a folder of built files from memory: compressed once, hashed names for ever, everything else asked anew.
import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Context } from 'hono';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};
const COMPRESSED = /^\.(html|js|css|json|svg|txt)$/;
/** Names that the bundler makes from the content; such a file never changes. */
const HASHED = /\.[0-9a-f]{8,}\.(js|css)$/;
const compress = promisify(gzip);

interface KeptFile {
  readonly modifiedMs: number;
  readonly etag: string;
  readonly plain: Uint8Array<ArrayBuffer>;
  readonly gzipped: Uint8Array<ArrayBuffer> | null;
}

/** A folder that is served. */
export interface StaticFiles {
  /** Answers with the file at a path inside the folder, or null when there is none. */
  respond(context: Context, path: string): Promise<Response | null>;
  /** A file's text, or null when there is none. */
  text(path: string): Promise<string | null>;
}

/** Serves a folder; it may be built anew at any time. */
export function createStaticFiles(folder: string): StaticFiles {
  const kept = new Map<string, KeptFile>();

  async function load(path: string): Promise<KeptFile | null> {
    const absolute = join(folder, normalize(`${sep}${path}`));
    if (path.includes('\0') || !Object.hasOwn(types, extname(absolute))) return null;
    const found = await stat(absolute).catch(() => null);
    if (found === null || !found.isFile()) return null;
    const known = kept.get(absolute);
    if (known !== undefined && known.modifiedMs === found.mtimeMs) return known;
    const plain = new Uint8Array(await readFile(absolute));
    const etag = `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`;
    const gzipped = COMPRESSED.test(extname(absolute)) ? new Uint8Array(await compress(plain)) : null;
    const file: KeptFile = { modifiedMs: found.mtimeMs, etag, plain, gzipped };
    kept.set(absolute, file);
    return file;
  }

  return {
    async respond(context, path) {
      const file = await load(path);
      if (file === null) return null;
      const headers: Record<string, string> = {
        'content-type': types[extname(path)] ?? 'application/octet-stream',
        'cache-control': HASHED.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
        etag: file.etag,
        vary: 'accept-encoding',
      };
      if (context.req.header('if-none-match') === file.etag) return context.body(null, 304, headers);
      const wantsGzip = /\bgzip\b/.test(context.req.header('accept-encoding') ?? '');
      if (file.gzipped !== null && wantsGzip) return context.body(file.gzipped, 200, { ...headers, 'content-encoding': 'gzip' });
      return context.body(file.plain, 200, headers);
    },
    async text(path) {
      const file = await load(path);
      return file === null ? null : new TextDecoder().decode(file.plain);
    },
  };
}
