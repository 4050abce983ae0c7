// The reminder wallet: what is left and planned, accepting more, and stopping.
import type { InputOf, ValueOf } from '#core/contract';
import { refuse } from '#core/refusals';
import { callTimer } from '#core/rules/agenda/agenda';
import type { Workspace } from '#core/rules/audit/workspace';
import { answersTo } from '#core/rules/campaign/types/index';
import { calendarOf } from '#core/rules/community/calendar';
import { couponParts } from '#core/rules/coupon/coupon-parts';
import { type Decision, refused } from '#core/rules/decision';
import { isVoid } from '#core/rules/membership/erase';
import { type Accepted, decideAccept, decideStop } from '#core/rules/reminder/accept';
import { reminderKinds } from '#core/rules/reminder/kinds';
import { planCheckin, planCoupon, planStanding } from '#core/rules/reminder/plan';
import { subjectOf } from '#core/rules/reminder/subject';
import { creditsOf } from '#core/rules/reminder/wallet';
import type { CampaignDocument, CouponDocument, ReminderDocument } from '#core/tables';
import { addDays, dayOf } from '#core/values/day';
import { makeId } from '#core/values/ids';
import { type ChangeContext, change, type ViewHandler } from '#server/app/request-context';

type Asked = InputOf<'reminder.accept'>['accepted'][number];

/** What is left and planned, kind by kind; somebody without a wallet has nothing. */
function stateOf(wallet: ReminderDocument | null): ValueOf<'reminder.accept'> {
  return {
    kinds: reminderKinds.map((kind) => ({
      kind,
      credits: creditsOf(wallet, kind),
      planned: (wallet?.plans ?? []).filter((plan) => plan.kind === kind).map(({ about, on, dueAt }) => ({ about, on, dueAt })),
    })),
  };
}

/** My reminders, in at most three reads: who asks, the wallet, and the titles of what is planned. */
export const wallet: ViewHandler<'reminder.wallet'> = async (_input, context) => {
  const { communityId, caller, messenger } = context;
  const [held = null] = await context.load('reminder', [[caller.memberId]]);
  const plans = held?.plans ?? [];
  const keys = plans.flatMap(({ kind, about }) => subjectOf(communityId, kind, about) ?? []);
  const subjects = keys.length === 0 ? new Map() : await context.store.read(keys);
  const titleOf = (kind: Asked['kind'], about: string): string => {
    const key = subjectOf(communityId, kind, about);
    const subject: unknown = key === null ? undefined : subjects.get(key);
    if (subject === undefined) return '';
    return kind === 'coupon_expiring' ? (subject as CouponDocument).terms.title : (subject as CampaignDocument).title;
  };
  const templates = messenger.templates();
  return {
    value: {
      kinds: stateOf(held).kinds.map(({ kind, credits, planned }) => ({
        kind,
        templateId: templates[kind],
        credits,
        planned: planned.map((plan) => ({ ...plan, title: titleOf(kind, plan.about) })),
      })),
    },
  };
};

/** One accepted kind with the reminder that it is for; null where it is about nothing of the caller's. */
function acceptedOf(asked: Asked, workspace: Workspace, context: ChangeContext): Accepted | null {
  const { caller, communityId, now } = context;
  const calendar = calendarOf(workspace.get('community'));
  if (asked.kind === 'coupon_expiring') {
    const parts = couponParts(asked.couponId, communityId);
    const coupon = parts === null || parts[1] !== caller.memberId ? null : workspace.find('coupon', ...parts);
    if (coupon === null || isVoid(coupon, workspace.get('member', caller.memberId))) return null;
    return { kind: asked.kind, plan: planCoupon(coupon, calendar, now) };
  }
  if (asked.kind === 'standing_fading') {
    const member = workspace.get('member', caller.memberId);
    const told = workspace.find('reminder', caller.memberId)?.toldUntilOn ?? '';
    const today = dayOf(now, calendar);
    return { kind: asked.kind, plan: planStanding(member, addDays(told > today ? told : today, 1), calendar, now) };
  }
  const campaign = workspace.find('campaign', asked.campaignId);
  if (campaign === null || campaign.state === 'draft' || !answersTo(campaign.type, 'check_in')) return null;
  const record = workspace.get('member', caller.memberId).checkins[asked.campaignId];
  return { kind: asked.kind, plan: planCheckin(campaign, record, calendar, now) };
}

/** Takes the answers of WeChat's dialog into the wallet. It gives credits and plans, and nothing else whatever. */
export const accept = change<'reminder.accept'>()({
  documents(input, { communityId, caller }) {
    const subjects = input.accepted.flatMap((asked) => {
      if (asked.kind === 'checkin_open') return [makeId(communityId, 'campaign', asked.campaignId)];
      if (asked.kind === 'standing_fading') return [];
      const parts = couponParts(asked.couponId, communityId);
      return parts === null ? [] : [makeId(communityId, 'coupon', ...parts)];
    });
    return [makeId(communityId, 'reminder', caller.memberId), makeId(communityId, 'agenda'), ...subjects];
  },
  decide(input, workspace, context): Decision<Record<never, never>> {
    const { caller, now, messenger } = context;
    const templates = messenger.templates();
    const accepted: Accepted[] = [];
    for (const asked of input.accepted) {
      const one = acceptedOf(asked, workspace, context);
      if (one === null) return refused(refuse('not_found', { what: asked.kind === 'coupon_expiring' ? 'coupon' : 'campaign' }));
      if (templates[asked.kind] === null) return refused(refuse('reminder_unavailable', {}));
      accepted.push(one);
    }
    return decideAccept({ memberId: caller.memberId, wallet: workspace.find('reminder', caller.memberId), accepted, at: now });
  },
  aside(_input, workspace, context) {
    const dueAt = workspace.find('reminder', context.caller.memberId)?.dueAt ?? null;
    if (dueAt !== null) callTimer(workspace, dueAt);
  },
  reply: (_value, workspace, context) => stateOf(workspace.find('reminder', context.caller.memberId)),
});

/** Takes back what is planned of a kind; the credits stay, for another time. */
export const stop = change<'reminder.stop'>()({
  documents: (_input, { communityId, caller }) => [makeId(communityId, 'reminder', caller.memberId)],
  decide(input, workspace, { caller }) {
    return decideStop({ memberId: caller.memberId, wallet: workspace.find('reminder', caller.memberId), kind: input.kind });
  },
  reply: (_value, workspace, context) => stateOf(workspace.find('reminder', context.caller.memberId)),
});
