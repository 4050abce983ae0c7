// Every version of a campaign's rules: what anybody may hold its owner to.
import type { ValueOf } from '#core/contract';
import { refuse } from '#core/refusals';
import type { CampaignChange, CampaignDraft } from '#core/rules/campaign/campaign-draft';
import { openParameters, type ParameterValue } from '#core/rules/campaign/parameters';
import { campaignTypes } from '#core/rules/campaign/types/index';
import type { CampaignDocument, CampaignVersionDocument } from '#core/tables';
import type { Instant } from '#core/values/instant';
import type { ViewHandler } from '#server/app/request-context';

const VERSIONS_PAGE = 20;

type Version = ValueOf<'campaign.versions'>['versions'][number];

/** How the fields are written that every campaign has; those of a type are declared. */
const kinds: Readonly<Record<string, string>> = {
  title: 'text',
  summary: 'text',
  startsOn: 'day',
  endsOn: 'day',
  groupId: 'group',
  audience: 'audience',
};

function onWire(version: number, at: Instant, draft: CampaignDraft, changes: readonly CampaignChange[]): Version {
  const { type, title, startsOn, endsOn } = draft;
  const { parameters } = campaignTypes[type];
  const kindOf = (path: string) => kinds[path] ?? parameters[path]?.kind ?? 'text';
  // What is secret stays so, in what has changed as well.
  const shown = (path: string, value: ParameterValue | null) =>
    value === null ? null : (openParameters(parameters, { [path]: value })[path] ?? null);
  const open = changes.map(({ path, before, after }) => ({
    path,
    kind: kindOf(path),
    before: shown(path, before),
    after: shown(path, after),
  }));
  return { type, version, at, title, startsOn, endsOn, changes: open };
}

/** What the last improvement of a campaign changed; null while its first rules hold. */
export function improvementOf(campaign: CampaignDocument): Version | null {
  const { improved, version } = campaign;
  return improved === undefined ? null : onWire(version, improved.at, campaign, improved.changes);
}

/** The versions, the newest first. A draft has none, and is nobody's to see. */
export const versions: ViewHandler<'campaign.versions'> = async ({ campaignId, cursor }, { communityId, store }) => {
  const range = { prefix: [campaignId], order: 'descending' } as const;
  const page = await store.list('campaignVersion.byCampaign', communityId, range, VERSIONS_PAGE, cursor);
  const documents = page.documents as unknown as readonly CampaignVersionDocument[];
  if (documents.length === 0 && cursor === undefined) return { refusal: refuse('not_found', { what: 'campaign' }) };
  return {
    value: { versions: documents.map(({ version, at, draft, changes }) => onWire(version, at, draft, changes)), cursor: page.cursor },
  };
};
