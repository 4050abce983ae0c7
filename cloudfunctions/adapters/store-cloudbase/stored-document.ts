// What lies in CloudBase: one collection whose documents hold our documents, rows of boards, or tokens of decisions.
import { boards } from '#core/tables';
import { communityOf, type Id, tableOf } from '#core/values/ids';
import { type IndexKeys, KEY_SLOTS } from '#server/adapters/store-lane/index-key';

/** The one collection. */
export const CLOUDBASE_COLLECTION = 'documents';

/** A row of a board: the board, the points, and the instant that orders ties, in ms. */
export interface StoredRow {
  readonly b: Id;
  readonly p: number;
  readonly t: number;
}

/** What of a stored document a decision changes; without `d` it is vacant: it only remembers its version. */
export interface Content {
  /** The JSON text of our document. */
  readonly d?: string;
  /** A key per declared index of its table, each ending in the id, so that one field orders a whole index. */
  readonly [key: `k${number}`]: string;
  /** The key over all communities, for the indexes that have one. */
  readonly o?: string;
  /** Rows of boards: of many ranking boards in a home, of one board in a document of its own. */
  readonly rows?: readonly StoredRow[];
  /** Whose rows these are. */
  readonly key?: string;
  /** The boards of those families that had a row here last and have none now. */
  readonly past?: readonly Id[];
}

/** A stored document. */
export interface Stored extends Content {
  readonly _id: string;
  /** Counts the changes, from 1 on; never goes back, since nothing but tokens is ever deleted. */
  readonly v: number;
  /** The name of the attempt that inserted it. */
  readonly n: string;
}

/** That a decision has used up a version of a stored document. */
export interface Token {
  readonly _id: string;
  readonly n: string;
  /** When it was made, in ms: old tokens are swept. */
  readonly at: number;
}

/** What no id begins with or holds: `~` sorts behind all communities, `|` parts a board from a key. */
const TOKEN = '~';
const OF_KEY = '|';

/** The interval in which all tokens lie and nothing else. */
export const TOKENS_FROM = TOKEN;
export const TOKENS_BEFORE = '\x7f';

/** The token of a version: whoever inserts it has used that version up. */
export function tokenIdOf(id: string, version: number): string {
  return `${TOKEN}${id}${TOKEN}${version}`;
}

/** The stored document of one row. */
export function rowIdOf(board: Id, key: string): string {
  return board + OF_KEY + key;
}

/** Where the rows of a key on ranking boards live: beside the member of that name, whom an action writes anyway. */
export function homeIdOf(board: Id, key: string): string {
  return `${communityOf(board)}/member/${key}`;
}

/** Whether a board is a ranking, whose rows live in homes. */
export function isRanking(board: Id): boolean {
  const declared = (boards as Record<string, { readonly moves: boolean }>)[tableOf(board)];
  return declared?.moves !== false;
}

/** The content of one of our documents, beside whatever rows are kept with it. */
export function contentOf(id: Id, text: string, keys: IndexKeys): Content {
  const content: Record<string, string> = { d: text };
  keys.slots.forEach((key, slot) => {
    if (key !== null) content[`k${slot}`] = key + id;
  });
  if (keys.overall !== null) content['o'] = keys.overall + id;
  return content;
}

/** The rows that are kept in a stored document, whatever becomes of the document in it. */
export function rowsPartOf(content: Content | undefined): Content {
  return {
    ...(content?.rows === undefined ? {} : { rows: content.rows }),
    ...(content?.key === undefined ? {} : { key: content.key }),
    ...(content?.past === undefined ? {} : { past: content.past }),
  };
}

/** All that a decision could change of a stored document. */
export function contentIn(stored: Stored | null | undefined): Content {
  const { _id, v, n, ...content } = stored ?? { _id: '', v: 0, n: '' };
  return content;
}

/** One index that the collection needs. */
export interface CloudBaseIndex {
  readonly collection: string;
  readonly name: string;
  /** Fields in order, with their direction in the cloud's own writing. */
  readonly keys: readonly { readonly name: string; readonly direction: '1' | '-1' }[];
  readonly unique: boolean;
}

function indexOn(field: string, name: string): CloudBaseIndex {
  return { collection: CLOUDBASE_COLLECTION, name, keys: [{ name: field, direction: '1' }], unique: false };
}

/** Every index that the store's queries rest on, besides the unique one over `_id` that every collection has. */
export const cloudBaseIndexes: readonly CloudBaseIndex[] = [
  ...Array.from({ length: KEY_SLOTS }, (_, slot) => indexOn(`k${slot}`, `k${slot}`)),
  indexOn('o', 'overall'),
  indexOn('rows.b', 'boards'),
  indexOn('at', 'tokens'),
];
