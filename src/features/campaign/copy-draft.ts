// A campaign of before as a new draft: the same words and numbers, and all its days as far apart as they were, from today on.
import type { Declarations, Draft } from '#app/features/campaign/campaign-form';
import { addDays, daysBetween } from '#core/values/day';

/** The copy; it begins on `today` and lasts as long. Its group is kept: whether it is still bound is said at its field. */
export function copyOf(draft: Draft, declarations: Declarations, today: string): Draft {
  const shift = daysBetween(draft.startsOn, today);
  const parameters = Object.fromEntries(
    Object.entries(draft.parameters).map(([name, value]) => [
      name,
      declarations[name]?.kind === 'day' && typeof value === 'string' && value !== '' ? addDays(value, shift) : value,
    ]),
  );
  return { ...draft, startsOn: today, endsOn: addDays(draft.endsOn, shift), parameters } as Draft;
}
