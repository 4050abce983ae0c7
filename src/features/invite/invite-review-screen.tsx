// The invites of a campaign for its owner: who invited whom, and taking a reward back where fraud has been shown.
import { Text } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useCallback, useMemo, useState } from 'react';
import { NoNote } from '#app/features/no-view.tsx';
import type { ReviewedInvite } from '#app/features/owner-desk';
import { OwnerScreen } from '#app/features/owner-screen.tsx';
import { PagedView } from '#app/features/paged-view.tsx';
import { desk } from '#app/features/this-desk';
import { useAskNow, useDeed, usePaged } from '#app/features/this-phone';
import { textProblem } from '#app/features/typed-text';
import { momentText } from '#app/features/when';
import { sayInviteRefusal } from '#app/i18n/say';
import { useOwnersWords } from '#app/i18n/use-owners-words';
import { QuietButton } from '#app/ui/buttons.tsx';
import { Card } from '#app/ui/card.tsx';
import { ChoiceField } from '#app/ui/choice-field.tsx';
import { ConfirmSheet } from '#app/ui/confirm-sheet.tsx';
import { Field } from '#app/ui/field.tsx';
import { DoneNote, EmptyState, Skeleton } from '#app/ui/states.tsx';
import { Tag } from '#app/ui/tag.tsx';
import type { InputOf, ValueOf } from '#core/contract';
import { fraudReasons } from '#core/rules/invite/fraud';

type Home = ValueOf<'community.home'>;
type Fraud = InputOf<'invite.reverse'>['reason'];

const tones = { opened: 'blue', joined: 'blue', rewarded: 'green', refused: 'plain', reversed: 'amber' } as const;
const keyOf = ({ inviter, friend }: ReviewedInvite) => `${inviter.memberId}-${friend.memberId}`;

function usePair(): (invite: ReviewedInvite) => string {
  const { shared, inviteReview } = useOwnersWords().owner;
  const name = (person: ReviewedInvite['friend']) => shared.person(person.name, person.tag);
  return ({ inviter, friend }) => inviteReview.pair(name(inviter), name(friend));
}

function InviteRow({
  invite,
  zone,
  onReverse,
}: {
  readonly invite: ReviewedInvite;
  readonly zone: string;
  readonly onReverse: () => void;
}) {
  const words = useOwnersWords();
  const says = words.owner.inviteReview;
  const pair = usePair();
  const { state, reason, coupons, reversal, settledAt, openedAt } = invite;
  const details = [momentText(words, settledAt ?? openedAt, zone), coupons === 0 ? '' : says.coupons(words.formats.coupons(coupons))];
  return (
    <Card id={`invite-${keyOf(invite)}`} title={pair(invite)} aside={<Tag text={says.states[state]} tone={tones[state]} />}>
      <Text className="quiet tabular">{details.filter((part) => part !== '').join(' · ')}</Text>
      {reason === null ? null : <Text className="quiet">{sayInviteRefusal(words, reason)}</Text>}
      {reversal === null ? null : <Text>{says.why(says.fraud[reversal.reason], reversal.evidence)}</Text>}
      {state === 'rewarded' ? <QuietButton id={`reverse-${keyOf(invite)}`} text={says.reverse} onTap={onReverse} /> : null}
    </Card>
  );
}

interface ReversingProps {
  readonly invite: ReviewedInvite | null;
  readonly input: { readonly communityId: string; readonly campaignId: string };
  readonly onDone: (said: string) => void;
  readonly onClose: () => void;
}

function Reversing({ invite, input, onDone, onClose }: ReversingProps) {
  const words = useOwnersWords();
  const { owner, formats } = words;
  const says = owner.inviteReview;
  const pair = usePair();
  const { busy, no } = useDeed(desk.reverseInvite);
  const [reason, setReason] = useState<Fraud>('same_person');
  const [evidence, setEvidence] = useState('');
  const run = async () => {
    if (invite === null) return;
    const people = { inviterId: invite.inviter.memberId, inviteeId: invite.friend.memberId };
    const reply = await desk.reverseInvite.run({ ...input, ...people, reason, evidence: evidence.trim() });
    if (reply?.ok !== true) return;
    setEvidence('');
    onDone(says.reversed(formats.coupons(reply.value.voided), reply.value.used));
  };
  return (
    <ConfirmSheet
      id="reverse"
      open={invite !== null}
      title={says.reverseTitle}
      effects={invite === null ? [] : [pair(invite), ...says.reverseEffect]}
      confirmText={says.confirm}
      cancelText={owner.shared.cancel}
      busy={busy}
      disabled={textProblem(evidence, 4, 60) !== null}
      onConfirm={() => void run()}
      onClose={onClose}
    >
      <ChoiceField
        id="reverse-reason"
        label={says.reason}
        value={reason}
        choices={fraudReasons.map((value) => ({ value, text: says.fraud[value] }))}
        onChange={(value) => setReason(value as Fraud)}
      />
      <Field
        id="reverse-evidence"
        label={says.evidence}
        value={evidence}
        placeholder={says.evidenceExample}
        hint={says.evidenceHint}
        lengthMax={60}
        onChange={setEvidence}
      />
      {no === null ? null : <NoNote no={no} />}
    </ConfirmSheet>
  );
}

function InviteList({ home, campaignId }: { readonly home: Home; readonly campaignId: string }) {
  const words = useOwnersWords();
  const says = words.owner.inviteReview;
  const { communityId, zone } = home.community;
  const invites = useMemo(() => desk.invites(communityId, campaignId), [communityId, campaignId]);
  const state = usePaged(invites);
  const ask = useCallback(() => void invites.refresh(), [invites]);
  useAskNow(ask);
  const [asked, setAsked] = useState<ReviewedInvite | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const close = () => {
    setAsked(null);
    desk.reverseInvite.dismiss();
  };
  return (
    <>
      {done === null ? null : <DoneNote id="reverse-done" text={done} />}
      <Text className="quiet">{says.intro}</Text>
      <PagedView
        state={state}
        paged={invites}
        skeleton={<Skeleton shape="card" count={3} label={words.member.shared.loading} />}
        empty={<EmptyState id="no-invites" text={says.empty} />}
      >
        {(rows) => rows.map((invite) => <InviteRow key={keyOf(invite)} invite={invite} zone={zone} onReverse={() => setAsked(invite)} />)}
      </PagedView>
      <Reversing
        invite={asked}
        input={{ communityId, campaignId }}
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

export function InviteReviewScreen() {
  const says = useOwnersWords().owner.inviteReview;
  const { params } = useRouter();
  return (
    <OwnerScreen title={says.title} who="co_owner">
      {(home) => <InviteList home={home} campaignId={params.id ?? ''} />}
    </OwnerScreen>
  );
}
