// The members: all of them, the newest first, or those who are looked for; each leads to their story.
import { Text } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useCallback, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { MemberLine } from '#app/features/community/member-line.tsx';
import { PeopleFields, presetOf, useWish, type Wish } from '#app/features/community/people-fields.tsx';
import { PeopleFile } from '#app/features/community/people-file-card.tsx';
import { go } from '#app/features/go';
import { Leaves } from '#app/features/leaves.tsx';
import { inOrder } from '#app/features/membership/create-people';
import { NoNote } from '#app/features/no-view.tsx';
import { ownerPages } from '#app/features/owner-pages';
import { OwnerScreen } from '#app/features/owner-screen.tsx';
import { PagedView } from '#app/features/paged-view.tsx';
import { desk } from '#app/features/this-desk';
import { useAskNow, usePaged } from '#app/features/this-phone';
import { useOwnersWords } from '#app/i18n/use-owners-words';
import { Card, LinkRow } from '#app/ui/card.tsx';
import { Columns } from '#app/ui/columns.tsx';
import { PlainList } from '#app/ui/plain-list.tsx';
import { EmptyState, Skeleton } from '#app/ui/states.tsx';

/** So many people stand on a leaf. */
const ROWS_MAX = 50;

/** How long nobody has typed before it is looked for, in ms. */
const PAUSE_MS = 300;

const { people } = desk;

function Everybody({ zone }: { readonly zone: string }) {
  const words = useOwnersWords();
  const state = usePaged(people.all);
  const ask = useCallback(() => void people.all.refresh(), []);
  useAskNow(ask);
  return (
    <PagedView
      state={state}
      paged={people.all}
      skeleton={<Skeleton shape="row" count={6} label={words.member.shared.loading} />}
      empty={<EmptyState id="no-members" text={words.owner.members.empty} />}
    >
      {(rows) => (
        <PlainList id="members">
          {rows.map((row) => (
            <MemberLine key={row.person.memberId} row={row} zone={zone} />
          ))}
        </PlainList>
      )}
    </PagedView>
  );
}

function Found({ wish, zone }: { readonly wish: Wish; readonly zone: string }) {
  const { owner, formats } = useOwnersWords();
  const says = owner.people;
  const { among, order } = wish;
  const asked = JSON.stringify(among);
  const { of, rows, lookedAt, total, busy, no } = useStore(people.found.store);
  useEffect(() => {
    const waiting = setTimeout(() => void people.found.begin(JSON.parse(asked)), PAUSE_MS);
    return () => clearTimeout(waiting);
  }, [asked]);
  if (of !== asked) return <Text className="quiet">{says.looking(0, total)}</Text>;
  return (
    <>
      <Text id="people-found" className="quiet tabular">
        {busy ? says.looking(lookedAt, total) : says.found(formats.people(rows.length))}
      </Text>
      {no === null ? null : <NoNote no={no} />}
      {rows.length === 0 && !busy && no === null ? <EmptyState id="nobody-found" text={says.nobody} /> : null}
      {rows.length === 0 ? null : (
        <PlainList id="members">
          <Leaves items={inOrder(rows, order)} rowsMax={ROWS_MAX}>
            {(row) => <MemberLine key={row.person.memberId} row={row} zone={zone} />}
          </Leaves>
        </PlainList>
      )}
    </>
  );
}

function MemberList({ zone }: { readonly zone: string }) {
  const { owner } = useOwnersWords();
  const { params } = useRouter();
  const [preset, setPreset] = useState(() => presetOf(params.show));
  const wishing = useWish(preset);
  const ask = useCallback(() => {
    void desk.tags.refresh();
    void desk.segments.saved.refresh();
  }, []);
  useAskNow(ask);
  return (
    <Columns
      above={
        <>
          <PeopleFields wishing={wishing} preset={preset} onLeavePreset={() => setPreset(null)} />
          {wishing.wish.isAnything ? null : (
            <Card list>
              <LinkRow id="open-sharers" label={owner.people.sharersLink} onTap={() => go(ownerPages.sharers)} />
            </Card>
          )}
        </>
      }
      below={<PeopleFile among={wishing.wish.among} order={wishing.wish.order} zone={zone} />}
    >
      {wishing.wish.isAnything ? <Found wish={wishing.wish} zone={zone} /> : <Everybody zone={zone} />}
    </Columns>
  );
}

export function MembersScreen() {
  const says = useOwnersWords().owner.members;
  return (
    <OwnerScreen title={says.title} who="co_owner" intro={says.intro}>
      {({ community }) => <MemberList zone={community.zone} />}
    </OwnerScreen>
  );
}
