// What came of a community's campaigns, counted over its people: each person once, in parts that add up to the whole.
import type { FunnelStage } from '#core/rules/campaign/funnel';
import { hasReached } from '#core/rules/campaign/funnel';
import { isCheckedIn } from '#core/rules/checkin/record';
import { redeemedOf } from '#core/rules/membership/segment';
import type { MemberDocument } from '#core/tables';
import { addDays, type Calendar, type Day, dayFromNumber, dayNumber, dayOf, weekStartOf } from '#core/values/day';

/** A week: how soon somebody comes again for it to count, and how the people of a start are followed. */
const WEEK = 7;

/** How many weeks of joining are followed, and for how many weeks each; the running week is not over and not among them. */
const COHORT_WEEKS = 8;

/** Fewer people than this are told in numbers and not in percent: one person more or less would move it by five points and more. */
export const ENOUGH_PEOPLE = 20;

/** The stages of a campaign, the first first, and `again`: those of its last stage who came again within a week. */
export interface CampaignResult {
  readonly campaignId: string;
  readonly seen: number;
  readonly opened: number;
  readonly claimed: number;
  readonly redeemed: number;
  /** Of those who took part: who did something of their own again on one of the seven days after. */
  readonly claimedAgain: number;
  /** The same of those who redeemed. */
  readonly redeemedAgain: number;
}

/** Those who joined in a week, and how many of them were active in the nth week since; the week of joining is the first. */
export interface CohortResult {
  readonly weekOn: Day;
  readonly people: number;
  readonly active: readonly number[];
}

/** Those whom a proof has shown inside a group. */
export interface GroupResult {
  readonly groupId: string;
  readonly people: number;
  readonly active: number;
  readonly redeemed: number;
}

/** Those who first came by somebody's card or invite. */
export interface SharerResult {
  readonly memberId: string;
  readonly came: number;
  readonly joined: number;
  readonly active: number;
  /** Coupons that those people have used and not had undone. */
  readonly used: number;
}

/** A part of the results, or all of them. */
export interface Results {
  readonly people: number;
  readonly campaigns: readonly CampaignResult[];
  readonly cohorts: readonly CohortResult[];
  readonly groups: readonly GroupResult[];
  readonly sharers: readonly SharerResult[];
}

/** What is counted over, besides the people. */
export interface ResultsFacts {
  readonly campaignIds: readonly string[];
  readonly today: Day;
  readonly calendar: Calendar;
}

/** Nobody has been counted yet. */
export const noResults: Results = { people: 0, campaigns: [], cohorts: [], groups: [], sharers: [] };

/** Whether a member did something of their own on a day that is still known of: a check-in, or the last claim of a campaign. */
function actedOn(member: MemberDocument, on: Day): boolean {
  return (
    Object.values(member.checkins).some((record) => isCheckedIn(record, on)) ||
    Object.values(member.claims).some((claim) => claim.on === on)
  );
}

/** Whether a member did something of their own on one of some days, the first and the last included. */
function actedWithin(member: MemberDocument, fromOn: Day, untilOn: Day): boolean {
  for (let number = dayNumber(fromOn); number <= dayNumber(untilOn); number += 1) if (actedOn(member, dayFromNumber(number))) return true;
  return false;
}

/** The day from which coming again is looked for: the last claim, or the first check-in of a plan. */
function tookPartOn(member: MemberDocument, campaignId: string): Day | null {
  const claim = member.claims[campaignId];
  if (claim !== undefined) return claim.on;
  const months = Object.entries(member.checkins[campaignId]?.months ?? {}).filter(([, bits]) => bits !== 0);
  const [first] = months.sort(([one], [other]) => (one < other ? -1 : 1));
  if (first === undefined) return null;
  const [month, bits] = first;
  return addDays(`${month}-01`, 31 - Math.clz32(bits & -bits));
}

/** Who has reached a stage has passed the ones before it, whether or not they were noticed there. */
function reached(bits: number | undefined, stages: readonly FunnelStage[]): boolean {
  return stages.some((stage) => hasReached(bits, stage));
}

function campaignResult(members: readonly MemberDocument[], campaignId: string): CampaignResult {
  const counted = { seen: 0, opened: 0, claimed: 0, redeemed: 0, claimedAgain: 0, redeemedAgain: 0 };
  for (const member of members) {
    const bits = member.funnel[campaignId];
    if (!reached(bits, ['seen', 'opened', 'claimed', 'redeemed'])) continue;
    counted.seen += 1;
    if (reached(bits, ['opened', 'claimed', 'redeemed'])) counted.opened += 1;
    if (!reached(bits, ['claimed', 'redeemed'])) continue;
    counted.claimed += 1;
    const on = tookPartOn(member, campaignId);
    const isBack = on !== null && actedWithin(member, addDays(on, 1), addDays(on, WEEK));
    if (isBack) counted.claimedAgain += 1;
    if (!reached(bits, ['redeemed'])) continue;
    counted.redeemed += 1;
    if (isBack) counted.redeemedAgain += 1;
  }
  return { campaignId, ...counted };
}

/** The weeks of joining that are followed, by the weeks since that are over. */
function cohortResults(members: readonly MemberDocument[], { today, calendar }: ResultsFacts): CohortResult[] {
  const running = weekStartOf(today);
  return Array.from({ length: COHORT_WEEKS }, (_, index) => {
    const weekOn = addDays(running, -WEEK * (COHORT_WEEKS - index));
    const joined = members.filter(({ joinedAt }) => joinedAt !== null && weekStartOf(dayOf(joinedAt, calendar)) === weekOn);
    const active = Array.from({ length: COHORT_WEEKS - index }, (__, since) => {
      const fromOn = addDays(weekOn, WEEK * since);
      return joined.filter((member) => actedWithin(member, fromOn, addDays(fromOn, WEEK - 1))).length;
    });
    return { weekOn, people: joined.length, active };
  });
}

/** Adds up, by a key, what each member counts for. */
function tallied<Row>(members: readonly MemberDocument[], rowsOf: (member: MemberDocument) => readonly (readonly [string, Row])[]) {
  const rows = new Map<string, Row[]>();
  for (const member of members) for (const [key, row] of rowsOf(member)) rows.set(key, [...(rows.get(key) ?? []), row]);
  return [...rows];
}

/**
 * Counts some people, members or not. What they did is read from their own documents alone: their check-in days, the day of their last
 * claim of each campaign, the stages they reached. Somebody who was erased is nobody any more, in every number.
 */
export function countResults(members: readonly MemberDocument[], facts: ResultsFacts): Results {
  const isActive = (member: MemberDocument) => actedWithin(member, addDays(facts.today, 1 - WEEK), facts.today);
  const hasRedeemed = (member: MemberDocument) => Object.values(member.funnel).some((bits) => hasReached(bits, 'redeemed'));
  return {
    people: members.filter(({ joinedAt }) => joinedAt !== null).length,
    campaigns: facts.campaignIds.map((campaignId) => campaignResult(members, campaignId)),
    cohorts: cohortResults(members, facts),
    groups: tallied(members, (member) =>
      member.joinedAt === null ? [] : Object.keys(member.groups).map((id) => [id, member] as const),
    ).map(([groupId, people]) => ({
      groupId,
      people: people.length,
      active: people.filter(isActive).length,
      redeemed: people.filter(hasRedeemed).length,
    })),
    sharers: tallied(members, (member) => {
      const sharer = member.invitedBy?.inviterId ?? member.source.inviterId;
      return sharer === undefined ? [] : [[sharer, member] as const];
    }).map(([memberId, people]) => ({
      memberId,
      came: people.length,
      joined: people.filter(({ joinedAt }) => joinedAt !== null).length,
      active: people.filter(({ joinedAt, firstActionAt }) => joinedAt !== null && firstActionAt !== null).length,
      used: people.reduce((sum, member) => sum + redeemedOf(member), 0),
    })),
  };
}

/** Adds rows of two parts by their key; every other field is a number, or numbers in the same order. */
function addRows<Row extends object>(key: keyof Row, ones: readonly Row[], others: readonly Row[]): Row[] {
  const sums = new Map(ones.map((row) => [row[key], row]));
  for (const row of others) {
    const before = sums.get(row[key]);
    const added = Object.entries(row).map(([name, value]) => {
      const had = before?.[name as keyof Row] as unknown;
      if (name === key || had === undefined) return [name, value];
      return [
        name,
        Array.isArray(value) ? value.map((count: number, at) => count + ((had as number[])[at] ?? 0)) : (had as number) + value,
      ];
    });
    sums.set(row[key], Object.fromEntries(added));
  }
  return [...sums.values()];
}

/** Two parts as one. */
export function addResults(one: Results, other: Results): Results {
  return {
    people: one.people + other.people,
    campaigns: addRows('campaignId', one.campaigns, other.campaigns),
    cohorts: addRows('weekOn', one.cohorts, other.cohorts),
    groups: addRows('groupId', one.groups, other.groups),
    sharers: addRows('memberId', one.sharers, other.sharers),
  };
}
