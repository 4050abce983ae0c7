// The runs of a month: days that belong to one streak, as a band joins them. A rest day between two of them breaks nothing.
import type { ValueOf } from '#core/contract';

/** A day of a month as the server says it. */
export type CalendarDay = ValueOf<'checkin.calendar'>['days'][number];

/** Where a day stands in a run: by itself, at its beginning, inside, at its end; null outside of any. */
export type PlaceInRun = 'alone' | 'first' | 'inside' | 'last' | null;

const counts = ({ state }: CalendarDay): boolean => state === 'checked' || state === 'made_up';

/** The place of every day in its run. A rest day is inside only where a day that counts stands on both sides. */
export function placesInRuns(days: readonly CalendarDay[]): readonly PlaceInRun[] {
  const inRun = days.map((day, index) => {
    if (day.state !== 'rest') return counts(day);
    const stretch = (step: 1 | -1) => {
      let at = index;
      while (days[at]?.state === 'rest') at += step;
      const beside = days[at];
      return beside !== undefined && counts(beside);
    };
    return stretch(-1) && stretch(1);
  });
  return inRun.map((isIn, index) => {
    if (!isIn) return null;
    const [before, after] = [inRun[index - 1] === true, inRun[index + 1] === true];
    if (before && after) return 'inside';
    return before ? 'last' : after ? 'first' : 'alone';
  });
}
