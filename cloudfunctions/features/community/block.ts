// Putting a member out, and taking that back.
import { decideBlock, decideUnblock } from '#core/rules/community/block';
import { type Id, makeId } from '#core/values/ids';
import { type ChangeContext, change } from '#server/app/request-context';
import { forgetNewcomer } from '#server/features/community/join';

/** What either reads: the member, their review, and what is counted. */
function concerned({ memberId }: { readonly memberId: string }, { communityId }: ChangeContext): readonly Id[] {
  return [makeId(communityId, 'member', memberId), makeId(communityId, 'review', memberId), makeId(communityId, 'tally')];
}

/** Puts a member out, with the reason that they read. */
export const block = change<'community.block'>()({
  prepare: ({ text }, { content, caller }) => content.words(caller.personKey, { path: 'text', text }),
  documents: (input, context) => [...concerned(input, context), makeId(context.communityId, 'joinRequest', input.memberId)],
  decide({ memberId, reason, text }, workspace, { caller }) {
    return decideBlock(workspace.get('member', caller.memberId), workspace.find('member', memberId), { reason, text });
  },
  aside({ memberId }, workspace) {
    // Whoever only wished to come in leaves nothing behind but that they may not.
    if (workspace.get('member', memberId).block?.joinedAt === null) forgetNewcomer(workspace, memberId);
  },
  reply: (value) => value,
});

/** Takes it back. */
export const unblock = change<'community.unblock'>()({
  documents: concerned,
  decide: ({ memberId }, workspace) => decideUnblock(workspace.find('member', memberId)),
  reply: (value) => value,
});
