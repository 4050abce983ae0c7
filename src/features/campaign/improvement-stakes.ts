// What an improvement puts at stake, before it is saved: what more is set aside, the most that it can cost, and words that may no longer fit.
import type { Draft } from '#app/features/campaign/campaign-form';
import { problemsIn, wayOf } from '#app/features/campaign/editor-problems';
import type { Reserve } from '#app/features/campaign/say-reserve';
import type { CampaignDraft } from '#core/rules/campaign/campaign-draft';
import { changesBetween, worsenedPaths } from '#core/rules/campaign/improve';
import { reserveOf } from '#core/rules/campaign/lifecycle';
import { type WorstCase, worstCaseOf } from '#core/rules/forecast/worst-case';

/** What is at stake. */
export interface Stakes {
  readonly more: Reserve;
  readonly before: WorstCase;
  readonly after: WorstCase;
  /** The owner's own words that name a number and stay as they were: nothing keeps them in step with what gets better. */
  readonly named: readonly string[];
}

/** A number as people write it: digits, or a numeral before what it counts; 第一次 counts nothing. */
const NUMBER = /\d|(?:^|[^第])[一二两三四五六七八九十百千万][元块折份张件天日号月名位次]/;

/** Whether the server takes it: nothing is worse, and nothing is wrong that was not wrong before. */
function isTaken(published: Draft, typed: Draft, today: string): boolean {
  const known = problemsIn(published).map(({ path }) => path);
  const isSound = problemsIn(typed).every(({ path }) => known.includes(path));
  return isSound && worsenedPaths(published as unknown as CampaignDraft, typed as unknown as CampaignDraft, today).length === 0;
}

/** What is at stake; null where nothing is: nothing changes that cannot be changed back, or it is refused anyway. */
export function stakesOf(published: Draft, typed: Draft, today: string): Stakes | null {
  const [before, after] = [published, typed] as unknown as readonly [CampaignDraft, CampaignDraft];
  const isForGood = changesBetween(before, after).some(({ path }) => wayOf(published, path, today) !== 'any');
  if (!isForGood || !isTaken(published, typed, today)) return null;
  const [was, is] = [reserveOf(before), reserveOf(after)];
  return {
    more: { coupons: is.coupons - was.coupons, points: is.points - was.points, goods: (is.goods ?? 0) - (was.goods ?? 0) },
    before: worstCaseOf(before),
    after: worstCaseOf(after),
    named: (['title', 'summary'] as const).flatMap((field) => {
      const text = after[field];
      return text === before[field] && NUMBER.test(text.normalize('NFKC')) ? [text] : [];
    }),
  };
}
