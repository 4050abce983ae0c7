// What a forecast of a draft rests on: the community's own last days and campaigns, as a few numbers that a phone can run it from.
import { refuse } from '#core/refusals';
import { calendarOf } from '#core/rules/community/calendar';
import { behaviourOf, HISTORY_DAYS } from '#core/rules/forecast/own-history';
import type { DailyDocument } from '#core/tables';
import { dayStartAt } from '#core/values/day';
import { HOUR_MS } from '#core/values/instant';
import type { ViewHandler } from '#server/app/request-context';

const HOURS_MAX = 23;

/** The seed of a draft, however often it is saved: two forecasts of it differ by what was changed, not by dice (FNV-1a, 31 bits). */
function seedOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash >>> 1;
}

/** Reads the draft with the campaigns that were made last, and the last finished days: two questions besides the caller's own. */
export const basis: ViewHandler<'forecast.basis'> = async (input, context) => {
  const { community, communityId, store, tally, today, now } = context;
  const ids = [...new Set([input.campaignId, ...community.recentCampaigns, ...community.openCampaigns])];
  const [found, page] = await Promise.all([
    context.campaigns(ids),
    store.list('daily.byOn', communityId, { prefix: [], order: 'descending' }, HISTORY_DAYS),
  ]);
  const campaign = found[0]?.campaign;
  if (campaign === undefined) return { refusal: refuse('not_found', { what: 'campaign' }) };
  const days = [...(page.documents as unknown as readonly DailyDocument[])].reverse();
  const campaigns = found.flatMap((one) =>
    one === null || one.stock === null || one.campaign.campaignId === input.campaignId
      ? []
      : [{ campaign: one.campaign, stock: one.stock }],
  );
  const { dayStartsMinutes } = community;
  const behaviour = behaviourOf(campaign, { days, campaigns, members: tally.members, dayStartsMinutes });
  const isUnderWay = campaign.startsOn <= today;
  const hoursGone = Math.floor((now - dayStartAt(today, calendarOf(community))) / HOUR_MS);
  return {
    value: {
      behaviour: { ...behaviour, hours: [...behaviour.hours] },
      fromOn: isUnderWay ? today : campaign.startsOn,
      hoursGone: isUnderWay ? Math.min(HOURS_MAX, Math.max(0, hoursGone)) : 0,
      seed: seedOf(campaign.campaignId),
    },
  };
};
