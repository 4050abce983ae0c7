// Pages of a declared index on any engine: one ordered scan, or a merge over the communities.
import type { IndexName } from '#core/tables';
import { decodeDocument } from '#server/adapters/store-lane/document-text';
import type { EngineReader, KeyedText } from '#server/adapters/store-lane/engine';
import { decodeCursor, encodeCursor, hasOverallKey, keyIntervalOf, type Place } from '#server/adapters/store-lane/index-key';
import { PAGE_LIMIT_MAX, type Page, type Range } from '#server/ports/store';

/** What pages are read from. */
export type PageReader = Pick<EngineReader, 'page' | 'communities'>;

/** Entries of one community with keys as they are without the community: comparable over communities. */
async function entriesOf(
  reader: PageReader,
  index: IndexName,
  community: string | null,
  range: Range,
  limit: number,
  after: Place | null,
): Promise<readonly KeyedText[]> {
  const interval = keyIntervalOf(index, community, range);
  const place = after === null ? null : { key: interval.head + after.key, id: after.id };
  const entries = await reader.page(interval, range.order === 'descending', limit, place);
  return entries.map((entry) => ({ ...entry, key: entry.key.slice(interval.head.length) }));
}

function comparePlaces(first: Place, second: Place): number {
  if (first.key !== second.key) return first.key < second.key ? -1 : 1;
  if (first.id === second.id) return 0;
  return first.id < second.id ? -1 : 1;
}

/** Reads an index that has no key of its own over all communities: a page of each, merged. Only operators' tools do this. */
async function mergedEntries(
  reader: PageReader,
  index: IndexName,
  range: Range,
  limit: number,
  after: Place | null,
): Promise<readonly KeyedText[]> {
  const communities = await reader.communities();
  const pages: (readonly KeyedText[])[] = [];
  for (const community of communities) pages.push(await entriesOf(reader, index, community, range, limit, after));
  const direction = range.order === 'ascending' ? 1 : -1;
  return pages.flat().sort((first, second) => direction * comparePlaces(first, second));
}

/** A page of an index; the arguments are those of `Store.list`. */
export async function listPage(
  reader: PageReader,
  index: IndexName,
  community: string | null,
  range: Range,
  limit: number,
  cursor?: string,
): Promise<Page> {
  const size = Math.min(Math.max(1, limit), PAGE_LIMIT_MAX);
  const after = cursor === undefined ? null : decodeCursor(cursor);
  // One more than the page tells whether anything comes behind it.
  const entries =
    community === null && !hasOverallKey(index)
      ? await mergedEntries(reader, index, range, size + 1, after)
      : await entriesOf(reader, index, community, range, size + 1, after);
  const page = entries.slice(0, size);
  const last = page.at(-1);
  return {
    documents: page.map((entry) => decodeDocument(entry.text)),
    cursor: last !== undefined && entries.length > size ? encodeCursor(last) : null,
  };
}
