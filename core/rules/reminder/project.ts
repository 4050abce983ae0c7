// How a reminder wallet follows from what happened.
import type { JournalEvent } from '#core/rules/audit/journal-event';
import type { EventContext } from '#core/rules/audit/project';
import type { Workspace } from '#core/rules/audit/workspace';
import { addCredits, addPlan, dropPlan, emptyKind, newWallet, unpairedOf, withDay, withUnpaired } from '#core/rules/reminder/wallet';
import type { ReminderDocument } from '#core/tables';
import type { Instant } from '#core/values/instant';

type ReminderEvent = Extract<
  JournalEvent,
  {
    kind: 'reminder_accepted' | 'reminder_planned' | 'reminder_dropped' | 'reminder_refused' | 'reminder_claimed' | 'reminder_settled';
  }
>;

/** An acceptance that both sides have told of counts once. */
function accept(wallet: ReminderDocument, event: Extract<ReminderEvent, { kind: 'reminder_accepted' }>, at: Instant): ReminderDocument {
  const { reminder, by, paired } = event;
  if (!paired) return addCredits(withUnpaired(wallet, { kind: reminder, by, at }), reminder, 1);
  const pair = unpairedOf(wallet, reminder, by === 'phone' ? 'platform' : 'phone', at);
  return { ...wallet, unpaired: wallet.unpaired.filter((answer) => answer !== pair) };
}

function settle(wallet: ReminderDocument, event: Extract<ReminderEvent, { kind: 'reminder_settled' }>): ReminderDocument {
  const settled: ReminderDocument = { ...wallet, sending: null };
  if (event.outcome === 'sent') return settled;
  const { toldUntilOn, ...untold } = settled;
  const kept = event.reminder === 'standing_fading' ? untold : settled;
  const unsent: ReminderDocument = { ...kept, sentOn: settled.sentOn.filter((day) => day !== event.on) };
  return event.outcome === 'no_credit' ? emptyKind(unsent, event.reminder) : addCredits(unsent, event.reminder, 1);
}

function after(wallet: ReminderDocument, event: ReminderEvent, at: Instant): ReminderDocument {
  switch (event.kind) {
    case 'reminder_accepted':
      return accept(wallet, event, at);
    case 'reminder_planned':
      return addPlan(wallet, { kind: event.reminder, about: event.about, on: event.on, dueAt: event.dueAt, plannedAt: at });
    case 'reminder_dropped':
      return dropPlan(wallet, event.reminder, event.about);
    case 'reminder_refused':
      return emptyKind(wallet, event.reminder);
    case 'reminder_claimed': {
      const { reminder: kind, abouts, on } = event;
      const rest = abouts.reduce((left, about) => dropPlan(left, kind, about), wallet);
      const claimed = { ...rest, sending: { kind, abouts, on, claimedAt: at }, sentOn: withDay(rest.sentOn, on) };
      return addCredits(event.untilOn === undefined ? claimed : { ...claimed, toldUntilOn: event.untilOn }, kind, -1);
    }
    case 'reminder_settled':
      return settle(wallet, event);
  }
}

/** Applies an event of a reminder wallet; the first one makes it. */
export function projectReminder(workspace: Workspace, event: ReminderEvent, context: EventContext): void {
  const wallet = workspace.find('reminder', event.memberId) ?? newWallet(workspace.communityId, event.memberId);
  workspace.put('reminder', after(wallet, event, context.at));
}
