// The way to the milestones: how far the days have come, and what waits at each stop.
import { Text, View } from '@tarojs/components';
import { filledPercent, isNextStop, type LadderStop, nextPercent, reachedDays, type Stop } from '#app/features/checkin/milestone-way';
import { useWords } from '#app/i18n/use-words';
import { Tag } from '#app/ui/tag.tsx';
import './milestone-path.scss';

/** The stops of both ladders, days in a row and days in all; a ladder without stops is not there. */
function laddersOf(stops: readonly LadderStop[]) {
  return (['streak', 'total'] as const)
    .map((ladder) => [ladder, stops.filter((stop) => stop.ladder === ladder)] as const)
    .filter(([, own]) => own.length > 0);
}

/** The ways of both ladders; each is named where there are two. */
export function MilestonePaths({ stops }: { readonly stops: readonly LadderStop[] }) {
  const words = useWords();
  const ladders = laddersOf(stops);
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

function MilestonePath({ reached, stops }: { readonly reached: number; readonly stops: readonly Stop[] }) {
  const words = useWords();
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

/** The last stretch to the next milestone: what the words beside it say, as a line. */
export function NextStretch({ next, stops }: { readonly next: LadderStop; readonly stops: readonly LadderStop[] }) {
  const words = useWords();
  return (
    // Another stop is another line: none ever runs back.
    <View key={`${next.ladder}-${next.days}`} className="next-stretch" aria-hidden>
      <View className="next-stretch__line">
        <View className="next-stretch__fill" style={{ width: `${nextPercent(next, stops)}%` }} />
      </View>
      <View className={`next-stretch__knot${next.missingDays === 0 ? ' next-stretch__knot--reached' : ''}`} />
      <Text className="next-stretch__days">{words.member.calendar.days(next.days)}</Text>
    </View>
  );
}

/** Every milestone one below the other: what it brings, which are reached, and which is next. */
export function MilestoneSteps({ stops }: { readonly stops: readonly LadderStop[] }) {
  const words = useWords();
  const says = words.member.calendar;
  return (
    <>
      {laddersOf(stops).map(([ladder, own]) => (
        <View key={ladder} id={`path-${ladder}`} className="milestone-steps">
          {own.map((stop) => {
            const isNext = isNextStop(stop, own);
            return (
              <View
                key={stop.days}
                className={`milestone-step${stop.paid ? ' milestone-step--paid' : ''}${isNext ? ' milestone-step--next' : ''}`}
              >
                <View className="milestone-step__knot" />
                <View className="milestone-step__words">
                  <Text className="milestone-step__days">{words.member.plan.reach[ladder](stop.days)}</Text>
                  <View className="milestone-step__state">
                    <Text className="milestone-step__missing">{stop.paid ? says.paid : says.missing(stop.missingDays)}</Text>
                    {isNext ? <Tag text={words.member.daily.nextStop} tone="green" /> : null}
                  </View>
                </View>
                <Text className="milestone-step__points">{`+${words.formats.points(stop.points)}`}</Text>
              </View>
            );
          })}
        </View>
      ))}
    </>
  );
}
