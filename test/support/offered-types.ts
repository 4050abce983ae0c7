// What `campaign.types` answers, made of the real declarations: the campaign types of the house, on days of a test's choice.
import type { OfferedType } from '#app/features/campaign/campaign-form';
import { defaultParameters } from '#core/rules/campaign/parameters';
import { type CampaignTypeCode, campaignTypeCodes, campaignTypes } from '#core/rules/campaign/types/index';

const window = { startsOn: '2026-03-01', endsOn: '2026-03-30' };

/** A type as the server offers it. */
export function offeredType(code: CampaignTypeCode): OfferedType {
  const { parameters } = campaignTypes[code];
  const start = { type: code, title: '', summary: '', ...window, groupId: null, parameters: { ...defaultParameters(parameters, window) } };
  return { code, parameters: { ...parameters }, start } as unknown as OfferedType;
}

/** Every type, in the order in which an owner is offered them. */
export function offeredTypes(): readonly OfferedType[] {
  return campaignTypeCodes.map(offeredType);
}
