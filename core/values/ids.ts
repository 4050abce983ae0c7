// Document ids: one path per document, which begins with the community that owns it.

/** The path of a document, such as `c7f3/coupon/k2m9/m4x1/1`: community, table, then the table's own parts. */
export type Id = string;

/** The reserved first part of ids that belong to the installation and to no community. */
export const SYSTEM = '_system';

const SHAPE = '[A-Za-z0-9_.-]{1,64}';
const PART = new RegExp(`^${SHAPE}$`);
// One expression for both: to look a text up in an object costs ten times as much, and ids are checked everywhere.
const INHERITED = Object.getOwnPropertyNames(Object.prototype).join('|');
const PART_FROM_OUTSIDE = new RegExp(`^(?!(?:${INHERITED})$)${SHAPE}$`);

/** The most characters that an id may have; every adapter can store this as a key. */
export const ID_LENGTH_MAX = 300;

function usable(part: string): string {
  if (!PART.test(part)) throw new RangeError(`not usable in an id: ${JSON.stringify(part.slice(0, 80))}`);
  return part;
}

/**
 * Joins a community, a table and the table's parts into an id.
 * @throws RangeError when a part is empty, longer than 64 characters or holds anything but letters, digits, `_`, `.`, `-`.
 */
export function makeId(community: string, table: string, ...parts: string[]): Id {
  let id = usable(community);
  id += `/${usable(table)}`;
  for (const part of parts) id += `/${usable(part)}`;
  return id;
}

/**
 * Whether a text from outside may stand as one part of an id. Parts are keys of records too, where `constructor` or `valueOf` would find
 * what nobody has put there.
 */
export function isIdPart(text: string): boolean {
  return PART_FROM_OUTSIDE.test(text);
}

/** The community that an id belongs to. */
export function communityOf(id: Id): string {
  return id.slice(0, id.indexOf('/'));
}

/** The table that an id belongs to. */
export function tableOf(id: Id): string {
  const start = id.indexOf('/') + 1;
  if (start === 0) return '';
  const end = id.indexOf('/', start);
  return end < 0 ? id.slice(start) : id.slice(start, end);
}
