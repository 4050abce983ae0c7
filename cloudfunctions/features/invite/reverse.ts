// The owner's look into the invites of a campaign, and taking a reward back where fraud has been shown.
import { calendarOf } from '#core/rules/community/calendar';
import { refused } from '#core/rules/decision';
import { decideReverse } from '#core/rules/invite/reverse';
import { maskedPerson } from '#core/rules/membership/member';
import { type CheckedText, replacementRefusal } from '#core/rules/policy/content';
import type { InviteDocument } from '#core/tables';
import { makeId } from '#core/values/ids';
import { change, type ViewHandler } from '#server/app/request-context';
import { inviteOnWire } from '#server/features/invite/on-wire';

const REVIEW_PAGE = 30;

/** The invites of a campaign by their state, the newest first within each; none where there is no such campaign. */
export const review: ViewHandler<'invite.review'> = async (input, context) => {
  const { communityId, store } = context;
  const range = { prefix: [input.campaignId], order: 'descending' } as const;
  const page = await store.list('invite.byCampaign', communityId, range, REVIEW_PAGE, input.cursor);
  const documents = page.documents as unknown as readonly InviteDocument[];
  const people = await context.people(documents.flatMap(({ inviterId, inviteeId }) => [inviterId, inviteeId]));
  const personOf = (memberId: string) => people.get(memberId) ?? maskedPerson(memberId);
  const invites = documents.map((invite) => ({
    ...inviteOnWire(invite, personOf(invite.inviteeId), invite.coupons.length),
    inviter: personOf(invite.inviterId),
  }));
  return { value: { invites, cursor: page.cursor } };
};

/** Takes the reward of an invite back, for both sides. */
export const reverse = change<'invite.reverse'>()({
  async prepare({ evidence }, context): Promise<{ checked: readonly CheckedText[] }> {
    return { checked: await context.content.texts('forum', context.caller.personKey, [{ path: 'evidence', text: evidence }]) };
  },
  documents: ({ communityId, campaignId, inviterId, inviteeId }) => [
    makeId(communityId, 'invite', campaignId, inviterId, inviteeId),
    makeId(communityId, 'member', inviterId),
  ],
  decide(input, workspace, _context, { checked }: { checked: readonly CheckedText[] }) {
    const refusal = replacementRefusal(checked, () => true);
    if (refusal !== null) return refused(refusal);
    const { campaignId, inviterId, inviteeId, reason, evidence } = input;
    const invite = workspace.find('invite', campaignId, inviterId, inviteeId);
    const keys = (invite?.coupons ?? []).map(({ memberId, n }) => [campaignId, memberId, String(n)] as const);
    workspace.ask(keys.map((key) => makeId(workspace.communityId, 'coupon', ...key)));
    const coupons = keys.map((key) => workspace.get('coupon', ...key));
    return decideReverse({ invite, coupons, reason, evidence, calendar: calendarOf(workspace.get('community')) });
  },
  reply: (value) => value,
});
