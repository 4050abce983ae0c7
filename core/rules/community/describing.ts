// What the owner says about the community: who stands behind running campaigns stays, and texts are checked before anybody reads them.
import { refuse } from '#core/refusals';
import type { CommunityTexts } from '#core/rules/audit/journal-event';
import { type Decision, done, refused } from '#core/rules/decision';
import { type CheckedText, contentNotes, contentRefusal, replacementRefusal } from '#core/rules/policy/content';
import type { CommunityDocument } from '#core/tables';

/**
 * Changes what is said about a community. Rules for promotions forbid another organiser while a campaign is running, and what stands
 * beside one is seen by everybody at once: then nothing takes its place that still needs a look.
 */
export function decideDescribe(
  community: CommunityDocument,
  texts: CommunityTexts,
  checked: readonly CheckedText[],
): Decision<Record<never, never>> {
  const campaigns = community.openCampaigns.length;
  if (campaigns > 0 && texts.organiser !== community.organiser) return refused(refuse('organiser_fixed', { campaigns }));
  const isNew = (path: string) => texts[path as keyof CommunityTexts] !== community[path as keyof CommunityTexts];
  const refusal = contentRefusal(checked) ?? (campaigns > 0 ? replacementRefusal(checked, isNew) : null);
  if (refusal !== null) return refused(refusal);
  const notes = contentNotes(checked);
  return done({}, [{ kind: 'community_described', ...texts, ...(notes.length === 0 ? {} : { inReview: notes }) }]);
}
