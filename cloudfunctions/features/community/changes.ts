// Making a community, arriving in it, joining, binding a group, appointing a clerk.
import { refuse } from '#core/refusals';
import type { JournalEvent } from '#core/rules/audit/journal-event';
import type { Workspace } from '#core/rules/audit/workspace';
import { stageEvents } from '#core/rules/campaign/funnel';
import { calendarOf } from '#core/rules/community/calendar';
import { proofEvents } from '#core/rules/community/group-proof';
import { decideAppoint, decideJoin } from '#core/rules/community/joining';
import { done, refused } from '#core/rules/decision';
import { touchEvents } from '#core/rules/invite/settle';
import type { InviteRefusal, MemberDocument, Source } from '#core/tables';
import { dayOf } from '#core/values/day';
import { makeId } from '#core/values/ids';
import { type ChangeContext, change } from '#server/app/request-context';
import { checkProof } from '#server/features/community/group-proof';
import type { CheckedProof } from '#server/ports/group-proof';

// The link between the account and the pseudonym stays out of the journal, so that it can be removed.
function keepIdentity(workspace: Workspace, context: ChangeContext): void {
  const { personKey, memberId } = context.caller;
  workspace.put('identity', { id: makeId(context.communityId, 'identity', memberId), memberId, personKey, joinedAt: context.now });
}

/** Makes a community and its owner; binds the group that the owner came from. */
export const create = change<'community.create'>()({
  makesCommunity: true,
  prepare: (input, context) => checkProof(input.group?.proof, context),
  documents: (_input, context) => [makeId(context.communityId, 'identity', context.caller.memberId)],
  decide(input, workspace, context, prepared: { checked: CheckedProof | null }) {
    const { group, ...settings } = input;
    const events: JournalEvent[] = [{ kind: 'community_created', ...settings }];
    if (prepared.checked !== null && group !== undefined) {
      const { groupId, digest } = prepared.checked;
      const used = workspace.find('proof', digest);
      const proof = proofEvents({ proof: prepared.checked, used, memberId: context.caller.memberId, community: null });
      if ('refusal' in proof) return refused(proof.refusal);
      events.push({ kind: 'group_bound', groupId, label: group.label }, { kind: 'group_verified', groupId, digest });
    }
    return done({}, events);
  },
  aside: (_input, workspace, context) => keepIdentity(workspace, context),
  reply: (_value, _workspace, context) => ({ communityId: context.communityId, memberId: context.caller.memberId }),
});

interface Touch {
  readonly refusal: InviteRefusal | null;
  readonly invited: boolean;
  readonly source: Source | null;
  readonly events: readonly JournalEvent[];
}

function touch(token: string | undefined, member: MemberDocument | null, workspace: Workspace, context: ChangeContext): Touch {
  const link = token === undefined ? null : workspace.find('inviteLink', token);
  if (link === null) return { refusal: null, invited: false, source: null, events: [] };
  const campaign = workspace.get('campaign', link.campaignId);
  const calendar = calendarOf(workspace.get('community'));
  const { memberId } = context.caller;
  const touched = touchEvents({
    link,
    campaign,
    inviter: workspace.get('member', link.inviterId),
    invitee: member,
    inviteeId: memberId,
    existing: workspace.find('invite', link.campaignId, link.inviterId, memberId),
    boundCampaign: member?.invitedBy ? workspace.get('campaign', member.invitedBy.campaignId) : null,
    today: dayOf(context.now, calendar),
    calendar,
    at: context.now,
  });
  const source: Source = { kind: 'invite', campaignId: link.campaignId, inviterId: link.inviterId };
  return { ...touched, invited: touched.refusal === null, source };
}

function reached(campaignId: string | undefined, member: MemberDocument | null, workspace: Workspace): JournalEvent[] {
  const campaign = campaignId === undefined ? null : workspace.find('campaign', campaignId);
  return [...stageEvents(campaign, member, 'seen'), ...stageEvents(campaign, member, 'opened')];
}

/** Opens a community, from a card, an invite, or directly: where the person came from, which group they stand in, whom they thank. */
export const enter = change<'community.enter'>()({
  prepare: (input, context) => checkProof(input.proof, context),
  documents: (input, context) => [
    ...(input.campaignId === undefined ? [] : [makeId(context.communityId, 'campaign', input.campaignId)]),
    ...(input.inviteToken === undefined ? [] : [makeId(context.communityId, 'inviteLink', input.inviteToken)]),
  ],
  decide(input, workspace, context, prepared: { checked: CheckedProof | null }) {
    const community = workspace.find('community');
    if (community === null) return refused(refuse('not_found', { what: 'community' }));
    const { memberId } = context.caller;
    const member = workspace.find('member', memberId);
    const { checked } = prepared;
    let proofs: readonly JournalEvent[] = [];
    if (checked !== null) {
      const used = workspace.find('proof', checked.digest);
      const proof = proofEvents({ proof: checked, used, memberId, community });
      if ('refusal' in proof) return refused(proof.refusal);
      proofs = proof.events;
    }
    const touched = touch(input.inviteToken, member, workspace, context);
    const group = checked === null ? {} : { groupId: checked.groupId };
    const { campaignId } = input;
    const arrived: Source = campaignId === undefined ? { kind: 'direct', ...group } : { kind: 'card', campaignId, ...group };
    const isNewToday = member?.lastEnteredOn !== dayOf(context.now, calendarOf(community));
    const entered: JournalEvent[] = isNewToday ? [{ kind: 'entered', source: touched.source ?? arrived }] : [];
    const events = [...entered, ...proofs, ...touched.events, ...reached(campaignId, member, workspace)];
    return done({ invited: touched.invited, inviteRefusal: touched.refusal }, events);
  },
  reply(value, workspace, context) {
    const { memberId, role, joinedAt } = workspace.get('member', context.caller.memberId);
    return { memberId, role, joinedAt, ...value };
  },
});

/** Joins, with one tap. */
export const join = change<'community.join'>()({
  decide(_input, workspace, context) {
    if (workspace.find('community') === null) return refused(refuse('not_found', { what: 'community' }));
    const { memberId } = context.caller;
    return decideJoin(memberId, workspace.find('member', memberId));
  },
  aside: (_input, workspace, context) => keepIdentity(workspace, context),
  documents: (_input, context) => [makeId(context.communityId, 'identity', context.caller.memberId)],
  reply: (_value, _workspace, context) => ({ memberId: context.caller.memberId, joinedAt: context.now }),
});

/** Binds a further group, from inside it. */
export const bindGroup = change<'community.bindGroup'>()({
  prepare: (input, context) => checkProof(input.proof, context),
  decide(input, workspace, context, prepared: { checked: CheckedProof | null }) {
    const { checked } = prepared;
    if (checked === null) return refused(refuse('group_proof_invalid', {}));
    const used = workspace.find('proof', checked.digest);
    const proof = proofEvents({ proof: checked, used, memberId: context.caller.memberId, community: null });
    if ('refusal' in proof) return refused(proof.refusal);
    return done({ groupId: checked.groupId, label: input.label }, [
      { kind: 'group_bound', groupId: checked.groupId, label: input.label },
      ...proof.events,
    ]);
  },
  reply: (value) => value,
});

/** Makes a member a clerk, or a clerk a member again. */
export const appoint = change<'community.appoint'>()({
  documents: (input, context) => [makeId(context.communityId, 'member', input.memberId)],
  decide: (input, workspace) => decideAppoint(workspace.find('member', input.memberId), input.role),
  reply: (value) => value,
});
