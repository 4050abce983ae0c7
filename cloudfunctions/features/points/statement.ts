// A member's points with the ledger behind them.

import type { ValueOf } from '#core/contract';
import { refuse } from '#core/refusals';
import { isKnown } from '#core/rules/community/block';
import { maskedPerson } from '#core/rules/membership/member';
import { pointsOn } from '#core/rules/points/lots';
import { movedBy } from '#core/rules/points/moved';
import { isReversed } from '#core/rules/points/reverse';
import type { CampaignDocument, JournalDocument, MemberDocument } from '#core/tables';
import { makeId } from '#core/values/ids';
import type { Person, ViewContext, ViewHandler } from '#server/app/request-context';
import { BadCursor } from '#server/ports/bad-cursor';

type Statement = ValueOf<'points.statement'>;
type Line = Statement['lines'][number];

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

function linesOf(
  { id, events, at, on, memberId: actorId }: JournalDocument,
  memberId: string,
): Omit<Line, 'balance' | 'title' | 'reversed'>[] {
  const requestId = id.slice(id.lastIndexOf('/') + 1);
  return events
    .flatMap((event, index) => {
      const moved = movedBy(event, memberId);
      const grant = event.kind === 'points_granted' ? { actorId, requestId, index } : null;
      return moved === null ? [] : [{ at, on, ...moved, grant }];
    })
    .reverse();
}

/** Whether an action ended the account: what was earned before is nobody's any more. */
function isForfeit(journal: JournalDocument): boolean {
  return journal.events.some((event) => event.kind === 'points_forfeited');
}

/**
 * One page of a member's statement, the newest line first; each line's balance is what they had after it, and the cursor carries it on.
 * The member is read with the campaigns where they are not known yet: a view has three questions.
 */
async function pageOf(
  context: ViewContext,
  who: { readonly memberId: string; readonly member: MemberDocument | null },
  cursor: string | undefined,
): Promise<{ readonly page: Statement; readonly member: MemberDocument; readonly person: Person } | null> {
  const { communityId, store } = context;
  const { memberId } = who;
  const from = placeOf(cursor, 0).from;
  const page = await store.list('journal.byLedger', communityId, { prefix: [memberId], order: 'descending' }, PAGE, from);
  const journals = page.documents as unknown as readonly JournalDocument[];
  const end = journals.findIndex(isForfeit);
  const moved = (end === -1 ? journals : journals.slice(0, end)).flatMap((journal) => linesOf(journal, memberId));
  const memberKey = makeId(communityId, 'member', memberId);
  const campaignIds = [...new Set(moved.map(({ campaignId }) => campaignId))].filter((campaignId) => campaignId !== '');
  const keys = [
    ...(who.member === null ? [memberKey] : []),
    ...campaignIds.map((campaignId) => makeId(communityId, 'campaign', campaignId)),
  ];
  const { documents, people } = await context.peopleWith([memberId], keys);
  const member = who.member ?? (documents.get(memberKey) as MemberDocument | undefined);
  if (member === undefined || !isKnown(member)) return null;
  const titleOf = (campaignId: string) =>
    (documents.get(makeId(communityId, 'campaign', campaignId)) as CampaignDocument | undefined)?.title;
  const titles = new Map(campaignIds.map((campaignId) => [campaignId, titleOf(campaignId)]));
  let { balance } = placeOf(cursor, member.points);
  const lines = moved.map((line) => {
    const after = balance;
    balance -= line.points;
    const reversed = line.grant !== null && isReversed(member, line.grant);
    return { ...line, reversed, balance: after, title: titles.get(line.campaignId) ?? '' };
  });
  const goesOn = page.cursor !== null && end === -1;
  return {
    page: { balance: member.points, lines, cursor: goesOn ? `${balance}~${page.cursor}` : null },
    member,
    person: people.get(memberId) ?? maskedPerson(memberId),
  };
}

/** My statement. */
export const statement: ViewHandler<'points.statement'> = async (input, context) => {
  const { caller, member } = context;
  const found = member === null ? null : await pageOf(context, { memberId: caller.memberId, member }, input.cursor);
  return { value: found?.page ?? { balance: 0, lines: [], cursor: null } };
};

/** A member's statement as the owner sees it. */
export const memberStatement: ViewHandler<'points.memberStatement'> = async ({ memberId, cursor }, context) => {
  const found = await pageOf(context, { memberId, member: null }, cursor);
  if (found === null) return { refusal: refuse('not_found', { what: 'member' }) };
  const { page, member, person } = found;
  const { active, pending } = pointsOn(member, context.today);
  return { value: { ...page, person, active, pending } };
};
