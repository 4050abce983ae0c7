// The complaints that wait for the owner, those that have an answer, and answering one.
import { Text, View } from '@tarojs/components';
import { useCallback, useState } from 'react';
import { go } from '#app/features/go';
import { NoNote } from '#app/features/no-view.tsx';
import type { Complaint } from '#app/features/owner-desk';
import { ownerPages } from '#app/features/owner-pages';
import { PagedView } from '#app/features/paged-view.tsx';
import { desk } from '#app/features/this-desk';
import { useAskNow, useDeed, usePaged, useResource } from '#app/features/this-phone';
import { momentText } from '#app/features/when';
import { useOwnersWords } from '#app/i18n/use-owners-words';
import { QuietButton } from '#app/ui/buttons.tsx';
import { Card, LinkRow } from '#app/ui/card.tsx';
import { ConfirmSheet } from '#app/ui/confirm-sheet.tsx';
import { Field } from '#app/ui/field.tsx';
import { DoneNote, EmptyState, Skeleton } from '#app/ui/states.tsx';
import { Choices } from '#app/ui/tag.tsx';
import { Toggle } from '#app/ui/toggle.tsx';

const keyOf = ({ campaignId, memberId, n }: Complaint) => `${campaignId}-${memberId}-${n}`;

interface ComplaintCardProps {
  readonly complaint: Complaint;
  readonly zone: string;
  readonly onAnswer: () => void;
}

interface AnsweringProps {
  readonly complaint: Complaint | null;
  readonly communityId: string;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

function Answering({ complaint, communityId, onDone, onClose }: AnsweringProps) {
  const { owner } = useOwnersWords();
  const says = owner.promises.complaints;
  const { busy, no } = useDeed(desk.answer);
  const [typed, setTyped] = useState('');
  const [settled, setSettled] = useState(false);
  const text = typed.trim();
  const run = async () => {
    if (complaint === null) return;
    const { campaignId, memberId, n } = complaint;
    const reply = await desk.answer.run({ communityId, campaignId, memberId, n, text, settled });
    if (reply?.ok !== true) return;
    setTyped('');
    setSettled(false);
    onDone();
  };
  return (
    <ConfirmSheet
      id="answer"
      open={complaint !== null}
      title={says.answerTitle}
      effects={says.answerEffect}
      confirmText={says.confirm}
      cancelText={owner.shared.cancel}
      busy={busy}
      disabled={text.length < 2}
      onConfirm={() => void run()}
      onClose={onClose}
    >
      <Field id="answer-text" label={says.answerLabel} value={typed} placeholder={says.answerExample} lengthMax={80} onChange={setTyped} />
      <Toggle id="answer-settled" label={says.made} on={settled} onChange={setSettled} />
      {no === null ? null : <NoNote no={no} />}
    </ConfirmSheet>
  );
}

/** What a complaint says, and the ways to what it is about and to who filed it. */
function ComplaintCard({ complaint, zone, onAnswer }: ComplaintCardProps) {
  const words = useOwnersWords();
  const { owner, member } = words;
  const says = owner.promises.complaints;
  const { campaignId, memberId, person, couponId, reason, text, state, filedAt, answer } = complaint;
  // The console names what is open and the newest of what is over; the campaign's own page names every other.
  const named = useResource(desk.today).value?.campaigns.find(({ card }) => card.campaignId === campaignId);
  return (
    <Card id={`complaint-${keyOf(complaint)}`} title={member.promise.complain.reasons[reason]}>
      {text === '' ? null : <Text>{text}</Text>}
      <Text className="quiet tabular">{momentText(words, filedAt, zone)}</Text>
      {answer === null ? null : <Text className="strong">{member.promise.complain.answer(answer.text)}</Text>}
      <View>
        <LinkRow
          id={`campaign-of-${keyOf(complaint)}`}
          label={named?.card.title ?? says.campaign}
          {...(couponId === null ? {} : { value: says.aCoupon })}
          onTap={() => go(ownerPages.manage, { id: campaignId })}
        />
        <LinkRow
          id={`person-of-${keyOf(complaint)}`}
          label={owner.shared.person(null, person.tag)}
          onTap={() => go(ownerPages.person, { m: memberId })}
        />
      </View>
      {state === 'settled' ? null : <QuietButton id={`answer-${keyOf(complaint)}`} text={says.answer} onTap={onAnswer} />}
    </Card>
  );
}

/** The complaints by what has become of them: those that wait first, the oldest before the others. */
export function ComplaintList({ communityId, zone }: { readonly communityId: string; readonly zone: string }) {
  const { owner, member } = useOwnersWords();
  const says = owner.promises.complaints;
  const [of, setOf] = useState<Complaint['state']>('open');
  const paged = desk.complaints[of];
  const state = usePaged(paged);
  const ask = useCallback(() => {
    void paged.refresh();
    if (desk.today.store.getState().value === null) void desk.today.refresh();
  }, [paged]);
  useAskNow(ask);
  const [asked, setAsked] = useState<Complaint | null>(null);
  const [isDone, setIsDone] = useState(false);
  const states = (['open', 'answered', 'settled'] as const).map((value) => ({ value, text: says.states[value] }));
  const choose = (chosen: Complaint['state']) => {
    setOf(chosen);
    setIsDone(false);
  };
  const close = () => {
    setAsked(null);
    desk.answer.dismiss();
  };
  return (
    <>
      <Text className="section-title">{says.title}</Text>
      <Choices id="complaint-states" choices={states} chosen={of} onChoose={choose} />
      {isDone ? <DoneNote id="answer-done" text={says.done} /> : null}
      <PagedView
        state={state}
        paged={paged}
        skeleton={<Skeleton shape="card" count={1} label={member.shared.loading} />}
        empty={<EmptyState id="no-complaints" text={says.empty[of]} />}
      >
        {(complaints) =>
          complaints.map((complaint) => (
            <ComplaintCard key={keyOf(complaint)} complaint={complaint} zone={zone} onAnswer={() => setAsked(complaint)} />
          ))
        }
      </PagedView>
      <Answering
        complaint={asked}
        communityId={communityId}
        onClose={close}
        onDone={() => {
          close();
          setIsDone(true);
          ask();
        }}
      />
    </>
  );
}
