// Sends the reminders that are due: claimed by a decision, handed to the messenger once, and its answer decided on.
import { couponParts } from '#core/rules/coupon/coupon-parts';
import { done } from '#core/rules/decision';
import { perKind } from '#core/rules/reminder/kinds';
import { messageOf } from '#core/rules/reminder/message';
import { type Claimed, decideSend, decideSettle, type SendOutcome } from '#core/rules/reminder/send';
import { subjectOf } from '#core/rules/reminder/subject';
import type { CampaignDocument, CouponDocument, IdentityDocument, MemberDocument, ReminderDocument } from '#core/tables';
import { type Id, makeId } from '#core/values/ids';
import type { Instant } from '#core/values/instant';
import { defineJob, ITEMS_MAX, type JobContext, type JobItem, jobKey } from '#server/app/jobs/define-job';
import type { AddressedReminder } from '#server/ports/messenger';

interface DueWallet extends JobItem {
  readonly memberId: string;
}

interface Answered extends JobItem {
  readonly memberId: string;
  readonly claimedAt: Instant;
  readonly outcome: SendOutcome;
}

/** The answer of the messenger; found by nobody, since only the run that sent has it. */
const settleReminder = defineJob<Answered, unknown>({
  name: 'reminded',
  looksFor: 'nothing: it is run with what the messenger answered',
  find: async () => [],
  documents: ({ memberId }, { communityId }) => [makeId(communityId, 'reminder', memberId)],
  decide({ memberId, claimedAt, outcome }, workspace, { now }) {
    const wallet = workspace.find('reminder', memberId);
    return wallet === null ? done({}, []) : decideSettle({ community: workspace.get('community'), wallet, claimedAt, outcome, at: now });
  },
});

/** The claimed reminder with what it says now; null where the person has been erased since, or what it is about is gone. */
async function addressed(claimed: Claimed, { communityId, community, store }: JobContext): Promise<AddressedReminder | null> {
  const { memberId, kind, abouts } = claimed;
  const identityKey = makeId(communityId, 'identity', memberId);
  const memberKey = makeId(communityId, 'member', memberId);
  const keyOf = (about: string): Id | null => subjectOf(communityId, kind, about);
  const documents = await store.read([identityKey, memberKey, ...abouts.flatMap((about) => keyOf(about) ?? [])]);
  const identity = documents.get(identityKey) as IdentityDocument | undefined;
  const member = documents.get(memberKey) as MemberDocument | undefined;
  if (identity === undefined || member === undefined) return null;
  const subject = (about: string): unknown => documents.get(keyOf(about) ?? '') ?? null;
  const couponOf = (about: string) => subject(about) as CouponDocument | null;
  const campaignOf = (about: string) => subject(about) as CampaignDocument | null;
  const message = messageOf(claimed, { community, member, couponOf, campaignOf });
  return message === null ? null : { ...message, personKey: identity.personKey };
}

export const sendReminders = defineJob<DueWallet, Claimed | null>({
  name: 'remind',
  looksFor: 'reminders that are due',
  async find({ store, communityId, now }) {
    const page = await store.list('reminder.byDue', communityId, { prefix: [], until: now, order: 'ascending' }, ITEMS_MAX);
    const wallets = page.documents as unknown as readonly ReminderDocument[];
    return wallets.map(({ memberId, dueAt }) => ({ key: jobKey('remind', memberId, String(dueAt)), memberId }));
  },
  documents: ({ memberId }, { communityId }) =>
    (['reminder', 'member', 'identity'] as const).map((table) => makeId(communityId, table, memberId)),
  decide({ memberId }, workspace, { communityId, now, messenger }) {
    const wallet = workspace.find('reminder', memberId);
    const member = workspace.find('member', memberId);
    if (wallet === null || member === null) return done(null, []);
    const templates = messenger.templates();
    return decideSend({
      community: workspace.get('community'),
      wallet,
      member,
      isKnown: workspace.find('identity', memberId) !== null,
      hasTemplate: perKind((kind) => templates[kind] !== null),
      couponOf(couponId) {
        const parts = couponParts(couponId, communityId);
        return parts === null ? null : workspace.find('coupon', ...parts);
      },
      campaignOf: (campaignId) => workspace.find('campaign', campaignId),
      at: now,
    });
  },
  async afterwards(_item, { value: claimed }, context) {
    if (claimed === null) return;
    const reminder = await addressed(claimed, context);
    if (reminder === null) return;
    const outcome = await context.messenger.send(reminder);
    const { memberId, claimedAt } = claimed;
    await context.run(settleReminder, { key: jobKey('reminded', memberId, String(claimedAt)), memberId, claimedAt, outcome });
  },
  async nextAt({ store, communityId }) {
    const page = await store.list('reminder.byDue', communityId, { prefix: [], order: 'ascending' }, 1);
    const [first] = page.documents as unknown as readonly ReminderDocument[];
    return first?.dueAt ?? Number.POSITIVE_INFINITY;
  },
});
