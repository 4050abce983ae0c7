// One member in a list: who, since when, what they have, and the way to their story.
import { Text, View } from '@tarojs/components';
import { go } from '#app/features/go';
import type { MemberRow } from '#app/features/membership/create-people';
import { ownerPages } from '#app/features/owner-pages';
import { desk } from '#app/features/this-desk';
import { useResource } from '#app/features/this-phone';
import { dayText, instantDayText } from '#app/features/when';
import { sayBlock } from '#app/i18n/say-block';
import { useOwnersWords } from '#app/i18n/use-owners-words';
import { Avatar } from '#app/ui/avatar.tsx';
import { Tag } from '#app/ui/tag.tsx';
import { isStaff } from '#core/rules/community/roles';

export function MemberLine({ row, zone }: { readonly row: MemberRow; readonly zone: string }) {
  const words = useOwnersWords();
  const { value } = useResource(desk.tags);
  const { owner, formats } = words;
  const { person, role, joinedAt, lastSeenOn, block } = row;
  const tags = (value?.tags ?? []).filter(({ tagId }) => row.tags.includes(tagId));
  const days = [
    ...(joinedAt === null ? [] : [owner.members.joined(instantDayText(words, joinedAt, zone))]),
    ...(lastSeenOn === null ? [] : [owner.people.seen(dayText(words, lastSeenOn))]),
  ];
  const facts = [words.tiers[row.tier], formats.points(row.points), ...(row.streakDays > 0 ? [owner.members.streak(row.streakDays)] : [])];
  return (
    <View
      className="plain-list__row"
      id={`member-${person.memberId}`}
      role="button"
      hoverClass="card--pressed"
      onClick={() => go(ownerPages.person, { m: person.memberId })}
    >
      <Avatar name={person.name} tag={person.tag} picture={person.avatar} />
      <View className="plain-list__words">
        <View className="row">
          <Text className="plain-list__name">{owner.shared.person(person.name, person.tag)}</Text>
          {isStaff(role) ? <Tag text={owner.shared.roles[role]} tone="blue" /> : null}
          {block === undefined ? null : <Tag text={owner.block.tag} tone="seal" />}
        </View>
        <Text className="quiet tabular">{days.join(' · ')}</Text>
        <Text className="quiet tabular">{facts.join(' · ')}</Text>
        {block === undefined ? null : <Text className="quiet">{sayBlock(words, block)}</Text>}
        {tags.length === 0 ? null : <Text className="quiet">{tags.map(({ name }) => name).join(' · ')}</Text>}
      </View>
      <View className="link-row__arrow" />
    </View>
  );
}
