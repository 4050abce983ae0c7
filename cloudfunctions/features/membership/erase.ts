// Leaving for good, by the member's own wish.
import type { Workspace } from '#core/rules/audit/workspace';
import { done } from '#core/rules/decision';
import { decideErase } from '#core/rules/membership/erase';
import { removeProfile } from '#core/rules/membership/keep-profile';
import type { MemberDocument } from '#core/tables';
import { makeId } from '#core/values/ids';
import { change } from '#server/app/request-context';

function threadOf({ invitedBy, memberId }: MemberDocument, workspace: Workspace) {
  return invitedBy === null ? null : workspace.find('invite', invitedBy.campaignId, invitedBy.inviterId, memberId);
}

/** Whether somebody may have left texts: a part in a campaign around content, or the words of a complaint or an appeal. */
function hasWritten({ entries, complaints = {}, appeals = 0 }: MemberDocument): boolean {
  return Object.keys(entries).length + Object.keys(complaints).length + appeals > 0;
}

/** Erases the caller: the account's link, the profile, and everything that the projections of the journal leave out from then on. */
export const erase = change<'membership.erase'>()({
  documents(_input, { communityId, caller }) {
    const own = (['identity', 'profile', 'reminder', 'joinRequest', 'leftTexts'] as const).map((table) =>
      makeId(communityId, table, caller.memberId),
    );
    return [...own, makeId(communityId, 'tally')];
  },
  decide(_input, workspace, context) {
    const member = workspace.get('member', context.caller.memberId);
    const wasAsked = (workspace.find('joinRequest', context.caller.memberId)?.questions.length ?? 0) > 0;
    const decision = decideErase(member, threadOf(member, workspace));
    return decision.kind === 'refused' ? decision : done({ wasAsked }, decision.events);
  },
  aside(_input, workspace, context, { wasAsked }: { readonly wasAsked: boolean }) {
    const { memberId } = context.caller;
    const identity = workspace.find('identity', memberId);
    if (identity !== null) workspace.remove(identity.id);
    removeProfile(workspace, memberId, context.now);
    // Texts may be more than one decision can touch: the note of them is, and they go right after it.
    if (wasAsked || hasWritten(workspace.get('member', memberId))) {
      const id = makeId(context.communityId, 'leftTexts', memberId);
      workspace.find('leftTexts', memberId);
      workspace.put('leftTexts', { id, memberId, leftAt: context.now });
    }
  },
  reply: () => ({}),
});
