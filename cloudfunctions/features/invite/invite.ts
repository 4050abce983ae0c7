// A member's own invite card, and the list of the threads that came of it.
import { refuse } from '#core/refusals';
import { gateRefusal } from '#core/rules/campaign/gate';
import { shareCardOf } from '#core/rules/campaign/share';
import { answersTo } from '#core/rules/campaign/types/index';
import { type Decision, done, refused } from '#core/rules/decision';
import { maskedPerson } from '#core/rules/membership/member';
import type { InviteDocument } from '#core/tables';
import { makeId } from '#core/values/ids';
import { change, type ViewHandler } from '#server/app/request-context';
import { inviteOnWire } from '#server/features/invite/on-wire';

const INVITES_PAGE = 50;

/** Makes the member's invite card; asked again, it is the same card. Sending it earns nothing. */
export const create = change<'invite.create'>()({
  documents(input, context) {
    const { communityId, campaignId } = input;
    const token = context.codes.inviteToken(communityId, campaignId, context.caller.memberId);
    return [makeId(communityId, 'campaign', campaignId), makeId(communityId, 'inviteLink', token)];
  },
  decide(input, workspace, context): Decision<{ token: string; card: { title: string; path: string } }> {
    const { communityId, campaignId } = input;
    const campaign = workspace.find('campaign', campaignId);
    if (campaign === null || campaign.state === 'draft' || !answersTo(campaign.type, 'friend_first_action')) {
      return refused(refuse('not_found', { what: 'campaign' }));
    }
    const facts = {
      campaign,
      community: workspace.get('community'),
      member: workspace.get('member', context.caller.memberId),
      at: context.now,
    };
    const closed = gateRefusal(facts, 'checkIn');
    if (closed !== null) return refused(closed);
    const token = context.codes.inviteToken(communityId, campaignId, context.caller.memberId);
    const isMade = workspace.find('inviteLink', token) !== null;
    return done({ token, card: shareCardOf(campaign, token) }, isMade ? [] : [{ kind: 'invite_link_made', campaignId, token }]);
  },
  reply: (value) => value,
});

/** My invites, the newest first, each with its state or the reason why it earned nothing. */
export const list: ViewHandler<'invite.list'> = async (input, context) => {
  const erasedAt = context.member?.erasedAt;
  const from = erasedAt === undefined ? {} : { from: erasedAt + 1 };
  const range = { prefix: [context.caller.memberId], ...from, order: 'descending' } as const;
  const page = await context.store.list('invite.byInviter', context.communityId, range, INVITES_PAGE, input.cursor);
  const documents = page.documents as unknown as readonly InviteDocument[];
  const people = await context.people(documents.map((invite) => invite.inviteeId));
  const invites = documents.map((invite) => {
    const mine = invite.coupons.filter(({ memberId }) => memberId === context.caller.memberId).length;
    return inviteOnWire(invite, people.get(invite.inviteeId) ?? maskedPerson(invite.inviteeId), mine);
  });
  return { value: { invites, cursor: page.cursor } };
};
