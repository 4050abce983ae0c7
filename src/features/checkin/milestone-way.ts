// How far somebody has come on the way to the milestones, as a line shows it.

/** A stop of a line. */
export interface Stop {
  readonly days: number;
  readonly points: number;
  readonly paid: boolean;
}

/** A stop as the server says it: of days in a row, or of days in all. */
export interface LadderStop extends Stop {
  readonly ladder: 'streak' | 'total';
  readonly missingDays: number;
}

/** How far the line is filled, in percent: the stops stand at equal distances, the days between them count evenly. */
export function filledPercent(streakDays: number, stops: readonly Stop[]): number {
  if (stops.length === 0) return 0;
  let from = 0;
  for (const [index, stop] of stops.entries()) {
    if (streakDays < stop.days) return ((index + Math.max(0, streakDays - from) / (stop.days - from)) / stops.length) * 100;
    from = stop.days;
  }
  return 100;
}

/** How many days of a ladder have been reached, by what is missing to its stops. */
export function reachedDays(stops: readonly LadderStop[]): number {
  return stops.reduce((reached, { days, paid, missingDays }) => Math.max(reached, paid ? days : days - missingDays), 0);
}

/**
 * How far the way to the next stop has been gone, in percent: from the stop before it, or from nothing where that one is of earlier days and
 * these have not come as far again.
 */
export function nextPercent(next: Pick<LadderStop, 'ladder' | 'days' | 'missingDays'>, stops: readonly LadderStop[]): number {
  const reached = next.days - next.missingDays;
  const before = stops.filter(({ ladder, days }) => ladder === next.ladder && days < next.days && days <= reached);
  const from = before.reduce((days, stop) => Math.max(days, stop.days), 0);
  return Math.max(0, Math.min(100, ((reached - from) / (next.days - from)) * 100));
}

/** The stop of each ladder that is reached next: the first that is not paid. */
export function isNextStop(stop: LadderStop, stops: readonly LadderStop[]): boolean {
  return stops.find(({ ladder, paid }) => ladder === stop.ladder && !paid) === stop;
}
