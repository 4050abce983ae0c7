// What a member shows of themselves.
import { done } from '#core/rules/decision';
import { makeId } from '#core/values/ids';
import { change } from '#server/app/request-context';

/** Shows a nickname, or with null the mask again. The name lives in the profile only, never in the journal. */
export const showName = change<'membership.showName'>()({
  documents: (_input, context) => [makeId(context.communityId, 'profile', context.caller.memberId)],
  decide(input, workspace, context) {
    const shown = workspace.find('profile', context.caller.memberId)?.nickname ?? null;
    return done({}, shown === input.nickname ? [] : [{ kind: 'profile_changed' }]);
  },
  aside(input, workspace, context) {
    const { memberId } = context.caller;
    const id = makeId(context.communityId, 'profile', memberId);
    const before = workspace.find('profile', memberId);
    if (input.nickname !== null) workspace.put('profile', { id, memberId, nickname: input.nickname });
    else if (before !== null) workspace.remove(id);
  },
  reply: () => ({}),
});
