// The way to the milestones: how far the days in a row have come, and what waits at each stop.
import { Text, View } from '@tarojs/components';
import { useWords } from '#app/i18n/use-words';
import './milestone-path.scss';

export interface Stop {
  readonly days: number;
  readonly points: number;
  readonly paid: boolean;
}

/** A stop as the server says it. */
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

/** The ways of both ladders, days in a row and days in all; each is named where there are two. */
export function MilestonePaths({ stops }: { readonly stops: readonly LadderStop[] }) {
  const words = useWords();
  const ladders = (['streak', 'total'] as const)
    .map((ladder) => [ladder, stops.filter((stop) => stop.ladder === ladder)] as const)
    .filter(([, own]) => own.length > 0);
  return (
    <>
      {ladders.map(([ladder, own]) => (
        <View key={ladder} id={`path-${ladder}`}>
          {ladders.length > 1 ? <Text className="quiet">{words.member.plan.ladders[ladder]}</Text> : null}
          <MilestonePath reached={reachedDays(own)} stops={own} />
        </View>
      ))}
    </>
  );
}

export function MilestonePath({ reached, stops }: { readonly reached: number; readonly stops: readonly Stop[] }) {
  const words = useWords();
  if (stops.length === 0) return null;
  return (
    <View className="milestone-path">
      <View className="milestone-path__line">
        <View className="milestone-path__fill" style={{ width: `${filledPercent(reached, stops)}%` }} />
      </View>
      <View className="milestone-path__stops">
        {stops.map((stop) => (
          <View key={stop.days} className={`milestone-path__stop${stop.paid ? ' milestone-path__stop--paid' : ''}`}>
            <View className="milestone-path__knot" />
            <Text className="milestone-path__days">{words.member.calendar.days(stop.days)}</Text>
            <Text className="milestone-path__points">{stop.paid ? words.member.calendar.paid : `+${stop.points}`}</Text>
          </View>
        ))}
      </View>
    </View>
  );
}
