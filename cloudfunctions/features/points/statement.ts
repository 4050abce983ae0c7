// A member's points with the ledger behind them.
import type { ValueOf } from '#core/contract';
import type { JournalDocument } from '#core/tables';
import type { ViewHandler } from '#server/app/request-context';
import { BadCursor } from '#server/ports/bad-cursor';

type Line = ValueOf<'points.statement'>['lines'][number];

const LINES_PAGE = 30;
const JOURNAL_PAGE = 100;
/** How far one call looks back: somebody who did a thousand things that move no points gets a short page and goes on from there. */
const JOURNAL_PAGES_MAX = 5;

/** `balance~cursor`: the balance after which the next page goes on, and the journal's own cursor. */
const CURSOR = /^(\d{1,12})~(.+)$/;

function placeOf(cursor: string | undefined, total: number): { readonly balance: number; readonly from: string | undefined } {
  if (cursor === undefined) return { balance: total, from: undefined };
  const [, balance, from] = CURSOR.exec(cursor) ?? [];
  if (balance === undefined) throw new BadCursor();
  return { balance: Number(balance), from };
}

function linesOf(journal: JournalDocument, memberId: string): Omit<Line, 'balance' | 'title'>[] {
  return journal.events
    .flatMap((event) =>
      event.kind === 'points_granted' && event.memberId === memberId
        ? [{ at: journal.at, on: journal.on, points: event.points as number, reason: event.reason, campaignId: event.campaignId }]
        : [],
    )
    .reverse();
}

/** The statement, the newest line first; each line's balance is what the member had after it. The cursor carries the balance on. */
export const statement: ViewHandler<'points.statement'> = async (input, context) => {
  const { memberId } = context.caller;
  const total = context.member?.points ?? 0;
  const place = placeOf(input.cursor, total);
  let { balance } = place;
  let cursor = place.from;
  const found: Omit<Line, 'title'>[] = [];
  let pages = 0;
  do {
    pages += 1;
    const range = { prefix: [memberId], order: 'descending' } as const;
    const page = await context.store.list('journal.byMember', context.communityId, range, JOURNAL_PAGE, cursor);
    for (const journal of page.documents as unknown as readonly JournalDocument[]) {
      for (const line of linesOf(journal, memberId)) {
        found.push({ ...line, balance });
        balance -= line.points;
      }
    }
    cursor = page.cursor ?? undefined;
  } while (cursor !== undefined && found.length < LINES_PAGE && pages < JOURNAL_PAGES_MAX);
  const campaignIds = [...new Set(found.map((line) => line.campaignId))];
  const campaigns = await context.load(
    'campaign',
    campaignIds.map((campaignId) => [campaignId]),
  );
  const titles = new Map(campaignIds.map((campaignId, index) => [campaignId, campaigns[index]?.title ?? '']));
  const lines = found.map((line) => ({ ...line, title: titles.get(line.campaignId) ?? '' }));
  return { value: { balance: total, lines, cursor: cursor === undefined ? null : `${balance}~${cursor}` } };
};
