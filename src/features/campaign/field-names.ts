// What the fields of a campaign are called, by the paths that problems and findings name.
import type { OwnersWords } from '#app/i18n/words';
import type { CampaignTypeCode } from '#core/rules/campaign/types/index';

/** The name of a field; null for the campaign as a whole. */
export function fieldName({ owner, campaignTypes }: OwnersWords, type: CampaignTypeCode, path: string): string | null {
  const { editor, create } = owner;
  const named: Readonly<Record<string, string>> = {
    title: editor.name,
    summary: editor.summary,
    startsOn: editor.startsOn,
    endsOn: editor.endsOn,
    groupId: editor.whom,
    'audience.tags': owner.audience.tags,
    'audience.earlyTier': owner.audience.early,
    'audience.earlyHours': owner.audience.earlyHours,
    'community.name': create.name,
    'community.theme': create.theme,
    'community.promise': create.promise,
    'community.organiser': create.organiser,
  };
  if (path === 'campaign') return null;
  const [first = path, , column] = path.split('.');
  const parameter = campaignTypes[type].parameters[first];
  return named[path] ?? (column === undefined ? undefined : parameter?.columns?.[column]?.label) ?? parameter?.label ?? path;
}
