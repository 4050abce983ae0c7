// The one thing that waits besides today's check-in, in a line that leads there.
import { Text, View } from '@tarojs/components';
import { type OneThing, oneThing } from '#app/features/community/one-thing';
import { go, pages } from '#app/features/go';
import { phone, usePaged } from '#app/features/this-phone';
import { useWords } from '#app/i18n/use-words';
import type { ValueOf } from '#core/contract';
import './one-thing-card.scss';

function openThing(thing: OneThing): void {
  if (thing.kind === 'ticket') return go(pages.ticket, { coupon: thing.ticket.couponId });
  const { campaignId } = thing.card;
  if (thing.kind === 'invite') return go(pages.invites, { id: campaignId });
  go(pages.campaign, { c: phone.communities.current(), id: campaignId });
}

export function OneThingCard({ home }: { readonly home: ValueOf<'community.home'> }) {
  const { nextThing, things } = useWords().member.daily;
  const wallet = usePaged(phone.wallet);
  const thing = oneThing(home.campaigns, wallet.items);
  if (thing === null) return null;
  const text = thing.kind === 'ticket' ? things.ticket(thing.ticket.title, thing.ticket.daysLeft) : things[thing.kind](thing.card.title);
  return (
    <View id="one-thing" className="one-thing" role="button" hoverClass="card--pressed" onClick={() => openThing(thing)}>
      <View className="one-thing__words">
        <Text className="one-thing__caption">{nextThing}</Text>
        <Text className="one-thing__text">{text}</Text>
      </View>
      <View className="link-row__arrow" />
    </View>
  );
}
