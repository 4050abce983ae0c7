// Reads a history of coupon campaigns from a folder of three CSV files, and leaves out, with a reason, what cannot have happened.
import { type Day, daysBetween, isDay } from '#core/values/day';
import { type BadRow, readCsv } from './read-csv';

/** A campaign of the history; both days are inclusive. */
export interface PastCampaign {
  readonly campaignId: string;
  readonly campaignType: string;
  readonly startsOn: Day;
  readonly endsOn: Day;
  /** The households that received it, in the order of the file. */
  readonly households: Set<string>;
  readonly redemptions: PastRedemption[];
}

/** One coupon that was redeemed. */
export interface PastRedemption {
  readonly householdId: string;
  readonly on: Day;
}

/** A history that can be acted out, and the rows that could not be taken. */
export interface PastHistory {
  readonly campaigns: ReadonlyMap<string, PastCampaign>;
  readonly badRows: readonly BadRow[];
}

/** The product's own limits: days of a campaign, and coupons of one campaign for one member. */
const CAMPAIGN_DAYS_MAX = 366;
const PER_HOUSEHOLD_MAX = 20;

const campaignsFile = 'campaign_descriptions.csv';
const receivedFile = 'campaigns.csv';
const redemptionsFile = 'coupon_redemptions.csv';
const CODE = /^[A-Za-z0-9_.-]{1,20}$/;

// As a plain answer: as a type guard it would say that a text which is no day is no text either.
const exists = (day: string): boolean => isDay(day);

function campaignProblem(id: string, startsOn: string, endsOn: string, known: ReadonlyMap<string, PastCampaign>): string | null {
  if (!CODE.test(id)) return `campaign_id ${JSON.stringify(id.slice(0, 40))} is not a code`;
  if (known.has(id)) return `campaign ${id} is described twice`;
  if (!exists(startsOn)) return `start_date ${JSON.stringify(startsOn.slice(0, 40))} is not a day`;
  if (!exists(endsOn)) return `end_date ${JSON.stringify(endsOn.slice(0, 40))} is not a day`;
  if (endsOn < startsOn) return `campaign ${id} ends before it starts`;
  if (daysBetween(startsOn, endsOn) >= CAMPAIGN_DAYS_MAX) return `campaign ${id} is longer than ${CAMPAIGN_DAYS_MAX} days`;
  return null;
}

function redemptionProblem(campaign: PastCampaign | undefined, campaignId: string, householdId: string, on: string): string | null {
  if (campaign === undefined) return `campaign ${campaignId.slice(0, 40)} is unknown`;
  if (!exists(on)) return `redemption_date ${JSON.stringify(on.slice(0, 40))} is not a day`;
  if (on < campaign.startsOn || on > campaign.endsOn) {
    return `${on} lies outside of campaign ${campaignId} (${campaign.startsOn} to ${campaign.endsOn})`;
  }
  if (!campaign.households.has(householdId)) return `household ${householdId.slice(0, 40)} never received campaign ${campaignId}`;
  const held = campaign.redemptions.filter((redemption) => redemption.householdId === householdId).length;
  if (held >= PER_HOUSEHOLD_MAX) return `household ${householdId} has more than ${PER_HOUSEHOLD_MAX} coupons of campaign ${campaignId}`;
  return null;
}

/** Reads the folder. Every row is either in the history or among the bad rows. */
export async function readHistory(folder: string): Promise<PastHistory> {
  const badRows: BadRow[] = [];
  const campaigns = new Map<string, PastCampaign>();
  const take = (file: string, line: number, reason: string | null, accept: () => void) => {
    if (reason === null) accept();
    else badRows.push({ file, line, reason });
  };
  const report = (bad: BadRow) => void badRows.push(bad);

  const described = await readCsv(folder, campaignsFile, ['campaign_id', 'campaign_type', 'start_date', 'end_date'], report);
  for (const { line, fields } of described) {
    const { campaign_id: campaignId, campaign_type: campaignType, start_date: startsOn, end_date: endsOn } = fields;
    take(campaignsFile, line, campaignProblem(campaignId, startsOn, endsOn, campaigns), () => {
      campaigns.set(campaignId, { campaignId, campaignType, startsOn, endsOn, households: new Set(), redemptions: [] });
    });
  }
  for (const { line, fields } of await readCsv(folder, receivedFile, ['campaign_id', 'household_id'], report)) {
    const campaign = campaigns.get(fields.campaign_id);
    const household = fields.household_id;
    let reason: string | null = null;
    if (campaign === undefined) reason = `campaign ${fields.campaign_id.slice(0, 40)} is unknown`;
    else if (!CODE.test(household)) reason = `household_id ${JSON.stringify(household.slice(0, 40))} is not a code`;
    else if (campaign.households.has(household)) reason = `household ${household} received campaign ${fields.campaign_id} twice`;
    take(receivedFile, line, reason, () => campaign?.households.add(household));
  }
  for (const { line, fields } of await readCsv(folder, redemptionsFile, ['household_id', 'campaign_id', 'redemption_date'], report)) {
    const campaign = campaigns.get(fields.campaign_id);
    const { household_id: householdId, redemption_date: on } = fields;
    const reason = redemptionProblem(campaign, fields.campaign_id, householdId, on);
    take(redemptionsFile, line, reason, () => campaign?.redemptions.push({ householdId, on }));
  }
  return { campaigns, badRows };
}
