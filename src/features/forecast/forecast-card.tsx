// What a campaign may cost, before it is published: the worst case first, then what is likely, and when it pays for itself.
import { Text, View } from '@tarojs/components';
import { useStore } from 'zustand';
import { BreakEvenField } from '#app/features/forecast/break-even-field.tsx';
import type { Forecaster, ForecasterState } from '#app/features/forecast/create-forecaster';
import { CostDays, CostOdds, UseOdds } from '#app/features/forecast/forecast-charts.tsx';
import { sayWorst } from '#app/features/forecast/say-worst';
import { NoNote } from '#app/features/no-view.tsx';
import { NumberField } from '#app/features/number-field.tsx';
import { readWhole } from '#app/features/typed-number';
import { useOwnersWords } from '#app/i18n/use-owners-words';
import type { OwnersWords } from '#app/i18n/words';
import { Card } from '#app/ui/card.tsx';
import type { FieldNotice } from '#app/ui/field-foot.tsx';
import { answersTo, type CampaignTypeCode } from '#core/rules/campaign/types/index';
import type { Forecast } from '#core/rules/forecast/summary';
import './forecast-card.scss';

function Worst({ worst }: { readonly worst: Forecast['worst'] }) {
  const words = useOwnersWords();
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

function Source({ state, type }: { readonly state: ForecasterState; readonly type: CampaignTypeCode }) {
  const { owner, formats } = useOwnersWords();
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
  const { worst } = forecast;
  return (
    <View className="forecast">
      <Worst worst={worst} />
      {worst.fen + worst.points === 0 ? null : <CostOdds forecast={forecast} />}
      {/* What a season brings is set aside place by place. */}
      <UseOdds forecast={forecast} runsOut={!answersTo(type, 'season_close')} />
      {worst.fen + worst.points === 0 ? null : <CostDays forecast={forecast} />}
      {worst.fen > 0 ? <BreakEvenField forecast={forecast} reached={state.basis?.behaviour.members ?? 0} /> : null}
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

/** What to look at again in a target of so many redemptions, when fewer coupons are set aside; it may stay. */
function targetNotice({ owner, formats }: OwnersWords, target: string, coupons: number): FieldNotice | undefined {
  const aim = readWhole(target);
  if (coupons === 0 || aim.kind !== 'number' || aim.number <= coupons) return undefined;
  return { text: owner.forecast.targetBeyond(formats.coupons(coupons)), isGrave: false };
}

/** The card. */
export function ForecastCard({ type, forecaster, aim }: ForecastCardProps) {
  const words = useOwnersWords();
  const says = words.owner.forecast;
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
        <NumberField
          id="target"
          label={worst.coupons > 0 ? says.target : says.targetTaken}
          value={aim.target}
          keyboard="number"
          hint={says.targetHint}
          notice={targetNotice(words, aim.target, worst.coupons)}
          onChange={aim.setTarget}
        />
      )}
    </Card>
  );
}
