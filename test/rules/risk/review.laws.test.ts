// Laws of reviews, over whatever owners, members and nights do: nothing earned is taken, and whatever is held back has a reason, a way to
// appeal, and an end.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createWorkspace, type WorkspaceWrite } from '#core/rules/audit/workspace';
import type { Decision } from '#core/rules/decision';
import { projectReview } from '#core/rules/risk/project';
import {
  APPEAL_DAYS,
  decideAppeal,
  decideAppealAnswer,
  decideNotice,
  decideReview,
  decideReviewEnd,
  restrictionDays,
} from '#core/rules/risk/review';
import type { ReviewEvent } from '#core/rules/risk/review-event';
import { isWatched } from '#core/rules/risk/watch';
import type { MemberDocument, ReviewDocument, TallyDocument } from '#core/tables';
import { addDays, type Day } from '#core/values/day';
import type { Id } from '#core/values/ids';
import { aMember, morningOf } from '../../support/documents';

const FIRST = '2026-03-02';
const score = (board: string) => ({ board, points: 4, at: 1, before: { on: FIRST, points: 4 } });
const anna = aMember('anna', {
  scores: { 'invite.all': score('c/board/invite/all/all'), 'checkin.all': score('c/board/checkin/all/all') },
  claims: { x: { total: 2, on: FIRST, today: 2 } },
});
const noticed = { memberId: 'anna', weight: 5, findings: [], people: 6, accounts: [] };
const cost = { coupons: 6, used: 0, offFen: 0, openFen: 1_200 };

/** A member's documents and rows, on which decisions and their events act. */
function openCase() {
  const documents = new Map<Id, unknown>([[anna.id, anna]]);
  const rows = new Map<string, number | null>([
    ['c/board/invite/all/all', 4],
    ['c/board/checkin/all/all', 4],
  ]);
  let today: Day = FIRST;
  const apply = (write: WorkspaceWrite) => {
    if (write.kind === 'score') rows.set(write.board, write.points);
    else if (write.kind !== 'remove') documents.set(write.document.id, write.document);
  };
  const of = {
    member: () => documents.get(anna.id) as MemberDocument,
    review: () => (documents.get('c/review/anna') ?? null) as ReviewDocument | null,
    waiting: () => (documents.get('c/tally') as TallyDocument | undefined)?.reviewsWaiting ?? 0,
  };
  function act(decision: Decision<unknown>): void {
    if (decision.kind === 'refused') return;
    const workspace = createWorkspace('c', { has: () => true, get: (id) => documents.get(id) });
    for (const event of decision.events) {
      projectReview(workspace, event as ReviewEvent, { actorId: 'owner', at: morningOf(today), on: today });
    }
    for (const write of workspace.writes(1)) apply(write);
  }
  function nights(days: number): void {
    for (let day = 0; day < days; day += 1) {
      today = addDays(today, 1);
      act(decideReviewEnd(of.review(), addDays(today, -1)));
    }
  }
  return { ...of, act, nights, rows, today: () => today };
}

type Case = ReturnType<typeof openCase>;

const restrict = (days: number, boards: boolean) => (one: Case) => {
  const restriction = { boards, invites: true, days, text: '六个账号同一天来' };
  one.act(decideReview(one.review(), one.member(), { noticedAt: one.review()?.noticedAt ?? 0, restriction }, one.today()));
};
const anyStep: fc.Arbitrary<(one: Case) => void> = fc.oneof(
  fc.constant((one: Case) => one.act(decideNotice({ noticed, cost, review: one.review(), member: one.member(), today: one.today() }))),
  fc.constant((one: Case) =>
    one.act(decideReview(one.review(), one.member(), { noticedAt: one.review()?.noticedAt ?? 0, restriction: null }, one.today())),
  ),
  fc.tuple(fc.constantFrom(...restrictionDays), fc.boolean()).map(([days, boards]) => restrict(days, boards)),
  fc.constant((one: Case) => one.act(decideAppeal(one.review(), one.member(), one.today()))),
  fc.boolean().map((lifted) => (one: Case) => one.act(decideAppealAnswer(one.review(), { text: '看过了', lifted }))),
  fc.integer({ min: 1, max: 9 }).map((days) => (one: Case) => one.nights(days)),
);

function holdLaws(one: Case): void {
  const { watch, appeals: _appeals, ...member } = one.member();
  const { ...before } = anna;
  // Nothing that was earned is touched: not claims, not points, not the score itself.
  expect({ ...member, stamp: undefined }).toEqual({ ...before, stamp: undefined });
  expect(one.rows.get('c/board/checkin/all/all')).toBe(4);
  expect(one.rows.get('c/board/invite/all/all')).toBe(watch?.offBoards === true ? null : 4);
  const review = one.review();
  expect(one.waiting()).toBe((review?.waitingSince ?? null) === null ? 0 : 1);
  if (watch === undefined || !(watch.offBoards || watch.invitesStopped)) return;
  if (review === null || review.untilOn === null) throw new Error('something is held back without a review that ends');
  // An end, in sight; a reason; a way to appeal, or an answer.
  expect(watch.untilOn).toBe(review.untilOn);
  expect(review.untilOn <= addDays(one.today(), Math.max(...restrictionDays) - 1)).toBe(true);
  expect(watch.invitesStopped && review.state === 'noticed').toBe(false);
  if (review.state === 'restricted') expect(review.restriction?.text).toBeTruthy();
  const canAppeal = decideAppeal(review, one.member(), one.today()).kind === 'done';
  expect(canAppeal || review.appeal !== null).toBe(true);
  expect(isWatched(one.member(), one.today())).toBe(true);
}

test('whatever happens, nothing earned is taken, and what is held back has a reason, a way to appeal and an end', () => {
  fc.assert(
    fc.property(fc.array(anyStep, { maxLength: 25 }), (steps) => {
      const one = openCase();
      for (const step of steps) {
        step(one);
        holdLaws(one);
      }
      one.nights(Math.max(...restrictionDays));
      expect(one.rows.get('c/board/invite/all/all')).toBe(4);
      expect(one.member().watch?.invitesStopped ?? false).toBe(false);
      expect(one.waiting()).toBe(0);
    }),
    { numRuns: 200 },
  );
});

test('an appeal that nobody answers ends what is held back', () => {
  const one = openCase();
  one.act(decideNotice({ noticed, cost, review: null, member: one.member(), today: one.today() }));
  restrict(30, true)(one);
  one.nights(3);
  one.act(decideAppeal(one.review(), one.member(), one.today()));
  one.nights(APPEAL_DAYS - 1);
  expect(one.member().watch?.offBoards).toBe(true);
  one.nights(1);
  expect([one.member().watch?.offBoards, one.review()?.state]).toEqual([false, 'ended']);
});
