// For a margin that the owner types: how many orders have to come that would not have come.
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { BreakEvenChart } from '#app/features/forecast/forecast-charts.tsx';
import { readYuan } from '#app/features/typed-number';
import { useOwnersWords } from '#app/i18n/use-owners-words';
import { Field } from '#app/ui/field.tsx';
import { breakEvenOf } from '#core/rules/forecast/break-even';
import type { Forecast } from '#core/rules/forecast/summary';

interface BreakEvenProps {
  readonly forecast: Forecast;
  /** How many people it reaches. */
  readonly reached: number;
}

function Answer({ forecast, marginFen, reached }: BreakEvenProps & { readonly marginFen: number }) {
  const says = useOwnersWords().owner.forecast;
  const answer = breakEvenOf(forecast.fen.median, marginFen, reached, forecast.redemptions.median);
  if (answer === null) return null;
  if (answer.ofRedemptions !== null && answer.ofRedemptions > 1) return <Text id="break-even">{says.cannotPay}</Text>;
  return <BreakEvenChart forecast={forecast} answer={answer} />;
}

/** The field with its answer. */
export function BreakEvenField({ forecast, reached }: BreakEvenProps) {
  const { owner, formats } = useOwnersWords();
  const says = owner.forecast;
  const [text, setText] = useState('');
  const typed = readYuan(text);
  const problem =
    typed.kind === 'problem' ? (typed.problem === 'too_precise' ? owner.fields.tooPrecise : owner.fields.notMoney) : undefined;
  return (
    <View>
      <Text className="forecast__label">{says.breakEvenTitle}</Text>
      <Field
        id="margin"
        label={says.margin}
        value={text}
        unit={formats.yuanUnit}
        keyboard="digit"
        hint={says.marginHint}
        problem={problem}
        onChange={setText}
      />
      {typed.kind === 'number' ? <Answer forecast={forecast} marginFen={typed.number} reached={reached} /> : null}
    </View>
  );
}
