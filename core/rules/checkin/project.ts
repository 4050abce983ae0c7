// How a member's check-in record, points and scores follow from what happened.
import type { JournalEvent } from '#core/rules/audit/journal-event';
import type { EventContext } from '#core/rules/audit/project';
import type { Workspace } from '#core/rules/audit/workspace';
import { withPaid } from '#core/rules/checkin/milestones';
import { isCheckedIn, makeUpDay, markDay } from '#core/rules/checkin/record';
import { countForDay, joinLeague, reachStage, scoreOnePoint } from '#core/rules/leaderboard/project';
import type { CheckinRecord } from '#core/tables';
import { monthOf } from '#core/values/day';

type CheckinEvent = Extract<
  JournalEvent,
  { kind: 'checked_in' | 'made_up' | 'make_up_card_earned' | 'milestone_reached' | 'plan_graduated' }
>;

/** Changes the actor's record in a plan that they have checked in to. */
function changeRecord(workspace: Workspace, actorId: string, campaignId: string, next: (record: CheckinRecord) => CheckinRecord): void {
  const member = workspace.get('member', actorId);
  const record = member.checkins[campaignId];
  if (record === undefined) throw new Error('a reward of a plan without a check-in');
  workspace.put('member', { ...member, checkins: { ...member.checkins, [campaignId]: next(record) } });
}

function checkedIn(workspace: Workspace, event: Extract<CheckinEvent, { kind: 'checked_in' }>, { actorId, at, on }: EventContext): void {
  const { campaignId } = event;
  const member = workspace.get('member', actorId);
  const checkins = { ...member.checkins, [campaignId]: markDay(member.checkins[campaignId], event.on, event.restWeekdays ?? 0) };
  workspace.put('member', { ...member, checkins, firstActionAt: member.firstActionAt ?? at });
  // The board counts days: a second plan on the same day adds nothing to it.
  const isNewDay = !Object.values(member.checkins).some((record) => isCheckedIn(record, event.on));
  if (isNewDay) scoreOnePoint(workspace, actorId, 'checkin', event.on, at, on);
  // Within the grace a day is over already: what was counted of it stays as it stood.
  if (isNewDay && event.on === on) countForDay(workspace, event.on, 'checkedIn', actorId, at);
  const stock = workspace.get('stock', campaignId);
  const before = stock.checkedIn;
  if (before === null || before.on <= event.on) {
    const people = before?.on === event.on ? before.people : 0;
    workspace.put('stock', { ...stock, checkedIn: { on: event.on, people: people + 1 } });
  }
  if (isNewDay && event.league !== undefined) joinLeague(workspace, actorId, { campaignId, number: event.league, on: event.on });
  reachStage(workspace, actorId, campaignId, 'claimed', at);
}

/** Applies an event of a check-in; the actor is the one who checks in. */
export function projectCheckin(workspace: Workspace, event: CheckinEvent, context: EventContext): void {
  const { campaignId } = event;
  const { actorId } = context;
  switch (event.kind) {
    case 'checked_in':
      return checkedIn(workspace, event, context);
    case 'made_up': {
      const member = workspace.get('member', actorId);
      const card = { source: event.source, month: monthOf(context.on) };
      const record = makeUpDay(member.checkins[campaignId], event.on, card, event.restWeekdays ?? 0);
      return workspace.put('member', { ...member, checkins: { ...member.checkins, [campaignId]: record } });
    }
    case 'make_up_card_earned':
      return changeRecord(workspace, actorId, campaignId, (record) => ({ ...record, cards: record.cards + 1 }));
    case 'milestone_reached': {
      const { ladder, days, cycleOn } = event;
      return changeRecord(workspace, actorId, campaignId, (record) => withPaid(record, { ladder, days, cycleOn }));
    }
    case 'plan_graduated':
      return changeRecord(workspace, actorId, campaignId, (record) => ({ ...record, graduatedOn: event.on }));
  }
}
