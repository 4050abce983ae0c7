// One member: who they are and through whom they came, what the owner can do, and what they did and got, the newest first.
import { Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useCallback, useMemo, useState } from 'react';
import { Appointing, rolesToGive, wordsOfGiving } from '#app/features/community/appointing.tsx';
import { Blocking, Unblocking } from '#app/features/community/blocking.tsx';
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
import { dayText, instantDayText, momentText } from '#app/features/when';
import { sayBlock } from '#app/i18n/say-block';
import { useOwnersWords } from '#app/i18n/use-owners-words';
import { Avatar } from '#app/ui/avatar.tsx';
import { Card, LinkRow } from '#app/ui/card.tsx';
import { Columns } from '#app/ui/columns.tsx';
import { DoneNote, EmptyState } from '#app/ui/states.tsx';
import { Tag } from '#app/ui/tag.tsx';
import { type GivenRole, givenRoles, isStaff, mayPutOut } from '#core/rules/community/roles';
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
            {who.block === undefined ? null : <Tag text={owner.block.tag} tone="seal" />}
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

/** Why and since when somebody is out, and how their appeal stands. */
function Out({ who, zone }: { readonly who: StoryWho; readonly zone: string }) {
  const words = useOwnersWords();
  const { owner } = words;
  const { block, person } = who;
  if (block === undefined) return null;
  return (
    <Card id="person-block" title={owner.block.at(momentText(words, block.at, zone))}>
      <Text>{sayBlock(words, block)}</Text>
      <Text className="quiet">{owner.block.appeals[block.appeal]}</Text>
      {block.appeal === 'none' ? null : (
        <LinkRow id="block-review" label={owner.block.seeReview} onTap={() => go(ownerPages.review, { m: person.memberId })} />
      )}
    </Card>
  );
}

/** What somebody answered when they came in. */
function Answers({ who }: { readonly who: StoryWho }) {
  const says = useOwnersWords().owner.door;
  if (who.answers === undefined) return null;
  return (
    <Card id="person-answers" title={says.answers}>
      {who.answers.map(({ question, text }) => (
        <View key={question}>
          <Text className="quiet">{question}</Text>
          <Text>{text === '' ? says.noAnswer : text}</Text>
        </View>
      ))}
    </Card>
  );
}

type Asked = 'tags' | GivenRole | 'block' | 'unblock';

function isRole(asked: Asked | null): asked is GivenRole {
  return givenRoles.some((role) => role === asked);
}

/** The rows that lead to what whoever looks can do: of somebody who is out, to let them back in. */
function WayRows({ who, onAsk }: { readonly who: StoryWho; readonly onAsk: (asked: Asked) => void }) {
  const words = useOwnersWords();
  const { owner } = words;
  const { person, role, block } = who;
  const { memberId } = person;
  const mine = useResource(phone.home).value?.me.role ?? 'visitor';
  return (
    <Card list>
      <LinkRow id={`points-${memberId}`} label={owner.points.open} onTap={() => go(ownerPages.statement, { m: memberId })} />
      {role === 'visitor' ? null : <LinkRow id={`tags-${memberId}`} label={owner.tags.open} onTap={() => onAsk('tags')} />}
      {rolesToGive(mine, role).map((given) => (
        <LinkRow key={given} id={`give-${given}-${memberId}`} label={wordsOfGiving(words, role, given).name} onTap={() => onAsk(given)} />
      ))}
      {block !== undefined ? (
        <LinkRow id={`unblock-${memberId}`} label={owner.block.lift} onTap={() => onAsk('unblock')} />
      ) : mayPutOut(mine, role) ? (
        <LinkRow id={`block-${memberId}`} label={owner.block.open} onTap={() => onAsk('block')} />
      ) : null}
    </Card>
  );
}

interface WaysProps {
  readonly who: StoryWho;
  readonly communityId: string;
  readonly onDone: (text: string) => void;
}

function Ways({ who, communityId, onDone }: WaysProps) {
  const { owner } = useOwnersWords();
  const [open, setOpen] = useState<Asked | null>(null);
  const { person } = who;
  const close = () => {
    setOpen(null);
    for (const deed of [desk.appoint, desk.block, desk.unblock]) deed.dismiss();
  };
  const done = (text: string) => {
    close();
    onDone(text);
  };
  const asked = { communityId, onClose: close, onDone: done };
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
      <WayRows who={who} onAsk={setOpen} />
      <MemberTags row={open === 'tags' ? who : null} {...asked} />
      <Appointing row={who} role={isRole(open) ? open : null} {...asked} />
      <Blocking person={open === 'block' ? person : null} {...asked} />
      <Unblocking person={open === 'unblock' ? person : null} {...asked} />
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
        <Out who={who} zone={zone} />
        <Answers who={who} />
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
