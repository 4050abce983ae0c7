// The promises that broke and wait: who was promised what, why it could not be given, and giving it now.
import { Text } from '@tarojs/components';
import { useCallback, useState } from 'react';
import { NoNote } from '#app/features/no-view.tsx';
import type { BrokenPromise } from '#app/features/owner-desk';
import { OwnerScreen } from '#app/features/owner-screen.tsx';
import { PagedView } from '#app/features/paged-view.tsx';
import { ComplaintList } from '#app/features/promise/complaint-list.tsx';
import { desk } from '#app/features/this-desk';
import { useAskNow, useDeed, usePaged } from '#app/features/this-phone';
import { momentText } from '#app/features/when';
import { benefitLabel } from '#app/i18n/say-benefit';
import { useWords } from '#app/i18n/use-words';
import type { Words } from '#app/i18n/words';
import { LinkButton, QuietButton } from '#app/ui/buttons.tsx';
import { Card } from '#app/ui/card.tsx';
import { ConfirmSheet } from '#app/ui/confirm-sheet.tsx';
import { Field } from '#app/ui/field.tsx';
import { DoneNote, EmptyState, Skeleton } from '#app/ui/states.tsx';
import { Tag } from '#app/ui/tag.tsx';
import { Thread } from '#app/ui/thread.tsx';
import type { ValueOf } from '#core/contract';

type Home = ValueOf<'community.home'>;

const keyOf = ({ campaignId, memberId, about }: BrokenPromise) => `${campaignId}-${memberId}-${about}`;

type Person = BrokenPromise['member'];

type Owed = BrokenPromise['owed'];
type OwedCoupon = Omit<Extract<Owed, { kind: 'coupon' }>, 'kind'>;

function sayCoupon({ owner, formats, benefits }: Words, { benefit, thresholdFen, useDays }: OwedCoupon): string {
  const threshold = thresholdFen === 0 ? null : formats.yuan(thresholdFen);
  return owner.promises.promised(benefitLabel(benefits, benefit), threshold, formats.days(useDays));
}

/** What a promise owes, a sentence for each coupon and whom it is for. */
function sayOwed(words: Words, { owed, member, friend }: BrokenPromise): readonly string[] {
  const says = words.owner.promises;
  if (owed.kind === 'words') return [owed.words];
  if (owed.kind === 'points') return [says.promisedPoints(words.formats.points(owed.points))];
  if (owed.kind === 'coupon') return [sayCoupon(words, owed)];
  const to = (person: Person | null, coupons: readonly OwedCoupon[]) =>
    person === null ? [] : coupons.map((coupon) => says.promisedTo(nameOf(words, person), sayCoupon(words, coupon)));
  return [...to(friend, owed.friend), ...to(member, owed.inviter)];
}

function nameOf({ owner }: Words, person: Person): string {
  return owner.shared.person(person.name, person.tag);
}

interface PromiseCardProps {
  readonly promise: BrokenPromise;
  readonly zone: string;
  readonly onSettle: () => void;
  readonly onWords: () => void;
}

function PromiseCard({ promise, zone, onSettle, onWords }: PromiseCardProps) {
  const words = useWords();
  const { owner } = words;
  const says = owner.promises;
  const { member, friend, kind, reason, brokenAt, owed } = promise;
  const name = (person: Person) => owner.shared.person(person.name, person.tag);
  const who = friend === null ? name(member) : says.pair(name(member), name(friend));
  return (
    <Card id={`promise-${keyOf(promise)}`} title={promise.title} aside={<Tag text={says.reasons[reason]} tone="amber" />}>
      {friend === null ? (
        <Text className="quiet">{says.kinds[kind]}</Text>
      ) : (
        <Thread
          from={{ name: member.name, tag: member.tag, picture: member.avatar }}
          to={{ name: friend.name, tag: friend.tag, picture: friend.avatar }}
          steps={2}
          broken
          label={who}
        />
      )}
      <Text className="strong">{who}</Text>
      {sayOwed(words, promise).map((line) => (
        <Text key={line}>{line}</Text>
      ))}
      <Text className="quiet tabular">{says.brokenAt(momentText(words, brokenAt, zone))}</Text>
      {owed.kind === 'words' ? null : <QuietButton id={`settle-${keyOf(promise)}`} text={says.settle} onTap={onSettle} />}
      <LinkButton id={`words-${keyOf(promise)}`} text={says.byWords} onTap={onWords} />
    </Card>
  );
}

/** What giving what is owed does, one line each. */
function settleEffects(words: Words, { owed, member, friend }: BrokenPromise): readonly string[] {
  const { owner, formats, benefits } = words;
  const says = owner.promises;
  if (owed.kind === 'words') return [];
  if (owed.kind === 'points') return [says.settleOne(nameOf(words, member), formats.points(owed.points)), ...says.settleEffect];
  const give = (person: Person | null, coupons: readonly OwedCoupon[]) =>
    person === null
      ? []
      : coupons.map(({ benefit }) => says.settleOne(nameOf(words, person), says.aCoupon(benefitLabel(benefits, benefit))));
  const given = owed.kind === 'coupon' ? give(member, [owed]) : [...give(friend, owed.friend), ...give(member, owed.inviter)];
  const [first] = owed.kind === 'coupon' ? [owed] : [...owed.friend, ...owed.inviter];
  return [...given, ...(first === undefined ? [] : [says.settleDays(formats.days(first.useDays))]), ...says.settleEffect];
}

interface SettlingProps {
  readonly promise: BrokenPromise | null;
  readonly communityId: string;
  readonly onDone: (said: string) => void;
  readonly onClose: () => void;
}

function Settling({ promise, communityId, onDone, onClose }: SettlingProps) {
  const words = useWords();
  const { owner, formats } = words;
  const says = owner.promises;
  const { busy, no } = useDeed(desk.settle);
  const run = async () => {
    if (promise === null) return;
    const { campaignId, memberId, about } = promise;
    const reply = await desk.settle.run({ communityId, campaignId, memberId, about });
    if (reply?.ok !== true) return;
    const { coupons, points, useUntilOn } = reply.value;
    onDone(
      useUntilOn === null ? says.settledPoints(formats.points(points)) : says.settled(formats.coupons(coupons), formats.day(useUntilOn)),
    );
  };
  return (
    <ConfirmSheet
      id="settle"
      open={promise !== null}
      title={says.settleTitle}
      effects={promise === null ? [] : settleEffects(words, promise)}
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

/** Settles a promise by what the owner says was done instead. */
function SettlingByWords({ promise, communityId, onDone, onClose }: SettlingProps) {
  const { owner } = useWords();
  const says = owner.promises;
  const { busy, no } = useDeed(desk.settle);
  const [typed, setTyped] = useState('');
  const said = typed.trim();
  const run = async () => {
    if (promise === null) return;
    const { campaignId, memberId, about } = promise;
    const reply = await desk.settle.run({ communityId, campaignId, memberId, about, words: said });
    if (reply?.ok !== true) return;
    setTyped('');
    onDone(says.settledWords);
  };
  return (
    <ConfirmSheet
      id="settle-words"
      open={promise !== null}
      title={says.byWordsTitle}
      effects={says.byWordsEffect}
      confirmText={says.byWordsConfirm}
      cancelText={owner.shared.cancel}
      busy={busy}
      disabled={said.length < 2}
      onConfirm={() => void run()}
      onClose={onClose}
    >
      <Field id="settle-how" label={says.wordsLabel} value={typed} placeholder={says.wordsExample} lengthMax={80} onChange={setTyped} />
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
  const says = useWords().owner.promises;
  return (
    <OwnerScreen title={says.title} who="owner">
      {(home) => <PromiseList home={home} />}
    </OwnerScreen>
  );
}
