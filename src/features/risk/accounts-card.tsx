// The accounts that a review rests on, in the order in which they came: the timeline that an owner judges by.
import { Text, View } from '@tarojs/components';
import type { WholeReview } from '#app/features/risk/create-reviews';
import { clockText, dayText, instantDay, momentText } from '#app/features/when';
import { useOwnersWords } from '#app/i18n/use-owners-words';
import { Avatar } from '#app/ui/avatar.tsx';
import { PlainList } from '#app/ui/plain-list.tsx';

type Account = WholeReview['accounts'][number];

function AccountRow({ account, zone }: { readonly account: Account; readonly zone: string }) {
  const words = useOwnersWords();
  const says = words.owner.reviews.one;
  const { person, throughTag, joinedAt, actedAt, lastOn, usedAtOnce } = account;
  const isGone = lastOn === null || lastOn <= instantDay(actedAt, zone);
  const came = [says.joined(momentText(words, joinedAt, zone)), says.acted(clockText(actedAt, zone))];
  const since = [isGone ? says.gone : says.last(dayText(words, lastOn)), usedAtOnce ? says.usedAtOnce : ''];
  return (
    <View className="plain-list__row">
      <Avatar name={person.name} tag={person.tag} picture={person.avatar} />
      <View className="plain-list__words">
        <Text className="plain-list__name">{words.owner.shared.person(person.name, person.tag)}</Text>
        <Text className="quiet tabular">{came.join(' · ')}</Text>
        <Text className="quiet tabular">{since.filter((text) => text !== '').join(' · ')}</Text>
        {throughTag === null ? null : <Text className="quiet">{says.by(throughTag)}</Text>}
      </View>
    </View>
  );
}

export function AccountsCard({ whole, zone }: { readonly whole: WholeReview; readonly zone: string }) {
  const words = useOwnersWords();
  const says = words.owner.reviews.one;
  const { accounts, review } = whole;
  return (
    <>
      <Text className="section-title">{says.accounts}</Text>
      {accounts.length < review.people ? <Text className="quiet">{says.more(words.formats.people(review.people))}</Text> : null}
      <PlainList id="review-accounts">
        {accounts.map((account) => (
          <AccountRow key={account.person.memberId} account={account} zone={zone} />
        ))}
      </PlainList>
    </>
  );
}
