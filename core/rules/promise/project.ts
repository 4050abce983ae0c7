// How a promise that broke follows from what happened: recorded, then made good out of a stock that grows by just as much.
import type { JournalEvent } from '#core/rules/audit/journal-event';
import type { EventContext } from '#core/rules/audit/project';
import type { Workspace } from '#core/rules/audit/workspace';
import { countIn } from '#core/rules/community/tally';
import { countOne } from '#core/rules/coupon/project';
import { withDeed } from '#core/rules/membership/deeds';
import { makeId } from '#core/values/ids';

type PromiseEvent = Extract<JournalEvent, { kind: 'promise_broken' | 'promise_settled' }>;

/** Applies an event of a promise. */
export function projectPromise(workspace: Workspace, event: PromiseEvent, context: EventContext): void {
  const { communityId } = workspace;
  const { campaignId, inviterId, inviteeId } = event;
  const { at, on } = context;
  if (event.kind === 'promise_broken') {
    const { reason, brokenAt, terms } = event;
    const id = makeId(communityId, 'makeGood', campaignId, inviterId, inviteeId);
    const key = { campaignId, inviterId, inviteeId };
    workspace.put('makeGood', { id, ...key, state: 'open', reason, terms, brokenAt, settledAt: null });
    // What is owed counts towards the inviter's limit as if it had been paid.
    const inviter = workspace.get('member', inviterId);
    const invites = { ...inviter.invites, [campaignId]: countOne(inviter.invites[campaignId], on) };
    // The friend has acted all the same: the invite has qualified, whoever broke the promise.
    workspace.put('member', { ...withDeed(inviter, 'invited', on), invites });
    return countIn(workspace, 'promises', 1);
  }
  const promise = workspace.get('makeGood', campaignId, inviterId, inviteeId);
  workspace.put('makeGood', { ...promise, state: 'settled', settledAt: at });
  const stock = workspace.get('stock', campaignId);
  workspace.put('stock', { ...stock, couponsReserved: stock.couponsReserved + event.coupons });
  const thread = workspace.get('invite', campaignId, inviterId, inviteeId);
  workspace.put('invite', { ...thread, state: 'rewarded', reason: null, settledAt: at });
  countIn(workspace, 'promises', -1);
}
