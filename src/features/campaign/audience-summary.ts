// Whom a campaign is for, in one line.

import type { CampaignForm } from '#app/features/campaign/campaign-form';
import { readWhole } from '#app/features/typed-number';
import type { OwnersWords } from '#app/i18n/words';
import type { TierCode } from '#core/rules/membership/tier-code';

/** The line; `groupLabel` is what its group is called, null for everybody. */
export function audienceSummary(
  words: OwnersWords,
  { groupId, audience }: Pick<CampaignForm, 'groupId' | 'audience'>,
  groupLabel: string | null,
): string {
  const { owner, formats, tiers } = words;
  const says = owner.audience;
  const whom = groupId === null ? owner.editor.anyone : owner.shared.onlyGroup(groupLabel ?? '');
  const days = (typed: string, say: (days: string) => string) => {
    const read = readWhole(typed);
    return read.kind === 'number' ? [say(formats.days(read.number))] : [];
  };
  const { tierMin, tags, streakDaysMin, newcomerDaysMax, earlyTier } = audience;
  const parts = [
    whom,
    ...(tierMin === '' ? [] : [says.atLeast(tiers[tierMin as TierCode])]),
    ...(tags.length === 0 ? [] : [says.summary.tags(formats.count(tags.length))]),
    ...days(streakDaysMin, says.summary.streak),
    ...days(newcomerDaysMax, says.summary.newcomer),
    ...(earlyTier === '' ? [] : [says.summary.early(tiers[earlyTier as TierCode])]),
  ];
  return parts.join(' · ');
}
