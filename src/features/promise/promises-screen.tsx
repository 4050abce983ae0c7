// The promises that broke and wait: who was promised what, why it could not be given, and giving it now.
import { Text } from '@tarojs/components';
import { useCallback, useState } from 'react';
import { NoNote } from '#app/features/no-view.tsx';
import type { BrokenPromise } from '#app/features/owner-desk';
import { OwnerScreen } from '#app/features/owner-screen.tsx';
import { PagedView } from '#app/features/paged-view.tsx';
import { ComplaintList } from '#app/features/promise/complaint-list.tsx';
import { givingSheet, nameOf, sayOwed, wordsSheet } from '#app/features/promise/say-promise';
import { desk } from '#app/features/this-desk';
import { useAskNow, useDeed, usePaged } from '#app/features/this-phone';
import { momentText } from '#app/features/when';
import { WordsSheet } from '#app/features/words-sheet.tsx';
import { useOwnersWords } from '#app/i18n/use-owners-words';
import { LinkButton, QuietButton } from '#app/ui/buttons.tsx';
import { Card, CardWays } from '#app/ui/card.tsx';
import { ConfirmSheet } from '#app/ui/confirm-sheet.tsx';
import { DoneNote, EmptyState, Skeleton } from '#app/ui/states.tsx';
import { Tag } from '#app/ui/tag.tsx';
import { Thread } from '#app/ui/thread.tsx';
import type { ValueOf } from '#core/contract';

type Home = ValueOf<'community.home'>;

const keyOf = ({ campaignId, memberId, about }: BrokenPromise) => `${campaignId}-${memberId}-${about}`;

interface PromiseCardProps {
  readonly promise: BrokenPromise;
  readonly zone: string;
  readonly onSettle: () => void;
  readonly onWords: () => void;
}

function PromiseCard({ promise, zone, onSettle, onWords }: PromiseCardProps) {
  const words = useOwnersWords();
  const { owner } = words;
  const says = owner.promises;
  const { member, friend, kind, reason, brokenAt, owed } = promise;
  const who = friend === null ? nameOf(words, member) : says.pair(nameOf(words, member), nameOf(words, friend));
  const isGoods = owed.kind === 'goods';
  return (
    <Card id={`promise-${keyOf(promise)}`} title={promise.title} aside={<Tag text={says.reasons[reason]} tone="amber" />}>
      {friend === null ? (
        <Text className="quiet">{says.kinds[kind]}</Text>
      ) : (
        <Thread
          from={{ name: member.name, tag: member.tag, picture: member.avatar }}
          to={{ name: friend.name, tag: friend.tag, picture: friend.avatar }}
          steps={3}
          broken
          label={who}
        />
      )}
      <Text className="strong">{who}</Text>
      {sayOwed(words, promise).map((line) => (
        <Text key={line}>{line}</Text>
      ))}
      <Text className="quiet tabular">{says.brokenAt(momentText(words, brokenAt, zone))}</Text>
      <CardWays>
        {owed.kind === 'words' ? null : (
          <QuietButton id={`settle-${keyOf(promise)}`} text={isGoods ? says.goods.handOver : says.settle} onTap={onSettle} />
        )}
        <LinkButton id={`words-${keyOf(promise)}`} text={isGoods ? says.goods.giveBack : says.byWords} onTap={onWords} />
      </CardWays>
    </Card>
  );
}

interface SettlingProps {
  readonly promise: BrokenPromise | null;
  readonly communityId: string;
  readonly onDone: (said: string) => void;
  readonly onClose: () => void;
}

/** Gives what is owed. */
function Settling({ promise, communityId, onDone, onClose }: SettlingProps) {
  const words = useOwnersWords();
  const { busy, no } = useDeed(desk.settle);
  const says = promise === null ? null : givingSheet(words, promise);
  const run = async () => {
    if (promise === null || says === null) return;
    const { campaignId, memberId, about } = promise;
    const reply = await desk.settle.run({ communityId, campaignId, memberId, about });
    if (reply?.ok === true) onDone(says.done(reply.value));
  };
  return (
    <ConfirmSheet
      id="settle"
      open={promise !== null}
      title={says?.title ?? ''}
      effects={says?.effects ?? []}
      confirmText={says?.confirm ?? ''}
      cancelText={words.owner.shared.cancel}
      busy={busy}
      onConfirm={() => void run()}
      onClose={onClose}
    >
      {no === null ? null : <NoNote no={no} />}
    </ConfirmSheet>
  );
}

/** Settles a promise by what the owner says was done instead. */
function SettlingByWords({ promise, communityId, onDone, onClose }: SettlingProps) {
  const words = useOwnersWords();
  const deed = useDeed(desk.settle);
  const says = promise === null ? null : wordsSheet(words, promise);
  const run = async (said: string) => {
    if (promise === null || says === null) return false;
    const { campaignId, memberId, about } = promise;
    const reply = await desk.settle.run({ communityId, campaignId, memberId, about, words: said });
    if (reply?.ok !== true) return false;
    onDone(says.done(reply.value));
    return true;
  };
  return <WordsSheet id="settle-words" says={says} lengthMax={80} deed={deed} run={run} onClose={onClose} />;
}

function PromiseList({ home }: { readonly home: Home }) {
  const words = useOwnersWords();
  const says = words.owner.promises;
  const { communityId, zone } = home.community;
  const state = usePaged(desk.promises);
  const ask = useCallback(() => void desk.promises.refresh(), []);
  useAskNow(ask);
  const [asked, setAsked] = useState<{ readonly promise: BrokenPromise; readonly by: 'giving' | 'words' } | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const close = () => {
    setAsked(null);
    desk.settle.dismiss();
  };
  const settling = {
    communityId,
    onClose: close,
    onDone: (said: string) => {
      close();
      setDone(said);
      ask();
    },
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
              <PromiseCard
                key={keyOf(promise)}
                promise={promise}
                zone={zone}
                onSettle={() => setAsked({ promise, by: 'giving' })}
                onWords={() => setAsked({ promise, by: 'words' })}
              />
            ))}
          </>
        )}
      </PagedView>
      <Settling promise={asked?.by === 'giving' ? asked.promise : null} {...settling} />
      <SettlingByWords promise={asked?.by === 'words' ? asked.promise : null} {...settling} />
      <ComplaintList communityId={communityId} zone={zone} />
    </>
  );
}

export function PromisesScreen() {
  const says = useOwnersWords().owner.promises;
  return (
    <OwnerScreen title={says.title} who="co_owner">
      {(home) => <PromiseList home={home} />}
    </OwnerScreen>
  );
}
