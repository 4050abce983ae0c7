// The owner's look at names and pictures: each is let through or refused with a reason, once.
import { Image, Text, View } from '@tarojs/components';
import { useCallback, useState } from 'react';
import { useStore } from 'zustand';
import { type Look, stillWaiting, type WaitingRow } from '#app/features/moderation/create-moderation';
import { TextsSection } from '#app/features/moderation/texts-section.tsx';
import { NoNote } from '#app/features/no-view.tsx';
import { OwnerScreen } from '#app/features/owner-screen.tsx';
import { PagedView } from '#app/features/paged-view.tsx';
import { desk } from '#app/features/this-desk';
import { useAskNow, usePaged } from '#app/features/this-phone';
import { momentText } from '#app/features/when';
import { useOwnersWords } from '#app/i18n/use-owners-words';
import { Avatar } from '#app/ui/avatar.tsx';
import { LinkButton, QuietButton } from '#app/ui/buttons.tsx';
import { Card, CardWays } from '#app/ui/card.tsx';
import { Sheet } from '#app/ui/sheet.tsx';
import { EmptyState, Skeleton } from '#app/ui/states.tsx';
import type { ValueOf } from '#core/contract';
import { moderationReasons } from '#core/rules/moderation/reasons';
import './moderation-screen.scss';

type Home = ValueOf<'community.home'>;

const { moderation } = desk;

/** A look before it is known what comes of it. */
type Wish = Omit<Look, 'refusal'>;

interface WishProps {
  readonly row: WaitingRow;
  readonly wish: Wish;
  readonly zone: string;
  readonly busy: boolean;
  readonly onPass: () => void;
  readonly onRefuse: () => void;
}

function WishCard({ row, wish, zone, busy, onPass, onRefuse }: WishProps) {
  const words = useOwnersWords();
  const says = words.owner.moderation;
  const { person } = row;
  const id = `${wish.shown}-${person.memberId}`;
  return (
    <Card id={id} title={wish.shown === 'nickname' ? says.nickname : says.picture}>
      <View className="wish">
        <Avatar name={person.name} tag={person.tag} picture={person.avatar} />
        <View className="wish__words">
          <Text className="quiet">{words.owner.shared.person(person.name, person.tag)}</Text>
          {wish.shown === 'nickname' ? <Text className="wish__name">{row.nickname?.text}</Text> : null}
          <Text className="quiet tabular">{momentText(words, wish.since, zone)}</Text>
        </View>
        {wish.shown === 'picture' ? (
          <Image className="wish__picture" src={row.picture?.source ?? ''} mode="aspectFill" aria-label={says.pictureOf(person.tag)} />
        ) : null}
      </View>
      <CardWays>
        <QuietButton id={`pass-${id}`} text={says.pass} busy={busy} onTap={onPass} />
        <LinkButton id={`refuse-${id}`} text={says.refuse} busy={busy} onTap={onRefuse} />
      </CardWays>
    </Card>
  );
}

function wishesOf(row: WaitingRow): readonly Wish[] {
  const { memberId } = row.person;
  const nickname = row.nickname === null ? [] : [{ memberId, shown: 'nickname' as const, since: row.nickname.since }];
  const picture = row.picture === null ? [] : [{ memberId, shown: 'picture' as const, since: row.picture.since }];
  return [...nickname, ...picture];
}

function Queue({ home }: { readonly home: Home }) {
  const { owner, member } = useOwnersWords();
  const says = owner.moderation;
  const { communityId, zone } = home.community;
  const state = usePaged(moderation.queue);
  const { looking, taken, no } = useStore(moderation.store);
  const ask = useCallback(() => void moderation.queue.refresh(), []);
  useAskNow(ask);
  const [refusing, setRefusing] = useState<Wish | null>(null);
  const decide = (wish: Wish, refusal: Look['refusal']) => {
    setRefusing(null);
    void moderation.take(communityId, { ...wish, refusal });
  };
  const waiting = { ...state, items: stillWaiting(state.items, taken) };
  return (
    <>
      <Text className="quiet">{says.intro}</Text>
      <Text className="section-title">{says.looks}</Text>
      {no === null ? null : <NoNote no={no} />}
      <PagedView
        state={waiting}
        paged={moderation.queue}
        skeleton={<Skeleton shape="card" count={3} label={member.shared.loading} />}
        empty={<EmptyState id="nothing-waiting" text={says.empty} />}
      >
        {(rows) =>
          rows.flatMap((row) =>
            wishesOf(row).map((wish) => (
              <WishCard
                key={`${wish.shown}-${wish.memberId}`}
                row={row}
                wish={wish}
                zone={zone}
                busy={looking?.memberId === wish.memberId && looking.shown === wish.shown}
                onPass={() => decide(wish, null)}
                onRefuse={() => setRefusing(wish)}
              />
            )),
          )
        }
      </PagedView>
      <Sheet open={refusing !== null} title={says.refuseTitle} onClose={() => setRefusing(null)}>
        <Text className="quiet">{says.refuseHint}</Text>
        {moderationReasons.map((reason) => (
          <QuietButton
            key={reason}
            id={`reason-${reason}`}
            text={owner.reasons[reason]}
            onTap={() => {
              if (refusing !== null) decide(refusing, reason);
            }}
          />
        ))}
      </Sheet>
    </>
  );
}

export function ModerationScreen() {
  const says = useOwnersWords().owner.moderation;
  return (
    <OwnerScreen title={says.title} who="co_owner">
      {(home) => (
        <>
          <Queue home={home} />
          <TextsSection community={home.community} />
        </>
      )}
    </OwnerScreen>
  );
}
