// Which packages of the lock file what people reach is made of: those that dependencies lead to, without passing through a tool.

/** One package of package-lock.json, by the folder that it is installed in. */
export interface LockedPackage {
  readonly version?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/** The part of package-lock.json that is used; `''` is the repository itself. */
export type LockFile = Readonly<Record<string, LockedPackage>>;

const FOLDER = 'node_modules/';

/** Where a package that lies at `from` finds another, as Node looks for it: beside itself first, then ever further up. */
function resolve(lock: LockFile, from: string, name: string): string | null {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf(FOLDER) - 1))) {
    const path = `${at === '' ? '' : `${at}/`}${FOLDER}${name}`;
    if (Object.hasOwn(lock, path)) return path;
    if (at === '') return null;
  }
}

/** The folders of all packages that people may reach something of. What a package wants from whoever uses it leads nowhere by itself. */
export function reachedFolders(lock: LockFile, tools: readonly string[]): ReadonlySet<string> {
  const reached = new Set<string>();
  for (const waiting = ['']; waiting.length > 0; ) {
    const at = waiting.pop() ?? '';
    const { dependencies, optionalDependencies } = lock[at] ?? {};
    for (const name of Object.keys({ ...dependencies, ...optionalDependencies })) {
      const found = tools.includes(name) ? null : resolve(lock, at, name);
      if (found === null || reached.has(found)) continue;
      reached.add(found);
      waiting.push(found);
    }
  }
  return reached;
}
