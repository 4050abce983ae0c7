// How a promise that broke follows from what happened: recorded, then made good out of a stock that grows by just as much.
import type { JournalEvent } from '#core/rules/audit/journal-event';
import type { EventContext } from '#core/rules/audit/project';
import type { Workspace } from '#core/rules/audit/workspace';
import { countIn } from '#core/rules/community/tally';
import { countOne } from '#core/rules/coupon/project';
import { withDeed } from '#core/rules/membership/deeds';
import { makeId } from '#core/values/ids';
import { type Points, points } from '#core/values/points';

type PromiseEvent = Extract<
  JournalEvent,
  { kind: 'promise_broken' | 'promise_settled' | 'milestones_reckoned' | 'complaint_filed' | 'complaint_answered' }
>;
type Of<Kind extends PromiseEvent['kind']> = Extract<PromiseEvent, { kind: Kind }>;

function record(workspace: Workspace, event: Of<'promise_broken'>, { on }: EventContext): void {
  const { campaignId, memberId, about, promise, reason, title, owed, brokenAt } = event;
  const id = makeId(workspace.communityId, 'makeGood', campaignId, memberId, about);
  const open = { state: 'open', settledAt: null, words: null } as const;
  workspace.put('makeGood', { id, campaignId, memberId, about, kind: promise, ...open, reason, title, owed, brokenAt });
  if (promise === 'invite') {
    // What is owed counts towards the inviter's limit as if it had been paid.
    const inviter = workspace.get('member', memberId);
    const invites = { ...inviter.invites, [campaignId]: countOne(inviter.invites[campaignId], on) };
    // The friend has acted all the same: the invite has qualified, whoever broke the promise.
    workspace.put('member', { ...withDeed(inviter, 'invited', on), invites });
  }
  if (owed.kind === 'goods') {
    const order = workspace.get('order', campaignId, memberId, String(owed.n));
    workspace.put('order', { ...order, brokenAt });
  }
  countIn(workspace, 'promises', 1);
  countIn(workspace, 'broken', 1);
}

function setAside(workspace: Workspace, campaignId: string, coupons: number, more: Points): void {
  if (coupons === 0 && more === 0) return;
  const stock = workspace.get('stock', campaignId);
  const pointsReserved = points(stock.pointsReserved + more);
  workspace.put('stock', { ...stock, couponsReserved: stock.couponsReserved + coupons, pointsReserved });
}

function settle(workspace: Workspace, event: Of<'promise_settled'>, { at }: EventContext): void {
  const { campaignId, memberId, about, words } = event;
  const promise = workspace.get('makeGood', campaignId, memberId, about);
  workspace.put('makeGood', { ...promise, state: 'settled', settledAt: at, words });
  setAside(workspace, campaignId, event.coupons, event.points);
  if (promise.kind === 'invite') {
    const thread = workspace.get('invite', campaignId, memberId, about);
    workspace.put('invite', { ...thread, state: 'rewarded', reason: null, settledAt: at, coupons: event.issued });
  }
  countIn(workspace, 'promises', -1);
  countIn(workspace, 'kept', 1);
}

function reckon(workspace: Workspace, { campaignId, after, pointsLeft }: Of<'milestones_reckoned'>): void {
  const { reckoning, ...campaign } = workspace.get('campaign', campaignId);
  const goesOn = after === null ? {} : { reckoning: { pointsLeft, after, step: (reckoning?.step ?? 0) + 1 } };
  workspace.put('campaign', { ...campaign, ...goesOn });
}

function file(workspace: Workspace, event: Of<'complaint_filed'>, { at }: EventContext): void {
  const { campaignId, memberId, n, couponId, reason } = event;
  const id = makeId(workspace.communityId, 'complaint', campaignId, memberId, String(n));
  workspace.put('complaint', { id, campaignId, memberId, n, couponId, reason, state: 'open', filedAt: at, answer: null });
  const member = workspace.get('member', memberId);
  workspace.put('member', { ...member, complaints: { ...member.complaints, [campaignId]: n } });
  countIn(workspace, 'complaints', 1);
  countIn(workspace, 'complaintsOpen', 1);
}

function answer(workspace: Workspace, { campaignId, memberId, n, text, settled }: Of<'complaint_answered'>, { at }: EventContext): void {
  const complaint = workspace.get('complaint', campaignId, memberId, String(n));
  if (complaint.state === 'open') countIn(workspace, 'complaintsOpen', -1);
  workspace.put('complaint', { ...complaint, state: settled ? 'settled' : 'answered', answer: { text, at } });
}

/** Applies an event of a promise. */
export function projectPromise(workspace: Workspace, event: PromiseEvent, context: EventContext): void {
  switch (event.kind) {
    case 'promise_broken':
      return record(workspace, event, context);
    case 'promise_settled':
      return settle(workspace, event, context);
    case 'milestones_reckoned':
      return reckon(workspace, event);
    case 'complaint_filed':
      return file(workspace, event, context);
    case 'complaint_answered':
      return answer(workspace, event, context);
  }
}
