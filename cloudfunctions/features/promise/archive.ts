// The archive of promotions, as its owner reads and keeps it.
import { archiveLines } from '#core/rules/promise/archive';
import type { JournalDocument } from '#core/tables';
import type { ViewHandler } from '#server/app/request-context';

/** How many actions a page goes through: their lines stay below a page that a phone can hold. */
const ACTIONS_PAGE = 60;

/** The lines of the next actions, the oldest first; a page may be empty and not be the last. */
export const archive: ViewHandler<'promise.archive'> = async ({ cursor }, { communityId, store }) => {
  const page = await store.list('journal.byStamp', communityId, { prefix: [], order: 'ascending' }, ACTIONS_PAGE, cursor);
  const lines = (page.documents as unknown as readonly JournalDocument[]).flatMap(archiveLines);
  return { value: { lines: lines.map((line) => ({ ...line, data: { ...line.data } })), cursor: page.cursor } };
};
