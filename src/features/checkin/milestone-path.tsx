// The way to the milestones: how far the days in a row have come, and what waits at each stop.
import { Text, View } from '@tarojs/components';
import { useWords } from '#app/i18n/use-words';
import './milestone-path.scss';

export interface Stop {
  readonly days: number;
  readonly points: number;
  readonly paid: boolean;
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

export function MilestonePath({ streakDays, stops }: { readonly streakDays: number; readonly stops: readonly Stop[] }) {
  const words = useWords();
  if (stops.length === 0) return null;
  return (
    <View className="milestone-path">
      <View className="milestone-path__line">
        <View className="milestone-path__fill" style={{ width: `${filledPercent(streakDays, stops)}%` }} />
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
