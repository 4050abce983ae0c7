// The ground of a replay of one member's history: what the journal says of them, page by page, and what is stored.

import type { ValueOf } from '#core/contract';
import { refuse } from '#core/refusals';
import { memberFacts } from '#core/rules/audit/member-facts';
import { storedFigures } from '#core/rules/audit/member-replay';
import { runsTheDesk } from '#core/rules/community/roles';
import type { CouponDocument, IndexName, JournalDocument, MemberDocument } from '#core/tables';
import type { ViewContext, ViewHandler } from '#server/app/request-context';
import { BadCursor } from '#server/ports/bad-cursor';

/** How many journal documents one page goes over, and how many coupons one page names. */
const PAGE = 200;

/** `part~stamp~cursor`: in which part the next page goes on, up to which stamp the journal counts, and where. */
const CURSOR = /^(stored|journal)~(\d{1,15})~(.*)$/;

interface Place {
  readonly part: 'stored' | 'journal';
  /** The stamp of the member's document when it was read: what happened since has a higher one, and is left out. */
  readonly until: number | null;
  readonly from: string | undefined;
}

function placeOf(cursor: string | undefined): Place {
  if (cursor === undefined) return { part: 'stored', until: null, from: undefined };
  const [, part, until, from] = CURSOR.exec(cursor) ?? [];
  if (part === undefined) throw new BadCursor();
  return { part: part as Place['part'], until: Number(until), from: from === '' ? undefined : from };
}

async function list<T>(context: ViewContext, index: IndexName, prefix: readonly string[], from: string | undefined) {
  const page = await context.store.list(index, context.communityId, { prefix, order: 'ascending' }, PAGE, from);
  return { documents: page.documents as unknown as readonly T[], cursor: page.cursor };
}

function answer(part: Partial<ValueOf<'audit.replay'>>): { value: ValueOf<'audit.replay'> } {
  return { value: { stored: null, lines: [], examined: 0, cursor: null, ...part } };
}

/** First what is stored, then the journal from its beginning; a member's own, and for the owner anybody's. */
export const replay: ViewHandler<'audit.replay'> = async (input, context) => {
  const { caller } = context;
  const memberId = input.memberId ?? caller.memberId;
  const isOther = memberId !== caller.memberId;
  if (isOther && !runsTheDesk(context.member?.role)) return { refusal: refuse('not_found', { what: 'member' }) };
  const { part, until, from } = placeOf(input.cursor);
  if (part === 'stored') {
    const member: MemberDocument | null = isOther ? ((await context.load('member', [[memberId]]))[0] ?? null) : context.member;
    if (member === null) return { refusal: refuse('not_found', { what: 'member' }) };
    const page = await list<CouponDocument>(context, 'coupon.byMember', [memberId], from);
    const { plans, coupons, ...figures } = storedFigures(member, page.documents);
    const stored = { ...figures, plans: { ...plans }, coupons: { ...coupons } };
    const stamp = until ?? (member as MemberDocument & { readonly stamp: number }).stamp;
    return answer({ stored, cursor: page.cursor === null ? `journal~${stamp}~` : `stored~${stamp}~${page.cursor}` });
  }
  const last = until ?? Number.POSITIVE_INFINITY;
  const page = await list<JournalDocument>(context, 'journal.byStamp', [], from);
  const counted = page.documents.filter(({ stamp }) => stamp <= last);
  const lines = counted.flatMap((journal) => {
    const facts = memberFacts(journal, memberId).map((fact) => ({ ...fact }));
    return facts.length === 0 ? [] : [{ at: journal.at, on: journal.on, action: journal.action, facts }];
  });
  const isOver = page.cursor === null || counted.length < page.documents.length;
  return answer({ lines, examined: counted.length, cursor: isOver ? null : `journal~${last}~${page.cursor}` });
};
