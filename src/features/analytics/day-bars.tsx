// The last two weeks of check-ins as columns, this week beside the one before, and every day's numbers as a table.
import { useMemo } from 'react';
import { useOwnersWords } from '#app/i18n/use-owners-words';
import { Card } from '#app/ui/card.tsx';
import { Chart } from '#app/ui/chart/chart.tsx';
import type { ColumnsShape } from '#app/ui/chart/chart-shape';
import type { ValueOf } from '#core/contract';

type Days = ValueOf<'analytics.days'>['days'];

/** A week, so that each weekday stands beside itself. */
const WEEK = 7;

/** A young community has fewer days; they stand at the right, where the others will, too. */
const DAYS = 2 * WEEK;

const columns = ['entered', 'joined', 'checkedIn', 'claimed', 'redeemed'] as const;

function sum(days: Days): number {
  return days.reduce((total, { checkedIn }) => total + checkedIn, 0);
}

/** Finished days only: today is still being counted, above. */
export function DayBars({ days }: { readonly days: Days }) {
  const { owner, formats } = useOwnersWords();
  const says = owner.console;
  const shape = useMemo((): ColumnsShape => {
    const none = Array.from({ length: DAYS - days.length }, () => ({ label: '', value: null, tone: 'before' }) as const);
    const first = days.length - WEEK;
    const shown = days.map(({ on, checkedIn }, index) => {
      return { label: formats.day(on), value: checkedIn, tone: index < first ? 'before' : 'now' } as const;
    });
    return { kind: 'columns', columns: [...none, ...shown] };
  }, [days, formats]);
  if (days.length === 0) return null;
  const now = days.slice(-WEEK);
  const before = days.slice(0, -WEEK);
  const sentence = before.length < WEEK ? says.days.now(now.length, sum(now)) : says.days.both(sum(now), sum(before));
  const rows = [...days].reverse().map((day) => ({
    key: day.on,
    cells: [`${formats.day(day.on)} ${formats.weekday(day.on)}`, ...columns.map((column) => formats.count(day[column]))],
  }));
  return (
    <Card id="finished-days">
      <Chart
        id="days"
        sentence={sentence}
        shape={shape}
        table={{ heads: [says.days.day, ...columns.map((column) => says.counts[column])], rows }}
      />
    </Card>
  );
}
