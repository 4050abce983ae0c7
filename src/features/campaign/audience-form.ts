// Whom a campaign is for, as it is typed: read back into an audience, or into none where it leaves nobody out.
import type { FieldProblem } from '#app/features/campaign/campaign-form';
import { readWhole } from '#app/features/typed-number';
import type { ValueOf } from '#core/contract';

type Audience = NonNullable<ValueOf<'campaign.preview'>['draft']['audience']>;
type Tier = NonNullable<Audience['tierMin']>;

/** The typed audience: an empty text asks for nothing. */
export interface AudienceText {
  readonly tierMin: string;
  readonly tags: readonly string[];
  readonly streakDaysMin: string;
  readonly newcomerDaysMax: string;
  readonly earlyTier: string;
  readonly earlyHours: string;
}

/** An audience that nothing has been typed into. */
const anybody: AudienceText = { tierMin: '', tags: [], streakDaysMin: '', newcomerDaysMax: '', earlyTier: '', earlyHours: '' };

/** The longest that an audience may ask for, in days, and the hours of early access. */
const DAYS_MAX = 365;
const HOURS_MAX = 72;

function typed(number: number | null): string {
  return number === null || number === 0 ? '' : String(number);
}

/** The text that shows an audience. */
export function audienceTextOf(audience: Audience | undefined): AudienceText {
  if (audience === undefined) return anybody;
  const { tierMin, tags, streakDaysMin, newcomerDaysMax, earlyTier, earlyHours } = audience;
  return {
    tierMin: tierMin ?? '',
    tags,
    streakDaysMin: typed(streakDaysMin),
    newcomerDaysMax: typed(newcomerDaysMax),
    earlyTier: earlyTier ?? '',
    earlyHours: typed(earlyHours),
  };
}

/** Reads the audience. Hours of early access count only where a tier is chosen for them. */
export function readAudience(text: AudienceText): { readonly audience: Audience | undefined; readonly problems: readonly FieldProblem[] } {
  const problems: FieldProblem[] = [];
  const take = (name: 'streakDaysMin' | 'newcomerDaysMax' | 'earlyHours', max: number): number | null => {
    if (text[name].trim() === '') return null;
    const number = readWhole(text[name]);
    const path = `audience.${name}`;
    if (number.kind !== 'number') {
      problems.push({ path, problem: number.kind === 'missing' ? 'missing' : number.problem });
      return null;
    }
    if (number.number < 1) problems.push({ path, problem: 'too_small', limit: 1 });
    if (number.number > max) problems.push({ path, problem: 'too_large', limit: max });
    return number.number;
  };
  const earlyTier = text.earlyTier === '' ? null : (text.earlyTier as Tier);
  const earlyHours = earlyTier === null ? 0 : take('earlyHours', HOURS_MAX);
  if (earlyHours === null && problems.length === 0) problems.push({ path: 'audience.earlyHours', problem: 'missing' });
  const audience: Audience = {
    tierMin: text.tierMin === '' ? null : (text.tierMin as Tier),
    tags: text.tags,
    streakDaysMin: take('streakDaysMin', DAYS_MAX),
    newcomerDaysMax: take('newcomerDaysMax', DAYS_MAX),
    earlyTier,
    earlyHours: earlyHours ?? 0,
  };
  const { tierMin, tags, streakDaysMin, newcomerDaysMax } = audience;
  const isEverybody = tierMin === null && tags.length === 0 && streakDaysMin === null && newcomerDaysMax === null && earlyTier === null;
  return { audience: isEverybody ? undefined : audience, problems };
}
