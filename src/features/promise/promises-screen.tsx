// The promises that broke and wait: who was promised what, why it could not be given, and giving it now.
import { Text } from '@tarojs/components';
import { useCallback, useState } from 'react';
import { NoNote } from '#app/features/no-view.tsx';
import type { BrokenPromise } from '#app/features/owner-desk';
import { OwnerScreen } from '#app/features/owner-screen.tsx';
import { PagedView } from '#app/features/paged-view.tsx';
import { desk } from '#app/features/this-desk';
import { useAskNow, useDeed, usePaged } from '#app/features/this-phone';
import { momentText } from '#app/features/when';
import { benefitLabel } from '#app/i18n/say-benefit';
import { useWords } from '#app/i18n/use-words';
import { QuietButton } from '#app/ui/buttons.tsx';
import { Card } from '#app/ui/card.tsx';
import { ConfirmSheet } from '#app/ui/confirm-sheet.tsx';
import { DoneNote, EmptyState, Skeleton } from '#app/ui/states.tsx';
import { Tag } from '#app/ui/tag.tsx';
import { Thread } from '#app/ui/thread.tsx';
import type { ValueOf } from '#core/contract';

type Home = ValueOf<'community.home'>;

const keyOf = ({ campaignId, inviter, friend }: BrokenPromise) => `${campaignId}-${inviter.memberId}-${friend.memberId}`;

function PromiseCard({
  promise,
  zone,
  onSettle,
}: {
  readonly promise: BrokenPromise;
  readonly zone: string;
  readonly onSettle: () => void;
}) {
  const words = useWords();
  const { owner, formats } = words;
  const says = owner.promises;
  const { inviter, friend, benefit, thresholdFen, useDays, reason, brokenAt } = promise;
  const name = (person: BrokenPromise['friend']) => owner.shared.person(person.name, person.tag);
  const threshold = thresholdFen === 0 ? null : formats.yuan(thresholdFen);
  return (
    <Card id={`promise-${keyOf(promise)}`} title={promise.title} aside={<Tag text={says.reasons[reason]} tone="amber" />}>
      <Thread
        from={{ name: inviter.name, tag: inviter.tag, picture: inviter.avatar }}
        to={{ name: friend.name, tag: friend.tag, picture: friend.avatar }}
        steps={2}
        broken
        label={says.pair(name(inviter), name(friend))}
      />
      <Text className="strong">{says.pair(name(inviter), name(friend))}</Text>
      <Text>{says.promised(benefitLabel(words.benefits, benefit), threshold, formats.days(useDays))}</Text>
      <Text className="quiet tabular">{says.brokenAt(momentText(words, brokenAt, zone))}</Text>
      <QuietButton id={`settle-${keyOf(promise)}`} text={says.settle} onTap={onSettle} />
    </Card>
  );
}

interface SettlingProps {
  readonly promise: BrokenPromise | null;
  readonly communityId: string;
  readonly onDone: (said: string) => void;
  readonly onClose: () => void;
}

function Settling({ promise, communityId, onDone, onClose }: SettlingProps) {
  const { owner, formats, benefits } = useWords();
  const says = owner.promises;
  const { busy, no } = useDeed(desk.settle);
  const name = (person: BrokenPromise['friend']) => owner.shared.person(person.name, person.tag);
  const run = async () => {
    if (promise === null) return;
    const { campaignId, inviter, friend } = promise;
    const reply = await desk.settle.run({ communityId, campaignId, inviterId: inviter.memberId, inviteeId: friend.memberId });
    if (reply?.ok === true) onDone(says.settled(formats.coupons(reply.value.coupons), formats.day(reply.value.useUntilOn)));
  };
  return (
    <ConfirmSheet
      id="settle"
      open={promise !== null}
      title={says.settleTitle}
      effects={
        promise === null
          ? []
          : [
              says.settleBoth(name(promise.inviter), name(promise.friend), benefitLabel(benefits, promise.benefit)),
              says.settleDays(formats.days(promise.useDays)),
              ...says.settleEffect,
            ]
      }
      confirmText={says.settleConfirm}
      cancelText={owner.shared.cancel}
      busy={busy}
      onConfirm={() => void run()}
      onClose={onClose}
    >
      {no === null ? null : <NoNote no={no} />}
    </ConfirmSheet>
  );
}

function PromiseList({ home }: { readonly home: Home }) {
  const words = useWords();
  const says = words.owner.promises;
  const { communityId, zone } = home.community;
  const state = usePaged(desk.promises);
  const ask = useCallback(() => void desk.promises.refresh(), []);
  useAskNow(ask);
  const [asked, setAsked] = useState<BrokenPromise | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const close = () => {
    setAsked(null);
    desk.settle.dismiss();
  };
  return (
    <>
      {done === null ? null : <DoneNote id="settle-done" text={done} />}
      <PagedView
        state={state}
        paged={desk.promises}
        skeleton={<Skeleton shape="card" count={3} label={words.member.shared.loading} />}
        empty={<EmptyState id="no-promises" text={says.empty} />}
      >
        {(promises) => (
          <>
            <Text className="quiet">{says.intro}</Text>
            <Text className="quiet tabular" id="promises-total">
              {says.total(state.head ?? promises.length)}
            </Text>
            {promises.map((promise) => (
              <PromiseCard key={keyOf(promise)} promise={promise} zone={zone} onSettle={() => setAsked(promise)} />
            ))}
          </>
        )}
      </PagedView>
      <Settling
        promise={asked}
        communityId={communityId}
        onClose={close}
        onDone={(said) => {
          close();
          setDone(said);
          ask();
        }}
      />
    </>
  );
}

export function PromisesScreen() {
  const says = useWords().owner.promises;
  return (
    <OwnerScreen title={says.title} who="owner">
      {(home) => <PromiseList home={home} />}
    </OwnerScreen>
  );
}
