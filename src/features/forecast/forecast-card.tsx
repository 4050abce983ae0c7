// What a campaign may cost, before it is published: the worst case first, then what is likely, and when it pays for itself.
import { Text, View } from '@tarojs/components';
import { useStore } from 'zustand';
import { BreakEvenField } from '#app/features/forecast/break-even-field.tsx';
import { CostChart } from '#app/features/forecast/cost-chart.tsx';
import type { Forecaster, ForecasterState } from '#app/features/forecast/create-forecaster';
import { sayWorst } from '#app/features/forecast/say-worst';
import { NoNote } from '#app/features/no-view.tsx';
import { useWords } from '#app/i18n/use-words';
import { Card } from '#app/ui/card.tsx';
import { Field } from '#app/ui/field.tsx';
import type { CampaignTypeCode } from '#core/rules/campaign/types/index';
import type { Forecast } from '#core/rules/forecast/summary';
import './forecast-card.scss';

/** What a forecast says in its own unit: money where there is any, else points. */
function useAmounts(forecast: Forecast) {
  const { formats } = useWords();
  const isMoney = forecast.worst.fen > 0;
  return { isMoney, say: (amount: number) => (isMoney ? formats.money(Math.round(amount)) : formats.points(Math.round(amount))) };
}

function Worst({ worst }: { readonly worst: Forecast['worst'] }) {
  const words = useWords();
  const says = words.owner.forecast;
  const parts = sayWorst(words, worst);
  return (
    <View id="forecast-worst">
      <Text className="forecast__label">{says.worstTitle}</Text>
      {parts.map((part) => (
        <Text key={part} className="forecast__number">
          {part}
        </Text>
      ))}
      <Text className="quiet">{says.worstHint}</Text>
    </View>
  );
}

function Counts({ forecast }: { readonly forecast: Forecast }) {
  const { owner, formats } = useWords();
  const says = owner.forecast;
  const isCoupon = forecast.worst.coupons > 0;
  const band = isCoupon ? forecast.redemptions : forecast.taken;
  const { chance, on, hour } = forecast.gone;
  const percent = Math.round(chance * 100);
  const clock = `${String(hour).padStart(2, '0')}:00`;
  return (
    <>
      <View id="forecast-count">
        <Text className="forecast__label">{isCoupon ? says.redemptions : says.taken}</Text>
        <Text className="forecast__number">{says.times(formats.count(band.median))}</Text>
        <Text className="quiet">{says.band(formats.count(band.low), formats.count(band.high))}</Text>
      </View>
      <View id="forecast-gone">
        <Text className="forecast__label">{says.goneTitle}</Text>
        <Text>{percent < 1 || on === null ? says.goneNever : says.gone(percent, formats.day(on), clock)}</Text>
      </View>
    </>
  );
}

function Source({ state, type }: { readonly state: ForecasterState; readonly type: CampaignTypeCode }) {
  const { owner, formats } = useWords();
  const says = owner.forecast.source;
  if (state.basis === null || state.forecast === null) return null;
  const { reachedPercent, source } = state.basis.behaviour;
  const { days, ownPercent } = source;
  const rests = ownPercent === 0 ? says.prior : says.days(days, ownPercent);
  const about = says.about[type];
  const open = reachedPercent === 100 ? [] : [says.audience(reachedPercent)];
  return (
    <View id="forecast-source">
      {[rests, ...open, ...(about === undefined ? [] : [about]), says.runs(formats.count(state.forecast.runs))].map((sentence) => (
        <Text key={sentence} className="quiet forecast__sentence">
          {sentence}
        </Text>
      ))}
    </View>
  );
}

interface LikelyProps {
  readonly state: ForecasterState;
  readonly forecast: Forecast;
  readonly type: CampaignTypeCode;
}

function Likely({ state, forecast, type }: LikelyProps) {
  const { owner } = useWords();
  const says = owner.forecast;
  const { isMoney, say } = useAmounts(forecast);
  const cost = isMoney ? forecast.fen : forecast.points;
  return (
    <View className="forecast">
      <Worst worst={forecast.worst} />
      {forecast.worst.fen + forecast.worst.points === 0 ? null : (
        <View id="forecast-cost">
          <Text className="forecast__label">{says.costTitle}</Text>
          <Text className="forecast__number">{say(cost.median)}</Text>
          <Text className="quiet">{says.band(say(cost.low), say(cost.high))}</Text>
          <CostChart forecast={forecast} />
        </View>
      )}
      <Counts forecast={forecast} />
      {isMoney ? <BreakEvenField forecast={forecast} reached={state.basis?.behaviour.members ?? 0} /> : null}
      <Source state={state} type={type} />
    </View>
  );
}

interface ForecastCardProps {
  readonly type: CampaignTypeCode;
  readonly forecaster: Forecaster;
  /** What the owner has typed as a target, for the page to publish with; without it none is asked for. */
  readonly aim?: { readonly target: string; setTarget(text: string): void };
}

/** The card. */
export function ForecastCard({ type, forecaster, aim }: ForecastCardProps) {
  const { owner } = useWords();
  const says = owner.forecast;
  const state = useStore(forecaster.store);
  const { forecast, no, progress } = state;
  if (no !== null) return <NoNote no={no} />;
  const percent = Math.floor(progress * 100);
  if (forecast === null) {
    return (
      <Card id="forecast" title={says.title}>
        <View className="forecast-progress" role="progressbar" aria-valuenow={percent} aria-label={says.title}>
          <View className="forecast-progress__done" style={{ width: `${percent}%` }} />
        </View>
        <Text className="quiet">{says.running(percent)}</Text>
      </Card>
    );
  }
  const { worst } = forecast;
  if (worst.coupons + worst.points + worst.goods === 0) {
    return (
      <Card id="forecast" title={says.title}>
        <Text>{says.nothing}</Text>
      </Card>
    );
  }
  return (
    <Card id="forecast" title={says.title}>
      <Likely state={state} forecast={forecast} type={type} />
      {aim === undefined ? null : (
        <Field
          id="target"
          label={worst.coupons > 0 ? says.target : says.targetTaken}
          value={aim.target}
          keyboard="number"
          hint={says.targetHint}
          onChange={aim.setTarget}
        />
      )}
    </Card>
  );
}
