// For a margin that the owner types: how many orders have to come that would not have come.
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { readYuan } from '#app/features/typed-number';
import { useWords } from '#app/i18n/use-words';
import { Field } from '#app/ui/field.tsx';
import { breakEvenOf } from '#core/rules/forecast/break-even';
import type { Forecast } from '#core/rules/forecast/summary';

/** A share as whole percent, and one decimal below ten. */
function percentText(share: number): string {
  const percent = share * 100;
  return `${percent < 10 ? Math.round(percent * 10) / 10 : Math.round(percent)}%`;
}

function Answer({ forecast, marginFen, reached }: { readonly forecast: Forecast; readonly marginFen: number; readonly reached: number }) {
  const { owner, formats } = useWords();
  const says = owner.forecast;
  const answer = breakEvenOf(forecast.fen.median, marginFen, reached, forecast.redemptions.median);
  if (answer === null) return null;
  const { extraOrders, conversion, ofRedemptions } = answer;
  if (ofRedemptions !== null && ofRedemptions > 1) return <Text id="break-even">{says.cannotPay}</Text>;
  return (
    <View id="break-even">
      <Text>{says.breakEven(formats.count(extraOrders), percentText(conversion))}</Text>
      {ofRedemptions === null ? null : <Text>{says.ofRedemptions(percentText(ofRedemptions))}</Text>}
    </View>
  );
}

/** The field with its answer. */
export function BreakEvenField({ forecast, reached }: { readonly forecast: Forecast; readonly reached: number }) {
  const { owner, formats } = useWords();
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
