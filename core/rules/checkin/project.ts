// How a member's check-in record, points and scores follow from what happened.
import type { JournalEvent } from '#core/rules/audit/journal-event';
import type { EventContext } from '#core/rules/audit/project';
import type { Workspace } from '#core/rules/audit/workspace';
import { isMarked, markDay } from '#core/rules/checkin/record';
import { countForDay, reachStage, scoreOnePoint } from '#core/rules/leaderboard/project';

type CheckinEvent = Extract<JournalEvent, { kind: 'checked_in' | 'milestone_reached' }>;

/** Applies an event of a check-in; the actor is the one who checks in. */
export function projectCheckin(workspace: Workspace, event: CheckinEvent, context: EventContext): void {
  const { campaignId } = event;
  const { actorId, at } = context;
  switch (event.kind) {
    case 'checked_in': {
      const member = workspace.get('member', actorId);
      const checkins = { ...member.checkins, [campaignId]: markDay(member.checkins[campaignId], event.on) };
      workspace.put('member', { ...member, checkins, firstActionAt: member.firstActionAt ?? at });
      // The board counts days: a second plan on the same day adds nothing to it.
      const isNewDay = !Object.values(member.checkins).some((record) => isMarked(record, event.on));
      if (isNewDay) {
        scoreOnePoint(workspace, actorId, 'checkin', event.on, at);
        countForDay(workspace, event.on, 'checkedIn', actorId, at);
      }
      const stock = workspace.get('stock', campaignId);
      const before = stock.checkedIn?.on === event.on ? stock.checkedIn.people : 0;
      workspace.put('stock', { ...stock, checkedIn: { on: event.on, people: before + 1 } });
      return reachStage(workspace, actorId, campaignId, 'claimed', at);
    }
    case 'milestone_reached': {
      const member = workspace.get('member', actorId);
      const record = member.checkins[campaignId];
      if (record === undefined) throw new Error('a milestone without a check-in');
      const paid = { ...record, milestonesPaid: [...record.milestonesPaid, event.days] };
      return workspace.put('member', { ...member, checkins: { ...member.checkins, [campaignId]: paid } });
    }
  }
}
