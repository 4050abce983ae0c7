// The documents that a decision works on: reads what the store has loaded, gathers what changes.
import type { Shapes, TableName } from '#core/tables';
import { type Id, makeId } from '#core/values/ids';
import type { Instant } from '#core/values/instant';

/** Thrown when a document is wanted that has not been loaded: the run ends, and the store runs it again with these documents. */
export class DocumentsNeeded extends Error {
  readonly ids: readonly Id[];

  constructor(ids: readonly Id[]) {
    super(`documents needed: ${ids.join(', ')}`);
    this.name = 'DocumentsNeeded';
    this.ids = ids;
  }
}

/** A change of one document or one board row, as the store port takes it. */
export type WorkspaceWrite =
  | { readonly kind: 'insert' | 'put'; readonly document: { readonly id: Id; readonly stamp: number } }
  | { readonly kind: 'remove'; readonly id: Id }
  | { readonly kind: 'score'; readonly board: Id; readonly key: string; readonly points: number | null; readonly at: Instant };

/** A view of one community's documents that remembers its changes. */
export interface Workspace {
  readonly communityId: string;
  /** A document, or null where there is none. @throws DocumentsNeeded when it has not been loaded. */
  find<T extends TableName>(table: T, ...parts: string[]): Shapes[T] | null;
  /** Says what will be looked at next, so that all of it that is not loaded is loaded at once. @throws DocumentsNeeded when anything is not. */
  ask(ids: readonly Id[]): void;
  /**
   * As find, for several documents that are only looked at: what is decided does not rest on them, and they may be others by the time of
   * the commit.
   */
  glance<T extends TableName>(table: T, parts: readonly (readonly string[])[]): readonly (Shapes[T] | null)[];
  /** The ids on which the decision rests: what was found, there or not, and what it writes. */
  restsOn(): ReadonlySet<Id>;
  /** A document that must be there. @throws Error when it is not: the caller has been told of it, so that is a bug. */
  get<T extends TableName>(table: T, ...parts: string[]): Shapes[T];
  /** Writes a document whole; it is an insert when nothing was there. */
  put<T extends TableName>(table: T, document: Shapes[T]): void;
  remove(id: Id): void;
  score(board: Id, key: string, points: number | null, at: Instant): void;
  /** One more than the highest stamp among the documents that were found. */
  nextStamp(): number;
  /** All changes; every document written bears the stamp. */
  writes(stamp: number): readonly WorkspaceWrite[];
}

/** What has been loaded: `has` says whether an id was asked for at all, `get` gives undefined where nothing is. */
export interface Loaded {
  has(id: Id): boolean;
  get(id: Id): unknown;
}

/** Opens a workspace over loaded documents. */
export function createWorkspace(communityId: string, loaded: Loaded): Workspace {
  const changed = new Map<Id, { readonly id: Id } | null>();
  const scores = new Map<string, Extract<WorkspaceWrite, { kind: 'score' }>>();
  const found = new Set<Id>();
  let highest = 0;
  // An action looks at the same few documents over and over: their ids are made, and checked, once.
  const named: { readonly table: TableName; readonly part: string | undefined; readonly id: Id }[] = [];

  const idOf = (table: TableName, parts: readonly string[]): Id => {
    if (parts.length > 1) return makeId(communityId, table, ...parts);
    const part = parts[0];
    for (const one of named) if (one.table === table && one.part === part) return one.id;
    const id = makeId(communityId, table, ...parts);
    named.push({ table, part, id });
    return id;
  };

  const find = <T extends TableName>(table: T, ...parts: string[]): Shapes[T] | null => {
    const id = idOf(table, parts);
    if (changed.has(id)) return (changed.get(id) ?? null) as unknown as Shapes[T] | null;
    if (!loaded.has(id)) throw new DocumentsNeeded([id]);
    found.add(id);
    const document = (loaded.get(id) ?? null) as (Shapes[T] & { readonly stamp?: number }) | null;
    highest = Math.max(highest, document?.stamp ?? 0);
    return document;
  };

  const ask = (ids: readonly Id[]): void => {
    const missing = ids.filter((id) => !changed.has(id) && !loaded.has(id));
    if (missing.length > 0) throw new DocumentsNeeded(missing);
  };

  return {
    communityId,
    find,
    ask,
    glance(table, parts) {
      const ids = parts.map((own) => makeId(communityId, table, ...own));
      ask(ids);
      return ids.map((id) => ((changed.has(id) ? changed.get(id) : loaded.get(id)) ?? null) as never);
    },
    restsOn: () => new Set([...found, ...changed.keys()]),
    get(table, ...parts) {
      const document = find(table, ...parts);
      if (document === null) throw new Error(`a document that must exist is absent: ${makeId(communityId, table, ...parts)}`);
      return document;
    },
    put(_table, document) {
      changed.set(document.id, document);
    },
    remove(id) {
      changed.set(id, null);
    },
    score(board, key, points, at) {
      scores.set(`${board} ${key}`, { kind: 'score', board, key, points, at });
    },
    nextStamp: () => highest + 1,
    writes(stamp) {
      const writes: WorkspaceWrite[] = [];
      for (const [id, document] of changed) {
        const existed = loaded.has(id) && loaded.get(id) !== undefined;
        if (document !== null) writes.push({ kind: existed ? 'put' : 'insert', document: { ...document, stamp } });
        else if (existed) writes.push({ kind: 'remove', id });
      }
      return [...writes, ...scores.values()];
    },
  };
}
