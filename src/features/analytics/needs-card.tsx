// What needs the owner now, on top of the day: one list, each line one tap from where it is settled.
import { Text, View } from '@tarojs/components';
import { type Need, needsNow } from '#app/features/analytics/needs-now';
import { go } from '#app/features/go';
import { ownerPages } from '#app/features/owner-pages';
import { desk } from '#app/features/this-desk';
import { usePaged, useResource } from '#app/features/this-phone';
import { useOwnersWords } from '#app/i18n/use-owners-words';
import { LinkRow } from '#app/ui/card.tsx';
import type { ValueOf } from '#core/contract';

/** Where a thing is settled. */
function settle({ kind, campaign }: Need): void {
  const id = campaign?.campaignId ?? '';
  switch (kind) {
    case 'promises':
    case 'complaints':
      return go(ownerPages.promises);
    case 'applicants':
      return go(ownerPages.door);
    case 'reviews':
      return go(ownerPages.reviews);
    case 'texts':
    case 'looks':
      return go(ownerPages.moderation);
    case 'orders':
      return go(ownerPages.orders);
    case 'asleep':
    case 'unwelcomed':
      return go(ownerPages.members, { show: kind });
    case 'draft':
      return go(ownerPages.editor, { id });
    default:
      return go(ownerPages.manage, { id });
  }
}

/** By which a line is found; of campaigns there may be several. */
const idOf = ({ kind, campaign }: Need) => `need-${kind}${campaign === null ? '' : `-${campaign.campaignId}`}`;

export function NeedsCard({ today }: { readonly today: ValueOf<'analytics.today'> }) {
  const { owner, formats } = useOwnersWords();
  const says = owner.people.needs;
  const days = useResource(desk.days).value;
  const needs = useResource(desk.needs).value;
  const ordered = usePaged(desk.orders.shelves.ordered);
  const orders = ordered.at === null ? null : { count: ordered.items.length, more: ordered.cursor !== null };
  const list = needsNow({ today, days, needs, orders });
  const isWhole = days !== null && needs !== null && orders !== null;
  const textOf = ({ kind, count, more, campaign }: Need) =>
    campaign === null ? says[kind](says.count(formats.count(count), more)) : says[kind](campaign.title);
  if (list.length === 0 && !isWhole) return null;
  return (
    <>
      <Text className="section-title">{says.title}</Text>
      <View className="link-card" id="needs">
        {list.length === 0 ? (
          <Text id="needs-nothing" className="needs-nothing">
            {says.nothing}
          </Text>
        ) : null}
        {list.map((need) => (
          <LinkRow key={idOf(need)} id={idOf(need)} label={textOf(need)} onTap={() => settle(need)} />
        ))}
      </View>
    </>
  );
}
