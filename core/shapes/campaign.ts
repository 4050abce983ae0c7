// What actions around a campaign carry: its draft, its terms and versions, its page.
import * as v from 'valibot';
import { audienceLimits } from '#core/rules/campaign/audience';
import { LOW_AT_PERCENT_MAX } from '#core/rules/campaign/low-stock';
import { campaignCard } from '#core/shapes/campaign-card';
import { community, me } from '#core/shapes/community';
import { campaignType, coded, count, day, idPart, instant, text, tier, whole } from '#core/shapes/fields';
import { finding } from '#core/shapes/policy';

const name = v.pipe(v.string(), v.regex(/^[a-z][A-Za-z]{0,39}$/, 'not a name'));

/** One row of a parameter that is a small table: whole numbers, and texts of people. */
const row = v.pipe(
  v.record(name, v.union([whole, text(0, 200)])),
  v.check((cells) => Object.keys(cells).length <= 8, 'too many columns'),
);

const hours = (max: number) => v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(max));
const daysAtLeast = (max: number) => v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(max)));

/** Whom a campaign is for, apart from its group; `tags` are ids. */
const audience = v.strictObject({
  tierMin: v.nullable(tier),
  tags: v.pipe(v.array(idPart), v.maxLength(audienceLimits.tags), v.readonly()),
  streakDaysMin: daysAtLeast(audienceLimits.streakDays),
  newcomerDaysMax: daysAtLeast(audienceLimits.newcomerDays),
  earlyTier: v.nullable(tier),
  earlyHours: hours(audienceLimits.earlyHours),
});

export const draftInput = v.strictObject({
  type: campaignType,
  title: text(2, 24),
  summary: text(0, 60),
  startsOn: day,
  endsOn: day,
  groupId: v.nullable(idPart),
  audience: v.optional(audience),
  parameters: v.pipe(
    v.record(name, v.union([whole, text(0, 200), v.pipe(v.array(row), v.maxLength(100))])),
    v.check((parameters) => Object.keys(parameters).length <= 40, 'too many parameters'),
  ),
});

/** A draft to begin with: its title is still empty, which no saved draft's may be. */
export const draftStart = v.strictObject({ ...draftInput.entries, title: v.string() });

/** A condition of taking part: its numbers, and what the person would be told; null while it is met. */
export const shownCondition = v.object({ code: v.string(), data: v.record(v.string(), v.unknown()), refusal: v.nullable(coded) });
const termLine = v.object({ code: v.string(), data: v.record(v.string(), v.unknown()) });

/** One field that an improvement has changed: how it was and how it is, with the kind that says how to write it. */
const campaignChange = v.object({ path: v.string(), kind: v.string(), before: v.unknown(), after: v.unknown() });

/** One version of a campaign's rules. */
export const campaignVersion = v.object({
  type: campaignType,
  version: count,
  at: instant,
  title: v.string(),
  startsOn: v.string(),
  endsOn: v.string(),
  changes: v.array(campaignChange),
});

export const warnPercent = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(LOW_AT_PERCENT_MAX));

/** A campaign's own page: what it is and the complete terms, before anything else. */
export const campaignPage = v.object({
  community,
  me,
  today: v.string(),
  now: instant,
  card: campaignCard,
  terms: v.array(termLine) /** How its rules differ from those of the version before; null of the first. */,
  improvement: v.nullable(campaignVersion),
});

/** A campaign as everybody may see it: nothing of any person, and nothing that changes with who looks. */
export const glance = v.object({
  community: v.object({ name: v.string(), promise: v.string(), organiser: v.string() }),
  type: campaignType,
  title: v.string(),
  summary: v.string(),
  startsOn: v.string(),
  endsOn: v.string(),
  isOver: v.boolean(),
  terms: v.array(termLine),
});

const draftProblem = v.object({
  path: v.string(),
  problem: v.string(),
  limit: v.optional(v.union([v.number(), v.string()])),
  word: v.optional(v.string()),
});

export const preview = v.object({
  draft: draftInput,
  problems: v.array(draftProblem),
  findings: v.array(finding),
  terms: v.array(termLine),
  /** What publishing will reserve; zeros while there are problems. */
  /** `goods` only where something is exchanged for. */
  reserve: v.object({ coupons: count, points: count, goods: v.optional(count) }),
  card: campaignCard,
  /** Which state this is: what a save rests on that goes on from here. */
  basis: count,
});

export const shareCard = v.object({
  title: v.string(),
  /** The path that the card opens, with its query: the same in WeChat and on the web. */
  path: v.string(),
});
