// What a scan found: the ticket and its holder, the amount of the order, and the arithmetic.
import { Text, View } from '@tarojs/components';
import { conditionLines, stubOf } from '#app/features/coupon/coupon-text';
import { type CounterState, type Found, sumFor } from '#app/features/redemption/create-counter';
import { desk } from '#app/features/this-desk';
import { useOwnersWords } from '#app/i18n/use-owners-words';
import { Avatar } from '#app/ui/avatar.tsx';
import { Card } from '#app/ui/card.tsx';
import { Field } from '#app/ui/field.tsx';
import { Ticket } from '#app/ui/ticket.tsx';
import './counter-screen.scss';

/** The ticket with its holder. */
export function FoundTicket({ found, look, status }: { readonly found: Found; readonly look: 'good' | 'torn'; readonly status?: string }) {
  const words = useOwnersWords();
  const { owner, formats } = words;
  const says = owner.counter;
  const { ticket, holder } = found;
  const name = owner.shared.person(holder.name, holder.tag);
  return (
    <Ticket
      id="counter-ticket"
      worth={stubOf(words, ticket)}
      conditions={conditionLines(words, ticket)}
      title={ticket.title}
      lines={[says.until(formats.day(ticket.useUntilOn))]}
      look={look}
      {...(status === undefined ? {} : { status })}
    >
      <View className="row" id="holder">
        <Avatar name={holder.name} tag={holder.tag} picture={holder.avatar} />
        <View>
          <Text className="quiet">{says.holder}</Text>
          <Text className="counter-holder">{name}</Text>
        </View>
      </View>
    </Ticket>
  );
}

/** Order − off = pay, each on its line with the numbers in line. */
function Arithmetic({ found, orderText }: { readonly found: Found; readonly orderText: string }) {
  const { owner, formats } = useOwnersWords();
  const says = owner.counter.arithmetic;
  const sum = sumFor(found.ticket, orderText);
  if (sum.kind !== 'sum') return null;
  return (
    <View className="sum" id="sum">
      <View className="sum__line">
        <Text className="sum__label">{says.order}</Text>
        <Text className="sum__number">{formats.money(sum.orderFen)}</Text>
      </View>
      <View className="sum__line sum__line--off">
        <Text className="sum__label">{says.off}</Text>
        <Text className="sum__number">{`− ${formats.money(sum.offFen)}`}</Text>
      </View>
      <View className="sum__line sum__line--pay">
        <Text className="sum__label">{says.pay}</Text>
        <Text className="sum__number" id="sum-pay">
          {formats.money(sum.payFen)}
        </Text>
      </View>
    </View>
  );
}

/** What is handed over for a coupon that needs no order: a thing, a service, or so many at the group price. */
export function HandOver({ found }: { readonly found: Found }) {
  const { benefits } = useOwnersWords();
  const { benefit } = found.ticket;
  const isPriced = benefit.kind === 'group_price';
  const text = isPriced
    ? benefits.handOver.gift(benefits.pieces(benefit.item, benefit.quantity))
    : benefit.kind === 'gift' || benefit.kind === 'service'
      ? benefits.handOver[benefit.kind](benefit.item)
      : '';
  return (
    <Card>
      <Text className="strong" id="hand-over">
        {text}
      </Text>
      {isPriced ? <Arithmetic found={found} orderText="" /> : null}
    </Card>
  );
}

/** The amount of the order and what it comes to. */
export function OrderForm({ state, found }: { readonly state: CounterState; readonly found: Found }) {
  const { owner, formats, no } = useOwnersWords();
  const says = owner.counter;
  const sum = sumFor(found.ticket, state.orderText);
  const problem =
    sum.kind === 'below'
      ? no.below_threshold({ thresholdFen: found.ticket.thresholdFen as never, missingFen: sum.missingFen as never }).reason
      : sum.kind === 'problem'
        ? sum.problem === 'too_precise'
          ? owner.fields.tooPrecise
          : owner.fields.notMoney
        : undefined;
  return (
    <Card>
      <Field
        id="order-amount"
        label={says.order}
        value={state.orderText}
        unit={formats.yuanUnit}
        placeholder={says.orderExample}
        keyboard="digit"
        large
        problem={problem}
        focus
        onChange={desk.counter.typeOrder}
        onEnter={() => void desk.counter.confirm()}
      />
      <Arithmetic found={found} orderText={state.orderText} />
    </Card>
  );
}
