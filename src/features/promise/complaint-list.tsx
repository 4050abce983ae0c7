// The complaints that wait for the owner, those that have an answer, and answering one.
import { Text } from '@tarojs/components';
import { useCallback, useState } from 'react';
import { NoNote } from '#app/features/no-view.tsx';
import type { Complaint } from '#app/features/owner-desk';
import { PagedView } from '#app/features/paged-view.tsx';
import { desk } from '#app/features/this-desk';
import { useAskNow, useDeed, usePaged } from '#app/features/this-phone';
import { momentText } from '#app/features/when';
import { useOwnersWords } from '#app/i18n/use-owners-words';
import { QuietButton } from '#app/ui/buttons.tsx';
import { Card } from '#app/ui/card.tsx';
import { ConfirmSheet } from '#app/ui/confirm-sheet.tsx';
import { Field } from '#app/ui/field.tsx';
import { DoneNote, EmptyState, Skeleton } from '#app/ui/states.tsx';
import { Choices } from '#app/ui/tag.tsx';
import { Toggle } from '#app/ui/toggle.tsx';

const keyOf = ({ campaignId, memberId, n }: Complaint) => `${campaignId}-${memberId}-${n}`;

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

/** The complaints by what has become of them: those that wait first, the oldest before the others. */
export function ComplaintList({ communityId, zone }: { readonly communityId: string; readonly zone: string }) {
  const words = useOwnersWords();
  const { owner, member } = words;
  const says = owner.promises.complaints;
  const [of, setOf] = useState<Complaint['state']>('open');
  const paged = desk.complaints[of];
  const state = usePaged(paged);
  const ask = useCallback(() => void paged.refresh(), [paged]);
  useAskNow(ask);
  const [asked, setAsked] = useState<Complaint | null>(null);
  const [isDone, setIsDone] = useState(false);
  const states = (['open', 'answered', 'settled'] as const).map((value) => ({ value, text: says.states[value] }));
  const close = () => {
    setAsked(null);
    desk.answer.dismiss();
  };
  return (
    <>
      <Text className="section-title">{says.title}</Text>
      <Choices id="complaint-states" choices={states} chosen={of} onChoose={setOf} />
      {isDone ? <DoneNote id="answer-done" text={says.done} /> : null}
      <PagedView
        state={state}
        paged={paged}
        skeleton={<Skeleton shape="card" count={1} label={member.shared.loading} />}
        empty={<EmptyState id="no-complaints" text={says.empty[of]} />}
      >
        {(complaints) =>
          complaints.map((complaint) => (
            <Card key={keyOf(complaint)} id={`complaint-${keyOf(complaint)}`} title={member.promise.complain.reasons[complaint.reason]}>
              {complaint.text === '' ? null : <Text>{complaint.text}</Text>}
              <Text className="quiet tabular">
                {says.filed(owner.shared.person(null, complaint.person.tag), momentText(words, complaint.filedAt, zone))}
              </Text>
              {complaint.answer === null ? null : <Text className="strong">{member.promise.complain.answer(complaint.answer.text)}</Text>}
              {of === 'settled' ? null : (
                <QuietButton id={`answer-${keyOf(complaint)}`} text={says.answer} onTap={() => setAsked(complaint)} />
              )}
            </Card>
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
