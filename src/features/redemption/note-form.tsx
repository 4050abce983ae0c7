// A scan that no network answered: it can be noted with its order, and the words never say that it is redeemed.
import { Text, View } from '@tarojs/components';
import { type CounterState, notedOrder } from '#app/features/redemption/create-counter';
import { desk } from '#app/features/this-desk';
import { useOwnersWords } from '#app/i18n/use-owners-words';
import { PrimaryButton, QuietButton } from '#app/ui/buttons.tsx';
import { Card } from '#app/ui/card.tsx';
import { Field } from '#app/ui/field.tsx';
import { RefusalNote } from '#app/ui/states.tsx';
import './counter-screen.scss';

const { counter, late } = desk;

/** The amount of the order, read off the customer's own screen. */
export function NoteForm({ state, code }: { readonly state: CounterState; readonly code: string }) {
  const { owner, formats } = useOwnersWords();
  const says = owner.late;
  const problem = notedOrder(state.orderText) === null ? owner.fields.notMoney : undefined;
  return (
    <>
      {state.notKept ? <RefusalNote code="not_kept" reason={says.notKept} next={says.notKeptNext} /> : null}
      <Card title={says.title} id="note-form">
        <Text>{says.explain}</Text>
        {late.hasLike(code) ? <Text className="late-like">{says.like}</Text> : null}
        <Field
          id="order-amount"
          label={says.order}
          value={state.orderText}
          unit={formats.yuanUnit}
          placeholder={owner.counter.orderExample}
          keyboard="digit"
          large
          problem={problem}
          onChange={counter.typeOrder}
        />
      </Card>
    </>
  );
}

/** Notes it, or begins anew. */
export function NoteActions({ state }: { readonly state: CounterState }) {
  const { owner } = useOwnersWords();
  return (
    <View className="counter-actions">
      <PrimaryButton id="note-scan" text={owner.late.note} disabled={notedOrder(state.orderText) === null} onTap={counter.note} />
      <QuietButton id="another-coupon" text={owner.counter.another} onTap={counter.next} />
    </View>
  );
}

/** It is noted, and not redeemed. */
export function Noted({ orderFen }: { readonly orderFen: number }) {
  const { owner, formats } = useOwnersWords();
  const says = owner.late;
  return (
    <View className="noted" id="note-done" role="status">
      <Text className="noted__text">{says.noted}</Text>
      {orderFen === 0 ? null : <Text className="noted__order">{says.orderOf(formats.money(orderFen))}</Text>}
      <Text>{says.notedNext}</Text>
    </View>
  );
}
