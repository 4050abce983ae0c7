// Making a community, arriving in it, binding a group, appointing a clerk.
import type { InputOf } from '#core/contract';
import { refuse } from '#core/refusals';
import type { JournalEvent } from '#core/rules/audit/journal-event';
import type { Workspace } from '#core/rules/audit/workspace';
import { stageEvents } from '#core/rules/campaign/funnel';
import { decideAppoint } from '#core/rules/community/appointing';
import { calendarOf } from '#core/rules/community/calendar';
import { decideDescribe } from '#core/rules/community/describing';
import { proofEvents } from '#core/rules/community/group-proof';
import { groupLabel } from '#core/rules/community/standing';
import { done, refused } from '#core/rules/decision';
import { touchEvents } from '#core/rules/invite/settle';
import { type CheckedText, contentNotes, contentRefusal, replacementRefusal } from '#core/rules/policy/content';
import type { ContentNote, InviteRefusal, MemberDocument, Source } from '#core/tables';
import { dayOf } from '#core/values/day';
import { makeId } from '#core/values/ids';
import { type ChangeContext, change } from '#server/app/request-context';
import { arriving, keepIdentity } from '#server/features/community/arriving';
import { checkProof } from '#server/features/community/group-proof';
import type { CheckedProof } from '#server/ports/group-proof';

/**
 * What an owner writes about a community. The contact and the licences are numbers and addresses, which a checker would take for
 * advertisements.
 */
function settingTexts(input: Pick<InputOf<'community.create'>, 'name' | 'theme' | 'promise' | 'organiser'>) {
  return (['name', 'theme', 'promise', 'organiser'] as const).map((path) => ({ path: path as string, text: input[path] }));
}

function boundEvent(groupId: string, label: string, note: ContentNote | undefined): JournalEvent {
  return { kind: 'group_bound', groupId, label, ...(note === undefined ? {} : { inReview: note }) };
}

/** Makes a community and its owner; binds the group that the owner came from. */
export const create = change<'community.create'>()({
  makesCommunity: true,
  async prepare(input, context) {
    const texts = settingTexts(input).concat(input.group === undefined ? [] : [{ path: 'group.label', text: input.group.label }]);
    const content = context.content.texts('forum', context.caller.personKey, texts);
    const proof = await checkProof(input.group?.proof, context);
    return 'refusal' in proof ? proof : { ...proof, content: await content };
  },
  documents: arriving,
  decide(input, workspace, context, prepared: { checked: CheckedProof | null; content: readonly CheckedText[] }) {
    const { group, ...settings } = input;
    const refusal = contentRefusal(prepared.content);
    if (refusal !== null) return refused(refusal);
    const notes = contentNotes(prepared.content);
    const own = notes.filter(({ path }) => path !== 'group.label');
    const events: JournalEvent[] = [{ kind: 'community_created', ...settings, ...(own.length === 0 ? {} : { inReview: own }) }];
    if (prepared.checked !== null && group !== undefined) {
      const { groupId, digest } = prepared.checked;
      const used = workspace.find('proof', digest);
      const proof = proofEvents({ proof: prepared.checked, used, memberId: context.caller.memberId, community: null });
      if ('refusal' in proof) return refused(proof.refusal);
      const note = notes.find(({ path }) => path === 'group.label');
      events.push(boundEvent(groupId, group.label, note), { kind: 'group_verified', groupId, digest });
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
  readonly campaignId: string | null;
  readonly events: readonly JournalEvent[];
}

function touch(token: string | undefined, member: MemberDocument | null, workspace: Workspace, context: ChangeContext): Touch {
  const link = token === undefined ? null : workspace.find('inviteLink', token);
  if (link === null) return { refusal: null, invited: false, source: null, campaignId: null, events: [] };
  const { memberId } = context.caller;
  const { communityId } = workspace;
  const bound = member?.invitedBy ?? null;
  workspace.ask([
    makeId(communityId, 'campaign', link.campaignId),
    makeId(communityId, 'member', link.inviterId),
    makeId(communityId, 'invite', link.campaignId, link.inviterId, memberId),
    ...(bound === null
      ? []
      : [makeId(communityId, 'campaign', bound.campaignId), makeId(communityId, 'invite', bound.campaignId, bound.inviterId, memberId)]),
  ]);
  const campaign = workspace.get('campaign', link.campaignId);
  const calendar = calendarOf(workspace.get('community'));
  const touched = touchEvents({
    link,
    campaign,
    inviter: workspace.get('member', link.inviterId),
    invitee: member,
    inviteeId: memberId,
    existing: workspace.find('invite', link.campaignId, link.inviterId, memberId),
    boundCampaign: bound === null ? null : workspace.get('campaign', bound.campaignId),
    today: dayOf(context.now, calendar),
    calendar,
    at: context.now,
  });
  const source: Source = { kind: 'invite', campaignId: link.campaignId, inviterId: link.inviterId };
  return { ...touched, invited: touched.refusal === null, source, campaignId: link.campaignId };
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
    return done({ invited: touched.invited, inviteRefusal: touched.refusal, campaignId: touched.campaignId }, events);
  },
  reply(value, workspace, context) {
    const { memberId, role, joinedAt } = workspace.get('member', context.caller.memberId);
    return { memberId, role, joinedAt, ...value };
  },
});

/** Binds a further group, from inside it. */
export const bindGroup = change<'community.bindGroup'>()({
  async prepare(input, context) {
    const content = context.content.texts('forum', context.caller.personKey, [{ path: 'label', text: input.label }]);
    const proof = await checkProof(input.proof, context);
    return 'refusal' in proof ? proof : { ...proof, content: await content };
  },
  decide(input, workspace, context, prepared: { checked: CheckedProof | null; content: readonly CheckedText[] }) {
    const { checked, content } = prepared;
    if (checked === null) return refused(refuse('group_proof_invalid', {}));
    const community = workspace.get('community');
    const before = groupLabel(community, checked.groupId);
    // The label of a group that is bound already may stand in the terms of a running campaign.
    const isShown = before !== null && community.openCampaigns.length > 0;
    const refusal = contentRefusal(content) ?? (isShown ? replacementRefusal(content, () => before !== input.label) : null);
    if (refusal !== null) return refused(refusal);
    const used = workspace.find('proof', checked.digest);
    const proof = proofEvents({ proof: checked, used, memberId: context.caller.memberId, community: null });
    if ('refusal' in proof) return refused(proof.refusal);
    return done({ groupId: checked.groupId, label: input.label }, [
      boundEvent(checked.groupId, input.label, contentNotes(content)[0]),
      ...proof.events,
    ]);
  },
  reply: (value) => value,
});

/** Says something else about the community. */
export const describe = change<'community.describe'>()({
  async prepare(input, context): Promise<{ checked: readonly CheckedText[] }> {
    return { checked: await context.content.texts('forum', context.caller.personKey, settingTexts(input)) };
  },
  decide({ communityId: _communityId, ...texts }, workspace, _context, { checked }: { checked: readonly CheckedText[] }) {
    return decideDescribe(workspace.get('community'), texts, checked);
  },
  reply: () => ({}),
});

/** Gives a member a role. */
export const appoint = change<'community.appoint'>()({
  documents: (input, context) => [makeId(context.communityId, 'member', input.memberId)],
  decide({ memberId, role }, workspace, { caller }) {
    const member = workspace.find('member', memberId);
    return decideAppoint({ community: workspace.get('community'), by: workspace.get('member', caller.memberId), member, role });
  },
  reply: (value) => value,
});
