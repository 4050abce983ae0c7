// The members, newest first; a member can be made a clerk, and a clerk dismissed.
import { Text, View } from '@tarojs/components';
import { useCallback, useState } from 'react';
import { MemberTags } from '#app/features/community/member-tags.tsx';
import { go } from '#app/features/go';
import { NoNote } from '#app/features/no-view.tsx';
import type { MemberRow } from '#app/features/owner-desk';
import { ownerPages } from '#app/features/owner-pages';
import { OwnerScreen } from '#app/features/owner-screen.tsx';
import { PagedView } from '#app/features/paged-view.tsx';
import { desk } from '#app/features/this-desk';
import { useAskNow, useDeed, usePaged, useResource } from '#app/features/this-phone';
import { instantDayText } from '#app/features/when';
import { useWords } from '#app/i18n/use-words';
import { Avatar } from '#app/ui/avatar.tsx';
import { LinkButton } from '#app/ui/buttons.tsx';
import { ConfirmSheet } from '#app/ui/confirm-sheet.tsx';
import { PlainList } from '#app/ui/plain-list.tsx';
import { DoneNote, EmptyState, Skeleton } from '#app/ui/states.tsx';
import { Tag } from '#app/ui/tag.tsx';
import type { ValueOf } from '#core/contract';

type Community = ValueOf<'community.home'>['community'];

interface RowProps {
  readonly row: MemberRow;
  readonly community: Community;
  readonly onAsk: (row: MemberRow) => void;
  readonly onTags: (row: MemberRow) => void;
}

function Row({ row, community, onAsk, onTags }: RowProps) {
  const words = useWords();
  const { value } = useResource(desk.tags);
  const { owner, formats } = words;
  const { person, role, joinedAt } = row;
  const joined = joinedAt === null ? owner.members.notJoined : owner.members.joined(instantDayText(words, joinedAt, community.zone));
  const tags = (value?.tags ?? []).filter(({ tagId }) => row.tags.includes(tagId));
  const facts = [words.tiers[row.tier], formats.points(row.points), ...(row.streakDays > 0 ? [owner.members.streak(row.streakDays)] : [])];
  return (
    <View className="plain-list__row" id={`member-${person.memberId}`}>
      <Avatar name={person.name} tag={person.tag} picture={person.avatar} />
      <View className="plain-list__words">
        <View className="row">
          <Text className="plain-list__name">{owner.shared.person(person.name, person.tag)}</Text>
          {role === 'clerk' || role === 'owner' ? <Tag text={owner.shared.roles[role]} tone="blue" /> : null}
        </View>
        <Text className="quiet tabular">{joined}</Text>
        <Text className="quiet tabular">{facts.join(' · ')}</Text>
        {tags.length === 0 ? null : <Text className="quiet">{tags.map(({ name }) => name).join(' · ')}</Text>}
        {joinedAt === null ? null : (
          <View className="plain-list__ways">
            <LinkButton id={`tags-${person.memberId}`} text={owner.tags.open} onTap={() => onTags(row)} />
            <LinkButton
              id={`points-${person.memberId}`}
              text={owner.points.open}
              onTap={() => go(ownerPages.statement, { m: person.memberId })}
            />
            {role === 'member' ? (
              <LinkButton id={`appoint-${person.memberId}`} text={owner.members.appoint} onTap={() => onAsk(row)} />
            ) : null}
            {role === 'clerk' ? (
              <LinkButton id={`dismiss-${person.memberId}`} text={owner.members.dismiss} onTap={() => onAsk(row)} />
            ) : null}
          </View>
        )}
      </View>
    </View>
  );
}

function Appointing({
  row,
  communityId,
  onDone,
  onClose,
}: {
  readonly row: MemberRow | null;
  readonly communityId: string;
  readonly onDone: (text: string) => void;
  readonly onClose: () => void;
}) {
  const { owner } = useWords();
  const says = owner.members;
  const { busy, no } = useDeed(desk.appoint);
  const name = row === null ? '' : owner.shared.person(row.person.name, row.person.tag);
  const becomesClerk = row?.role !== 'clerk';
  const run = async () => {
    if (row === null) return;
    const reply = await desk.appoint.run({ communityId, memberId: row.person.memberId, role: becomesClerk ? 'clerk' : 'member' });
    if (reply?.ok === true) onDone(becomesClerk ? says.appointed(name) : says.dismissed(name));
  };
  return (
    <ConfirmSheet
      id="appoint"
      open={row !== null}
      title={becomesClerk ? says.appointTitle(name) : says.dismissTitle(name)}
      effects={becomesClerk ? says.appointEffect : says.dismissEffect}
      confirmText={becomesClerk ? says.appoint : says.dismiss}
      cancelText={owner.shared.cancel}
      busy={busy}
      onConfirm={() => void run()}
      onClose={onClose}
    >
      {no === null ? null : <NoNote no={no} />}
    </ConfirmSheet>
  );
}

function MemberList({ community }: { readonly community: Community }) {
  const words = useWords();
  const says = words.owner.members;
  const state = usePaged(desk.members);
  const ask = useCallback(() => {
    void desk.members.refresh();
    void desk.tags.refresh();
  }, []);
  useAskNow(ask);
  const [asked, setAsked] = useState<MemberRow | null>(null);
  const [tagged, setTagged] = useState<MemberRow | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const close = () => {
    setAsked(null);
    desk.appoint.dismiss();
  };
  return (
    <>
      {done === null ? null : <DoneNote id="appoint-done" text={done} />}
      <PagedView
        state={state}
        paged={desk.members}
        skeleton={<Skeleton shape="row" count={6} label={words.member.shared.loading} />}
        empty={<EmptyState id="no-members" text={says.empty} />}
      >
        {(rows) => (
          <PlainList id="members">
            {rows.map((row) => (
              <Row key={row.person.memberId} row={row} community={community} onAsk={setAsked} onTags={setTagged} />
            ))}
          </PlainList>
        )}
      </PagedView>
      <MemberTags
        row={tagged}
        communityId={community.communityId}
        onClose={() => setTagged(null)}
        onDone={(text) => {
          setTagged(null);
          setDone(text);
          ask();
        }}
      />
      <Appointing
        row={asked}
        communityId={community.communityId}
        onClose={close}
        onDone={(text) => {
          close();
          setDone(text);
          ask();
        }}
      />
    </>
  );
}

export function MembersScreen() {
  const says = useWords().owner.members;
  return (
    <OwnerScreen title={says.title} who="owner" heading={says.title} intro={says.intro}>
      {({ community }) => <MemberList community={community} />}
    </OwnerScreen>
  );
}
