// Lets the bundler prefer share.weapp.ts or share.h5.ts over share.ts, however share was imported.
import { existsSync } from 'node:fs';

interface ResolveRequest {
  path: string | false;
  [key: string]: unknown;
}

/** What the bundler remembers of a resolution, to know when it no longer holds. */
interface ResolveContext {
  readonly missingDependencies?: { add(path: string): unknown };
}

type ResolveCallback = (error?: Error | null, result?: ResolveRequest | null) => void;

interface Resolver {
  getHook(name: string): {
    tapAsync(name: string, run: (request: ResolveRequest, context: ResolveContext, callback: ResolveCallback) => void): void;
  };
  ensureHook(name: string): unknown;
  doResolve(hook: unknown, request: ResolveRequest, message: string, context: ResolveContext, callback: ResolveCallback): void;
}

/**
 * Names the file of one platform that stands beside a general file.
 * @returns the path of the platform's file, or undefined if the path names no general script inside the folder
 */
export function platformFileOf(path: string, folder: string, platform: string): string | undefined {
  const normal = path.replaceAll('\\', '/');
  if (!normal.startsWith(`${folder.replaceAll('\\', '/')}/`)) return undefined;
  const parts = /^(.*?)(\.[a-z0-9]+)?\.(tsx?)$/.exec(normal);
  if (!parts || parts[2] !== undefined) return undefined;
  return `${parts[1]}.${platform}.${parts[3]}`;
}

/**
 * A resolver plugin for webpack. Taro has one of its own, but that one sees only relative imports without an
 * extension, not those of package.json `imports`; this one looks at the file that was found in the end.
 */
export class PlatformFilePlugin {
  constructor(
    private readonly folder: string,
    private readonly platform: string,
  ) {}

  apply(resolver: Resolver): void {
    const target = resolver.ensureHook('file');
    resolver.getHook('file').tapAsync('PlatformFilePlugin', (request, context, callback) => {
      const own = request.path ? platformFileOf(request.path, this.folder, this.platform) : undefined;
      if (own === undefined) return callback();
      if (!existsSync(own)) {
        // The bundler's cache must notice when the platform gets a file of its own later.
        context.missingDependencies?.add(own);
        return callback();
      }
      resolver.doResolve(target, { ...request, path: own }, `file for ${this.platform}`, context, callback);
    });
  }
}
