// The owner's tags: naming them, and giving them to members.
import { decideRemoveTag, decideSaveTag, decideTag, tagsOf } from '#core/rules/membership/tags';
import type { CheckedText } from '#core/rules/policy/content';
import { makeId } from '#core/values/ids';
import { change, type ViewHandler } from '#server/app/request-context';

/** The tags of the community. */
export const tags: ViewHandler<'membership.tags'> = async (_input, context) => ({
  value: { tags: tagsOf(context.community).map(({ tagId, name }) => ({ tagId, name })) },
});

/** Makes a tag, or gives one another name. */
export const saveTag = change<'membership.saveTag'>()({
  async prepare({ name }, context): Promise<{ checked: readonly CheckedText[] }> {
    return { checked: await context.content.texts('forum', context.caller.personKey, [{ path: 'name', text: name }]) };
  },
  decide: ({ tagId, name }, workspace, context, { checked }: { checked: readonly CheckedText[] }) =>
    decideSaveTag(workspace.get('community'), { tagId: tagId ?? null, newId: context.newId(), name }, checked),
  reply: (value) => value,
});

/** Removes a tag, unless an open campaign is for those who bear it. */
export const removeTag = change<'membership.removeTag'>()({
  decide({ tagId }, workspace, { communityId }) {
    const community = workspace.get('community');
    const { openCampaigns } = community;
    workspace.ask(openCampaigns.map((campaignId) => makeId(communityId, 'campaign', campaignId)));
    return decideRemoveTag(
      community,
      tagId,
      openCampaigns.map((campaignId) => workspace.get('campaign', campaignId)),
    );
  },
  reply: (value) => value,
});

/** Gives a member exactly these tags. */
export const tag = change<'membership.tag'>()({
  documents: (input, context) => [makeId(context.communityId, 'member', input.memberId)],
  decide: (input, workspace) => decideTag(workspace.get('community'), workspace.find('member', input.memberId), input.tags),
  reply: (value) => value,
});
