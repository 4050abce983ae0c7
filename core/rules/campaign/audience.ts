// Whom a campaign is for, apart from its group: by tier, tag, streak or newness; and who may come before its first day.
import { type Refusal, type RefusalData, refuse } from '#core/refusals';
import type { CampaignDraft } from '#core/rules/campaign/campaign-draft';
import { type Condition, condition } from '#core/rules/campaign/condition';
import type { DraftProblem } from '#core/rules/campaign/parameters';
import { type TermLine, term } from '#core/rules/campaign/terms';
import { streakOn } from '#core/rules/checkin/record';
import { calendarOf } from '#core/rules/community/calendar';
import { tagNames, tagsOf } from '#core/rules/membership/tags';
import { isAtLeast, type TierCode, tierOf } from '#core/rules/membership/tier';
import { tierRank } from '#core/rules/membership/tier-code';
import type { CommunityDocument, MemberDocument } from '#core/tables';
import { type Day, dayOf, dayStartAt, daysBetween, wallOf } from '#core/values/day';
import { HOUR_MS, type Instant } from '#core/values/instant';

/** Every condition must hold; null, or no tag, asks for nothing. */
export interface Audience {
  readonly tierMin: TierCode | null;
  /** The ids of tags of which a member must bear one at least. */
  readonly tags: readonly string[];
  /** Consecutive days in any check-in plan of the community, as they stand. */
  readonly streakDaysMin: number | null;
  /** Joined within so many business days, the day of joining included. */
  readonly newcomerDaysMax: number | null;
  /** Members of at least this tier may take part `earlyHours` before the first day begins. */
  readonly earlyTier: TierCode | null;
  readonly earlyHours: number;
}

/** The limits of an audience's numbers. */
export const audienceLimits = { streakDays: 365, newcomerDays: 365, earlyHours: 72, tags: 20 } as const;

/** An audience that leaves nobody out and lets nobody in early. */
export const everybody: Audience = {
  tierMin: null,
  tags: [],
  streakDaysMin: null,
  newcomerDaysMax: null,
  earlyTier: null,
  earlyHours: 0,
};

/** A campaign, as far as its audience goes. */
type Addressed = Pick<CampaignDraft, 'audience' | 'startsOn'>;

/** The refusals of an audience. */
export type AudienceRefusal = Refusal<'tier_too_low' | 'tag_missing' | 'streak_too_short' | 'newcomers_only'>;

/** What it takes to know whether somebody belongs to an audience. */
export interface AudienceFacts {
  readonly campaign: Addressed;
  readonly community: CommunityDocument;
  readonly member: MemberDocument | null;
  readonly at: Instant;
}

/** The longest streak of a member as it stands on a day, over all check-in plans. */
export function longestStreakOn(member: MemberDocument | null, today: Day): number {
  return Math.max(0, ...Object.values(member?.checkins ?? {}).map((record) => streakOn(record, today)));
}

/** On which business day since they joined or first acted somebody is, from 1; null for who has done neither. Who comes back has acted before. */
function membershipDay(member: MemberDocument | null, today: Day, community: CommunityDocument): number | null {
  const since = [member?.joinedAt, member?.firstActionAt].flatMap((at) => at ?? []);
  return since.length === 0 ? null : daysBetween(dayOf(Math.min(...since), calendarOf(community)), today) + 1;
}

/** Every condition of a campaign's audience as it stands for somebody: tier, then tag, then streak, then newness. */
export function audienceConditions({ campaign, community, member, at }: AudienceFacts): Condition[] {
  const { audience } = campaign;
  if (audience === undefined) return [];
  const today = dayOf(at, calendarOf(community));
  const { tierMin, tags, streakDaysMin, newcomerDaysMax } = audience;
  const conditions: Condition[] = [];
  if (tierMin !== null) {
    const have = tierOf(member, today);
    const refusal = isAtLeast(have, tierMin) ? null : refuse('tier_too_low', { need: tierMin, have });
    conditions.push(condition('tier', { need: tierMin, have }, refusal));
  }
  if (tags.length > 0) {
    const names = tagNames(community, tags);
    const isTagged = tags.some((tagId) => member?.tags.includes(tagId) === true);
    conditions.push(condition('tag', { tags: names }, isTagged ? null : refuse('tag_missing', { tags: names })));
  }
  if (streakDaysMin !== null) {
    const have = longestStreakOn(member, today);
    const refusal = have >= streakDaysMin ? null : refuse('streak_too_short', { need: streakDaysMin, have });
    conditions.push(condition('streak', { need: streakDaysMin, have }, refusal));
  }
  if (newcomerDaysMax !== null) {
    const isNew = (membershipDay(member, today, community) ?? 1) <= newcomerDaysMax;
    conditions.push(condition('newcomer', { days: newcomerDaysMax }, isNew ? null : refuse('newcomers_only', { days: newcomerDaysMax })));
  }
  return conditions;
}

/** From which tier and moment on members may take part before the first day, and the tier of this one; null where nobody may. */
function earlyOf({ campaign, community, member, at }: AudienceFacts): { tier: TierCode; have: TierCode; opensAt: Instant } | null {
  const { earlyTier, earlyHours } = campaign.audience ?? everybody;
  if (earlyTier === null || earlyHours === 0) return null;
  const calendar = calendarOf(community);
  const opensAt = (dayStartAt(campaign.startsOn, calendar) - earlyHours * HOUR_MS) as Instant;
  return { tier: earlyTier, have: tierOf(member, dayOf(at, calendar)), opensAt };
}

/** Whether a member may take part already although the first day has not begun. */
export function isLetInEarly(facts: AudienceFacts): boolean {
  const early = earlyOf(facts);
  return early !== null && facts.at >= early.opensAt && isAtLeast(early.have, early.tier);
}

/** What whoever comes before the first day is told of those who are let in early; nothing where nobody is. */
export function earlyAccess(facts: AudienceFacts): Pick<RefusalData['campaign_not_started'], 'early'> {
  const early = earlyOf(facts);
  if (early === null) return {};
  const { tier, have, opensAt } = early;
  return { early: { tier, have, ...wallOf(opensAt, facts.community.zone) } };
}

/** What is wrong with the audience of a draft. `isEarlyOffered` is false where a day before the first has no meaning, as for check-ins. */
export function audienceProblems(
  audience: Audience | undefined,
  community: CommunityDocument,
  isEarlyOffered: boolean,
): readonly DraftProblem[] {
  if (audience === undefined) return [];
  const problems: DraftProblem[] = [];
  const known = new Set(tagsOf(community).map(({ tagId }) => tagId));
  if (audience.tags.some((tagId) => !known.has(tagId))) problems.push({ path: 'audience.tags', problem: 'unknown_tag' });
  if (audience.earlyTier !== null && audience.earlyHours < 1) {
    problems.push({ path: 'audience.earlyHours', problem: 'too_small', limit: 1 });
  }
  if (audience.earlyTier !== null && !isEarlyOffered) problems.push({ path: 'audience.earlyTier', problem: 'not_early' });
  return problems;
}

/** The terms lines of an audience: every condition that the gate enforces, and who comes early. */
export function audienceTerms(audience: Audience | undefined, community: Pick<CommunityDocument, 'tags'>): TermLine[] {
  if (audience === undefined) return [];
  const { tierMin, tags, streakDaysMin, newcomerDaysMax, earlyTier, earlyHours } = audience;
  return [
    ...(tierMin === null ? [] : [term('eligible_tier', { tier: tierMin })]),
    ...(tags.length === 0 ? [] : [term('eligible_tags', { tags: tagNames(community, tags) })]),
    ...(streakDaysMin === null ? [] : [term('eligible_streak', { days: streakDaysMin })]),
    ...(newcomerDaysMax === null ? [] : [term('eligible_newcomers', { days: newcomerDaysMax })]),
    ...(earlyTier === null ? [] : [term('early_access', { tier: earlyTier, hours: earlyHours })]),
  ];
}

/**
 * Whether everybody whom a campaign was for still belongs to it, and as early: the only change that running terms may undergo. Who may come
 * before the first day stays as it was said: more of that for some is less for those who come on the day.
 */
export function isAtLeastAsWide(before: Audience = everybody, after: Audience = everybody): boolean {
  const rank = (tier: Audience['tierMin']) => (tier === null ? 0 : tierRank(tier));
  const keepsTags = after.tags.length === 0 || (before.tags.length > 0 && before.tags.every((tag) => after.tags.includes(tag)));
  const days = ({ newcomerDaysMax }: Audience) => newcomerDaysMax ?? Number.POSITIVE_INFINITY;
  return (
    keepsTags &&
    rank(after.tierMin) <= rank(before.tierMin) &&
    (after.streakDaysMin ?? 0) <= (before.streakDaysMin ?? 0) &&
    days(after) >= days(before) &&
    after.earlyTier === before.earlyTier &&
    after.earlyHours === before.earlyHours
  );
}
