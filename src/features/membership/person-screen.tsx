// One member: who they are and through whom they came, what the owner can do, and what they did and got, the newest first.
import { Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useCallback, useMemo, useState } from 'react';
import { Appointing, rolesToGive, wordsOfGiving } from '#app/features/community/appointing.tsx';
import { MemberTags } from '#app/features/community/member-tags.tsx';
import { go } from '#app/features/go';
import type { StoryWho } from '#app/features/membership/create-story';
import { foldStory } from '#app/features/membership/fold-story';
import { StoryRow } from '#app/features/membership/story-row.tsx';
import { ownerPages } from '#app/features/owner-pages';
import { OwnerScreen, OwnerSkeleton } from '#app/features/owner-screen.tsx';
import { PagedView } from '#app/features/paged-view.tsx';
import { desk } from '#app/features/this-desk';
import { phone, useAskNow, usePaged, useResource } from '#app/features/this-phone';
import { dayText, instantDayText } from '#app/features/when';
import { useOwnersWords } from '#app/i18n/use-owners-words';
import { Avatar } from '#app/ui/avatar.tsx';
import { Card, LinkRow } from '#app/ui/card.tsx';
import { Columns } from '#app/ui/columns.tsx';
import { DoneNote, EmptyState } from '#app/ui/states.tsx';
import { Tag } from '#app/ui/tag.tsx';
import { type GivenRole, isStaff } from '#core/rules/community/roles';
import './person-screen.scss';

const { people } = desk;

function Head({ who, zone }: { readonly who: StoryWho; readonly zone: string }) {
  const words = useOwnersWords();
  const { owner, formats, tiers } = words;
  const says = owner.people.story;
  const { person, role, tier, tierSinceOn, joinedAt, lastSeenOn, groupLabel, came } = who;
  const tags = (useResource(desk.tags).value?.tags ?? []).filter(({ tagId }) => who.tags.includes(tagId));
  const standing = [
    tierSinceOn === null ? tiers[tier] : says.since(tiers[tier], dayText(words, tierSinceOn)),
    formats.points(who.points),
    ...(who.streakDays > 0 ? [owner.members.streak(who.streakDays)] : []),
  ];
  const days = [
    ...(joinedAt === null ? [] : [says.joined(instantDayText(words, joinedAt, zone))]),
    ...(lastSeenOn === null ? [] : [says.seen(dayText(words, lastSeenOn))]),
  ];
  return (
    <Card id="person">
      <View className="row">
        <Avatar name={person.name} tag={person.tag} picture={person.avatar} size="large" />
        <View className="plain-list__words">
          <View className="row">
            <Text className="card__title">{owner.shared.person(person.name, person.tag)}</Text>
            {isStaff(role) ? <Tag text={owner.shared.roles[role]} tone="blue" /> : null}
          </View>
          <Text className="quiet tabular">{standing.join(' · ')}</Text>
        </View>
      </View>
      <Text className="tabular">{days.join(' · ')}</Text>
      <Text>{groupLabel === null || came === 'invite' ? says.came[came] : says.from(groupLabel)}</Text>
      {tags.length === 0 ? null : (
        <View className="row">
          {tags.map(({ tagId, name }) => (
            <Tag key={tagId} text={name} tone="plain" />
          ))}
        </View>
      )}
    </Card>
  );
}

function Ways({
  who,
  communityId,
  onDone,
}: {
  readonly who: StoryWho;
  readonly communityId: string;
  readonly onDone: (text: string) => void;
}) {
  const words = useOwnersWords();
  const { owner } = words;
  const mine = useResource(phone.home).value?.me.role ?? 'visitor';
  const [open, setOpen] = useState<'tags' | GivenRole | null>(null);
  const { memberId } = who.person;
  const close = () => {
    setOpen(null);
    desk.appoint.dismiss();
  };
  const done = (text: string) => {
    close();
    onDone(text);
  };
  return (
    <>
      {who.through === null ? null : (
        <Card list>
          <LinkRow
            id="person-through"
            label={owner.people.story.through(owner.shared.person(who.through.name, who.through.tag))}
            onTap={() => go(ownerPages.person, { m: who.through?.memberId ?? '' })}
          />
        </Card>
      )}
      <Card list>
        <LinkRow id={`points-${memberId}`} label={owner.points.open} onTap={() => go(ownerPages.statement, { m: memberId })} />
        <LinkRow id={`tags-${memberId}`} label={owner.tags.open} onTap={() => setOpen('tags')} />
        {rolesToGive(mine, who.role).map((role) => (
          <LinkRow
            key={role}
            id={`give-${role}-${memberId}`}
            label={wordsOfGiving(words, who.role, role).name}
            onTap={() => setOpen(role)}
          />
        ))}
      </Card>
      <MemberTags row={open === 'tags' ? who : null} communityId={communityId} onClose={close} onDone={done} />
      <Appointing row={who} role={open === 'tags' ? null : open} communityId={communityId} onClose={close} onDone={done} />
    </>
  );
}

function Person({ community, memberId }: { readonly community: { communityId: string; zone: string }; readonly memberId: string }) {
  const says = useOwnersWords().owner.people.story;
  const { communityId, zone } = community;
  const story = useMemo(() => people.storyOf(communityId, memberId), [communityId, memberId]);
  const state = usePaged(story);
  const [done, setDone] = useState<string | null>(null);
  const ask = useCallback(() => {
    void story.refresh();
    void desk.tags.refresh();
  }, [story]);
  useAskNow(ask);
  const { head: who } = state;
  const onDone = (text: string) => {
    setDone(text);
    ask();
  };
  const about =
    who === null ? undefined : (
      <>
        {done === null ? null : <DoneNote id="appoint-done" text={done} />}
        <Head who={who} zone={zone} />
        <Ways who={who} communityId={communityId} onDone={onDone} />
      </>
    );
  return (
    <Columns above={about}>
      {who === null ? null : <Text className="section-title">{says.timeline}</Text>}
      <PagedView state={state} paged={story} skeleton={<OwnerSkeleton />} empty={<EmptyState id="no-story" text={says.empty} />}>
        {(lines) => (
          <Card id="story">
            {foldStory(lines).map((told) => (
              <StoryRow key={told.line.key} told={told} />
            ))}
          </Card>
        )}
      </PagedView>
      {who === null ? null : <Text className="quiet">{says.note}</Text>}
    </Columns>
  );
}

export function PersonScreen() {
  const says = useOwnersWords().owner.people.story;
  const { params } = useRouter();
  return (
    <OwnerScreen title={says.title} who="co_owner">
      {({ community }) => <Person community={community} memberId={params.m ?? ''} />}
    </OwnerScreen>
  );
}
