// A set of weekdays as it is stored: `none`, `weekend`, one code, or several joined in the order of the week, such as `monday+thursday`.

/** The weekdays by their stored codes; a weekday's number is its place, Monday 0 to Sunday 6. */
export const weekdayCodes = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

/** Sets that have a word of their own. */
const words = new Map<string, readonly number[]>([
  ['none', []],
  ['weekend', [5, 6]],
]);

/** Writes a set of weekdays; every set has one spelling. */
export function writeWeekdays(weekdays: readonly number[]): string {
  const text = weekdayCodes.filter((_, weekday) => weekdays.includes(weekday)).join('+');
  if (text === '') return 'none';
  return text === 'saturday+sunday' ? 'weekend' : text;
}

/** Reads a set of weekdays, in the order of the week; null where it is none, or is not spelled as it is written. */
export function readWeekdays(text: unknown): readonly number[] | null {
  if (typeof text !== 'string') return null;
  const weekdays = words.get(text) ?? text.split('+').map((code) => (weekdayCodes as readonly string[]).indexOf(code));
  return writeWeekdays(weekdays) === text ? weekdays : null;
}
