// The forecast as charts, each below the sentence that answers its question: what it costs, how much is used, on which days, and what pays for it.
import { useCallback, useMemo } from 'react';
import { useOwnersWords } from '#app/i18n/use-owners-words';
import { Chart } from '#app/ui/chart/chart.tsx';
import type { BandShape, RowsShape } from '#app/ui/chart/chart-shape';
import type { BreakEven } from '#core/rules/forecast/break-even';
import type { Band, Forecast } from '#core/rules/forecast/summary';

const ends = ['high', 'median', 'low'] as const;

/** What a forecast says in its own unit: money where there is any, else points. */
function useAmounts(forecast: Forecast) {
  const { formats } = useOwnersWords();
  const isMoney = forecast.worst.fen > 0;
  const [cost, worst] = isMoney ? [forecast.fen, forecast.worst.fen] : [forecast.points, forecast.worst.points];
  const say = useCallback(
    (amount: number) => (isMoney ? formats.money(Math.round(amount)) : formats.points(Math.round(amount))),
    [isMoney, formats],
  );
  return { cost, worst, isMoney, say };
}

/** Whether a band is one figure to whoever reads it. */
function isOne({ low, high }: Band, say: (amount: number) => string): boolean {
  return say(low) === say(high);
}

/** A band as three bars, or as one where it is one figure, measured by the line that none can pass. */
function barsOf(
  cases: Readonly<Record<(typeof ends)[number], string>>,
  band: Band,
  say: (amount: number) => string,
  line: { readonly value: number; readonly label: string } | null,
): RowsShape {
  const shown = isOne(band, say) ? (['median'] as const) : ends;
  const rows = shown.map((end) => {
    return { label: cases[end], value: band[end], said: say(band[end]), tone: end === 'median' ? 'expected' : 'before' } as const;
  });
  return { kind: 'rows', rows, ...(line === null ? {} : { lines: [line] }) };
}

interface ForecastProps {
  readonly forecast: Forecast;
}

/** What it will cost, and what it cannot go beyond. */
export function CostOdds({ forecast }: ForecastProps) {
  const { owner, formats } = useOwnersWords();
  const says = owner.forecast;
  const { cost, worst, say } = useAmounts(forecast);
  const shape = useMemo(() => barsOf(says.cases, cost, say, { value: worst, label: says.line.worst }), [says, cost, worst, say]);
  const { redemptions, taken } = forecast;
  const rows = [
    ...ends.map((end) => ({
      key: end,
      cells: [says.cases[end], say(cost[end]), formats.count(redemptions[end]), formats.count(taken[end])],
    })),
    { key: 'worst', cells: [says.line.worst, say(worst), formats.count(forecast.worst.coupons), '–'] },
  ];
  return (
    <Chart
      id="forecast-cost"
      sentence={say(cost.median) === say(worst) ? says.costWhole(say(worst)) : says.costSentence(say(cost.median), say(worst))}
      shape={shape}
      table={{ heads: [says.heads.of, says.heads.cost, says.redemptions, says.taken], rows }}
      {...(isOne(cost, say) ? {} : { note: says.band(say(cost.low), say(cost.high)) })}
    />
  );
}

/** How often it is taken part in, or its coupons are used, and whether that runs out where it can. */
export function UseOdds({ forecast, runsOut }: ForecastProps & { readonly runsOut: boolean }) {
  const { owner, formats } = useOwnersWords();
  const says = owner.forecast;
  const { coupons } = forecast.worst;
  const isCoupon = coupons > 0;
  const band = isCoupon ? forecast.redemptions : forecast.taken;
  const say = useCallback((times: number) => says.times(formats.count(times)), [says, formats]);
  const shape = useMemo(() => {
    const line = isCoupon ? { value: coupons, label: says.line.coupons(formats.count(coupons)) } : null;
    return barsOf(says.cases, band, say, line);
  }, [says, formats, band, say, coupons, isCoupon]);
  const rows = ends.map((end) => ({ key: end, cells: [says.cases[end], say(band[end])] }));
  const { chance, on, hour } = forecast.gone;
  const percent = Math.round(chance * 100);
  const gone = percent < 1 || on === null ? says.goneNever : says.gone(percent, formats.day(on), `${String(hour).padStart(2, '0')}:00`);
  const name = isCoupon ? says.redemptions : says.taken;
  return (
    <Chart
      id="forecast-count"
      sentence={says.countSentence(name, say(band.median))}
      shape={shape}
      table={{ heads: [says.heads.of, name], rows }}
      {...(runsOut ? { note: gone } : {})}
    />
  );
}

/** On which days it costs what. */
export function CostDays({ forecast }: ForecastProps) {
  const { owner, formats } = useOwnersWords();
  const says = owner.forecast.each[forecast.length];
  const { heads } = owner.forecast;
  const { isMoney, say } = useAmounts(forecast);
  const spans = useMemo(
    () => forecast.spans.map(({ on, untilOn, fen, points }) => ({ on, untilOn, band: isMoney ? fen : points })),
    [forecast, isMoney],
  );
  const shape = useMemo((): BandShape => {
    const points = spans.map(({ on, band }) => ({ label: formats.day(on), low: band.low, middle: band.median, high: band.high }));
    return { kind: 'band', points, say: (amount) => (isMoney ? formats.money(Math.round(amount)) : formats.count(Math.round(amount))) };
  }, [spans, isMoney, formats]);
  const [first, last] = [spans[0], spans[spans.length - 1]];
  if (first === undefined || last === undefined || spans.every(({ band }) => band.high === 0)) return null;
  const dearest = spans.reduce((most, span) => (span.band.median > most.band.median ? span : most), first);
  const rows = spans.map(({ on, band }) => ({
    key: on,
    cells: [says.row(formats.day(on)), say(band.median), say(band.low), say(band.high)],
  }));
  return (
    <Chart
      id="forecast-days"
      sentence={says.chart(formats.day(dearest.on), say(dearest.band.median))}
      shape={shape}
      table={{ heads: [heads.on, heads.median, heads.low, heads.high], rows }}
      note={says.note}
    />
  );
}

/** A share as whole percent, and one decimal below ten. */
function percentText(share: number): string {
  const percent = share * 100;
  return `${percent < 10 ? Math.round(percent * 10) / 10 : Math.round(percent)}%`;
}

/** How many orders have to come that would not have come, beside how many are expected to use it. */
export function BreakEvenChart({ forecast, answer }: ForecastProps & { readonly answer: BreakEven }) {
  const { owner, formats } = useOwnersWords();
  const says = owner.forecast;
  const { median } = forecast.redemptions;
  const { extraOrders, conversion } = answer;
  const say = (orders: number) => says.orders(formats.count(orders));
  const shape = useMemo((): RowsShape => {
    return {
      kind: 'rows',
      rows: [
        { label: says.redemptions, value: median, said: says.orders(formats.count(median)), tone: 'before' },
        {
          label: says.needed,
          value: extraOrders,
          said: says.orders(formats.count(extraOrders)),
          tone: extraOrders > median ? 'low' : 'expected',
        },
      ],
    };
  }, [median, extraOrders, says, formats]);
  const rows = [
    { key: 'expected', cells: [says.redemptions, say(median)] },
    { key: 'needed', cells: [says.needed, say(extraOrders)] },
  ];
  return (
    <Chart
      id="break-even"
      sentence={says.breakEven(formats.count(extraOrders), percentText(conversion))}
      shape={shape}
      table={{ heads: [says.heads.of, says.heads.orders], rows }}
      {...(answer.ofRedemptions === null ? {} : { note: says.ofRedemptions(percentText(answer.ofRedemptions)) })}
    />
  );
}
