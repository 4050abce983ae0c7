// Who relies on a campaign, said before its owner ends it: unused coupons, orders and friends that wait, members near a milestone, leaders.
import { Text, View } from '@tarojs/components';
import { useEffect, useMemo, useState } from 'react';
import type { CampaignCard } from '#app/features/campaign/campaign-parts';
import { NoNote } from '#app/features/no-view.tsx';
import type { Paged, PagedState } from '#app/features/paged';
import { createHolders, type Holder, type HolderPart } from '#app/features/promise/create-promise-lists';
import { phone, usePaged } from '#app/features/this-phone';
import { prizeText } from '#app/i18n/say-prize';
import { useOwnersWords } from '#app/i18n/use-owners-words';
import type { OwnersWords } from '#app/i18n/words';
import { LinkButton, QuietButton } from '#app/ui/buttons.tsx';

type List = PagedState<Holder, number | null>;
type Found = Readonly<Record<HolderPart, List>>;

/** What an end would touch, one line each; a list that goes on is said as at least what is there. */
function linesOf({ owner, member, formats }: OwnersWords, { coupons, orders, invites, members, prizes }: Found): readonly string[] {
  const says = owner.promises.holders;
  const lines: string[] = [];
  const last = coupons.items[coupons.items.length - 1]?.untilOn ?? null;
  if (last !== null) {
    const count = formats.coupons(coupons.items.length);
    lines.push(says.coupons(coupons.cursor === null ? count : says.atLeast(count), formats.day(last)));
  }
  if (orders.items.length > 0) {
    const count = says.orderCount(orders.items.length);
    lines.push(says.orders(orders.cursor === null ? count : says.atLeast(count)));
  }
  if (invites.items.length > 0) lines.push(says.invites(invites.items.length));
  if (members.items.length > 0) lines.push(says.members(members.items.length));
  const owed = members.items.flatMap((holder) => holder.owed ?? []);
  const points = owed.reduce((sum, one) => sum + one.points, 0);
  if (owed.length > 0) lines.push(says.owed(owed.length, formats.points(points)));
  const won = prizes.items.reduce((sum, { prize }) => sum + (prize?.points ?? 0), 0);
  const wonCoupons = prizes.items.filter(({ prize }) => prize !== null && prize.coupon !== null).length;
  const sums = [...(won > 0 ? [formats.points(won)] : []), ...(wonCoupons > 0 ? [says.prizeCoupons(formats.coupons(wonCoupons))] : [])];
  if (sums.length > 0) lines.push(says.prizes(prizes.items.length, sums.join(member.promise.rules.comma)));
  return lines.length === 0 ? [says.none] : lines;
}

function personLine(words: OwnersWords, { person, untilOn, order, friend, streakDays, owed, prize }: Holder): string {
  const { owner, formats, season } = words;
  const says = owner.promises.holders;
  if (prize !== null) return says.prize(person.tag, season.places(prize.place, prize.place), prizeText(words, prize));
  if (untilOn !== null) return says.until(person.tag, formats.day(untilOn));
  if (order !== null) return says.order(person.tag, order.item, order.number);
  if (friend !== null) return says.waits(person.tag, owner.shared.person(friend.name, friend.tag));
  return says.streak(person.tag, formats.days(streakDays ?? 0), owed === null ? null : formats.days(owed.days));
}

/** The people of one part, page by page. */
function People({ part, paged, state }: { readonly part: HolderPart; readonly paged: Paged<Holder, number | null>; readonly state: List }) {
  const words = useOwnersWords();
  return (
    <View id={`holders-${part}`}>
      {state.items.map((holder, index) => (
        <View key={`${holder.person.memberId} ${String(index)}`}>
          <Text className="quiet tabular">{personLine(words, holder)}</Text>
        </View>
      ))}
      {state.no === null ? null : <NoNote no={state.no} />}
      {state.cursor === null ? null : (
        <QuietButton id={`more-${part}`} text={words.member.shared.more} busy={state.loading} onTap={() => void paged.more()} />
      )}
    </View>
  );
}

/** What is asked of a type: only an exchange has orders, and only a season's prizes wait for nothing but its end. */
function partsOf(type: CampaignCard['type']): readonly HolderPart[] {
  if (type === 'season_prize') return ['coupons', 'prizes'];
  return type === 'points_exchange' ? ['coupons', 'orders'] : ['coupons', 'invites', 'members'];
}

interface EndHoldersProps {
  readonly communityId: string;
  readonly campaignId: string;
  readonly type: CampaignCard['type'];
  readonly open: boolean;
}

/** Asks while the sheet is open; what cannot be asked is said, and does not stand in the way of the end. */
export function EndHolders({ communityId, campaignId, type, open }: EndHoldersProps) {
  const words = useOwnersWords();
  const says = words.owner.promises.holders;
  const lists = useMemo(() => {
    const of = (part: HolderPart) => createHolders(phone.caller, { communityId, campaignId }, part);
    return { coupons: of('coupons'), orders: of('orders'), invites: of('invites'), members: of('members'), prizes: of('prizes') };
  }, [communityId, campaignId]);
  const found: Found = {
    coupons: usePaged(lists.coupons),
    orders: usePaged(lists.orders),
    invites: usePaged(lists.invites),
    members: usePaged(lists.members),
    prizes: usePaged(lists.prizes),
  };
  const [isListed, setIsListed] = useState(false);
  useEffect(() => {
    if (!open) return;
    setIsListed(false);
    for (const part of partsOf(type)) void lists[part].refresh();
  }, [open, lists, type]);
  const states = partsOf(type).map((part) => found[part]);
  const no = states.find((state) => state.no !== null)?.no ?? null;
  const isKnown = states.every((state) => state.at !== null);
  const parts = partsOf(type).filter((part) => found[part].items.length > 0);
  return (
    <View id="end-holders">
      {(isKnown ? linesOf(words, found) : no === null ? [says.asking] : []).map((line) => (
        <View key={line}>
          <Text className="strong">{line}</Text>
        </View>
      ))}
      {isKnown || no === null ? null : <NoNote no={no} />}
      {isKnown && parts.length > 0 && !isListed ? (
        <LinkButton id="open-holders" text={says.people} onTap={() => setIsListed(true)} />
      ) : null}
      {isListed ? parts.map((part) => <People key={part} part={part} paged={lists[part]} state={found[part]} />) : null}
    </View>
  );
}
