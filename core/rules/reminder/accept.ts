// Accepting reminders, stopping them, and what WeChat itself tells of a member's answers.
import type { JournalEvent } from '#core/rules/audit/journal-event';
import { type Decision, done } from '#core/rules/decision';
import type { ReminderKind } from '#core/rules/reminder/kinds';
import { creditsOf, PLANS_MAX, unpairedOf } from '#core/rules/reminder/wallet';
import type { ReminderDocument, ReminderPlan } from '#core/tables';
import type { Instant } from '#core/values/instant';

/** One kind that was accepted in WeChat's dialog, with the reminder that it would be used for; null when it is too late for that. */
export interface Accepted {
  readonly kind: ReminderKind;
  readonly plan: ReminderPlan | null;
}

/**
 * One credit for each accepted kind, and its reminder planned. It gives nothing else: accepting is never rewarded (operation rules,
 * 5.21). Where WeChat has told of the same answer already, the credit is there and only the plan is added.
 */
export function decideAccept(facts: {
  readonly memberId: string;
  readonly wallet: ReminderDocument | null;
  readonly accepted: readonly Accepted[];
  readonly at: Instant;
}): Decision<Record<never, never>> {
  const { memberId, wallet, at } = facts;
  const events: JournalEvent[] = [];
  const planned = wallet?.plans ?? [];
  let room = PLANS_MAX - planned.length;
  for (const { kind, plan } of facts.accepted) {
    const paired = unpairedOf(wallet, kind, 'platform', at) !== null;
    events.push({ kind: 'reminder_accepted', memberId, reminder: kind, by: 'phone', paired });
    if (plan === null) continue;
    const isNew = !planned.some((before) => before.kind === kind && before.about === plan.about);
    if (isNew && room === 0) continue;
    if (isNew) room -= 1;
    events.push(plannedEvent(memberId, plan));
  }
  return done({}, events);
}

/** The event of a plan. */
export function plannedEvent(memberId: string, { kind, about, on, dueAt }: ReminderPlan): JournalEvent {
  return { kind: 'reminder_planned', memberId, reminder: kind, about, on, dueAt };
}

/** Takes back what is planned of a kind; the credits stay. */
export function decideStop(facts: {
  readonly memberId: string;
  readonly wallet: ReminderDocument | null;
  readonly kind: ReminderKind;
}): Decision<Record<never, never>> {
  const { memberId, wallet } = facts;
  const planned = (wallet?.plans ?? []).filter((plan) => plan.kind === facts.kind);
  return done(
    {},
    planned.map(({ kind, about }) => ({ kind: 'reminder_dropped', memberId, reminder: kind, about, reason: 'stopped' })),
  );
}

/** What WeChat tells of a member's answer: accepted in the dialog; refused there or in the settings; or refused at a message. */
export type PlatformAnswer = 'accepted' | 'refused';

/**
 * What follows from WeChat's own word. An acceptance that the phone has told of already adds nothing; a refusal leaves nothing of its
 * kind, since there is nothing that could be sent any more.
 */
export function decidePlatformAnswer(facts: {
  readonly memberId: string;
  readonly wallet: ReminderDocument | null;
  readonly kind: ReminderKind;
  readonly answer: PlatformAnswer;
  readonly at: Instant;
}): Decision<Record<never, never>> {
  const { memberId, wallet, kind, at } = facts;
  if (facts.answer === 'accepted') {
    const paired = unpairedOf(wallet, kind, 'phone', at) !== null;
    return done({}, [{ kind: 'reminder_accepted', memberId, reminder: kind, by: 'platform', paired }]);
  }
  const holds = wallet !== null && (creditsOf(wallet, kind) > 0 || wallet.plans.some((plan) => plan.kind === kind));
  return done({}, holds ? [{ kind: 'reminder_refused', memberId, reminder: kind }] : []);
}
