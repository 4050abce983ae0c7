// A member's reminder wallet as a document: credits by kind, what is planned, and when the next of it is due.
import type { ReminderKind } from '#core/rules/reminder/kinds';
import type { ReminderDocument, ReminderPlan } from '#core/tables';
import { addDays, type Day } from '#core/values/day';
import { makeId } from '#core/values/ids';
import type { Instant } from '#core/values/instant';

/** The most credits of one kind that are counted: nobody needs more, and a phone may claim anything. */
const CREDITS_MAX = 20;

/** The most reminders that one member of one community may have planned. */
export const PLANS_MAX = 20;

/** For how long an answer in WeChat's dialog, told by the phone or by WeChat, waits for the other one to tell the same, in ms. */
const PAIR_MS = 24 * 60 * 60 * 1000;

/** The most answers that wait so; the oldest is forgotten first. */
const UNPAIRED_MAX = 20;

/** An empty wallet. */
export function newWallet(communityId: string, memberId: string): ReminderDocument {
  return {
    id: makeId(communityId, 'reminder', memberId),
    memberId,
    credits: { coupon_expiring: 0, checkin_open: 0 },
    plans: [],
    dueAt: null,
    sending: null,
    sentOn: [],
    unpaired: [],
  };
}

function withPlans(wallet: ReminderDocument, plans: readonly ReminderPlan[]): ReminderDocument {
  const first = plans.reduce<Instant | null>(
    (earliest, plan) => (earliest === null || plan.dueAt < earliest ? plan.dueAt : earliest),
    null,
  );
  return { ...wallet, plans, dueAt: first };
}

/** With one more plan; a plan for the same thing is replaced. */
export function addPlan(wallet: ReminderDocument, plan: ReminderPlan): ReminderDocument {
  return withPlans(dropPlan(wallet, plan.kind, plan.about), [...dropPlan(wallet, plan.kind, plan.about).plans, plan]);
}

/** Without the plan for a thing. */
export function dropPlan(wallet: ReminderDocument, kind: ReminderKind, about: string): ReminderDocument {
  return withPlans(
    wallet,
    wallet.plans.filter((plan) => plan.kind !== kind || plan.about !== about),
  );
}

/** How many messages of a kind a member has agreed to that have not been used. */
export function creditsOf(wallet: Pick<ReminderDocument, 'credits'> | null, kind: ReminderKind): number {
  return wallet?.credits[kind] ?? 0;
}

/** With some credits more or less; never below none, never above CREDITS_MAX. */
export function addCredits(wallet: ReminderDocument, kind: ReminderKind, credits: number): ReminderDocument {
  const held = Math.min(CREDITS_MAX, Math.max(0, creditsOf(wallet, kind) + credits));
  return { ...wallet, credits: { ...wallet.credits, [kind]: held } };
}

/** With no credit of a kind, and so nothing of it planned. */
export function emptyKind(wallet: ReminderDocument, kind: ReminderKind): ReminderDocument {
  const plans = wallet.plans.filter((plan) => plan.kind !== kind);
  const unpaired = wallet.unpaired.filter((answer) => answer.kind !== kind);
  return withPlans({ ...wallet, credits: { ...wallet.credits, [kind]: 0 }, unpaired }, plans);
}

/** The days of the last week on which a reminder went out, with one more. */
export function withDay(sentOn: readonly Day[], on: Day): readonly Day[] {
  return [...sentOn.filter((day) => day > addDays(on, -7)), on];
}

/** The oldest answer of a kind that the other side told and that still waits for its pair; null where there is none. */
export function unpairedOf(
  wallet: ReminderDocument | null,
  kind: ReminderKind,
  by: ReminderDocument['unpaired'][number]['by'],
  at: Instant,
): ReminderDocument['unpaired'][number] | null {
  return wallet?.unpaired.find((answer) => answer.kind === kind && answer.by === by && at - answer.at <= PAIR_MS) ?? null;
}

/** With one more answer that waits. */
export function withUnpaired(wallet: ReminderDocument, answer: ReminderDocument['unpaired'][number]): ReminderDocument {
  const young = wallet.unpaired.filter((waiting) => answer.at - waiting.at <= PAIR_MS);
  return { ...wallet, unpaired: [...young, answer].slice(-UNPAIRED_MAX) };
}
