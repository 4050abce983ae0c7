// What an owner writes before publishing: the part of a campaign that does not depend on its type, and the type's parameters.

import type { Audience } from '#core/rules/campaign/audience';
import type { CampaignParameters, ParameterValue } from '#core/rules/campaign/parameters';
import type { CampaignTypeCode } from '#core/rules/campaign/types/index';
import type { Day } from '#core/values/day';

/** A campaign as written; days are inclusive business days of the community. */
export interface CampaignDraft {
  readonly type: CampaignTypeCode;
  readonly title: string;
  readonly summary: string;
  readonly startsOn: Day;
  readonly endsOn: Day;
  readonly groupId: string | null;
  /** Whom it is for apart from the group; absent, it is for everybody. */
  readonly audience?: Audience;
  readonly parameters: CampaignParameters;
}

/** One field that an improvement has changed; `path` is the field's name, null stands for nothing. */
export interface CampaignChange {
  readonly path: string;
  readonly before: ParameterValue | null;
  readonly after: ParameterValue | null;
}

/** The draft inside of a campaign: what its owner writes, without its life. */
export function draftOf({ type, title, summary, startsOn, endsOn, groupId, audience, parameters }: CampaignDraft): CampaignDraft {
  const addressed = audience === undefined ? {} : { audience };
  return { type, title, summary, startsOn, endsOn, groupId, ...addressed, parameters };
}
