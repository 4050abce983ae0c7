// A member's points with the ledger behind them.
import type { ValueOf } from '#core/contract';
import type { JournalDocument } from '#core/tables';
import type { ViewHandler } from '#server/app/request-context';
import { BadCursor } from '#server/ports/bad-cursor';

type Line = ValueOf<'points.statement'>['lines'][number];

/** How many actions one page goes back over; each has moved points, and some have moved them twice. */
const PAGE = 30;

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

/** Whether an action ended the account: what was earned before is nobody's any more. */
function isForfeit(journal: JournalDocument): boolean {
  return journal.events.some((event) => event.kind === 'points_forfeited');
}

/** The statement, the newest line first; each line's balance is what the member had after it. The cursor carries the balance on. */
export const statement: ViewHandler<'points.statement'> = async (input, context) => {
  const { memberId } = context.caller;
  const total = context.member?.points ?? 0;
  const place = placeOf(input.cursor, total);
  const range = { prefix: [memberId], order: 'descending' } as const;
  const page = await context.store.list('journal.byLedger', context.communityId, range, PAGE, place.from);
  const journals = page.documents as unknown as readonly JournalDocument[];
  const end = journals.findIndex(isForfeit);
  const lasting = end === -1 ? journals : journals.slice(0, end);
  let { balance } = place;
  const found = lasting
    .flatMap((journal) => linesOf(journal, memberId))
    .map((line) => {
      const after = balance;
      balance -= line.points;
      return { ...line, balance: after };
    });
  const campaignIds = [...new Set(found.map((line) => line.campaignId))];
  const campaigns = await context.load(
    'campaign',
    campaignIds.map((campaignId) => [campaignId]),
  );
  const titles = new Map(campaignIds.map((campaignId, index) => [campaignId, campaigns[index]?.title ?? '']));
  const lines = found.map((line) => ({ ...line, title: titles.get(line.campaignId) ?? '' }));
  const goesOn = page.cursor !== null && end === -1;
  return { value: { balance: total, lines, cursor: goesOn ? `${balance}~${page.cursor}` : null } };
};
