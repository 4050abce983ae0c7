// Telling the owner that something was not kept: a reason, a few words, and then that it has been heard.
import { Text } from '@tarojs/components';
import { useMemo, useState } from 'react';
import { newRequestId } from '#app/features/call';
import { createDeed } from '#app/features/deed';
import { NoNote } from '#app/features/no-view.tsx';
import { phone, useDeed } from '#app/features/this-phone';
import { useWords } from '#app/i18n/use-words';
import { LinkButton, PrimaryButton } from '#app/ui/buttons.tsx';
import { ChoiceField } from '#app/ui/choice-field.tsx';
import { Field } from '#app/ui/field.tsx';
import { Sheet } from '#app/ui/sheet.tsx';
import { DoneNote } from '#app/ui/states.tsx';
import type { InputOf } from '#core/contract';

type Reason = InputOf<'promise.complain'>['reason'];

const reasons: readonly Reason[] = ['not_honoured', 'refused_at_counter', 'differs', 'other'];

/** The way to complain about a campaign, or about one coupon of it. */
export function ComplainSheet({ communityId, campaignId, couponId }: { communityId: string; campaignId: string; couponId?: string }) {
  const says = useWords().member.promise.complain;
  const deed = useMemo(
    () =>
      createDeed(
        (input: InputOf<'promise.complain'>, requestId: string) => phone.caller.change('promise.complain', input, requestId),
        newRequestId,
      ),
    [],
  );
  const { busy, no } = useDeed(deed);
  const [open, setOpen] = useState(false);
  const [sent, setSent] = useState(false);
  const [reason, setReason] = useState<Reason>('not_honoured');
  const [typed, setTyped] = useState('');
  const send = async () => {
    const about = couponId === undefined ? {} : { couponId };
    const reply = await deed.run({ communityId, campaignId, ...about, reason, text: typed.trim() });
    if (reply?.ok !== true) return;
    setOpen(false);
    setSent(true);
  };
  if (sent) return <DoneNote id="complaint-sent" text={says.sent} />;
  const choices = reasons.map((value) => ({ value, text: says.reasons[value] }));
  return (
    <>
      <LinkButton id="open-complain" text={says.open} onTap={() => setOpen(true)} />
      <Sheet open={open} title={says.title} onClose={() => setOpen(false)}>
        <Text className="quiet">{says.intro}</Text>
        <ChoiceField
          id="complain-reason"
          label={says.title}
          value={reason}
          choices={choices}
          onChange={(value) => setReason(value as Reason)}
        />
        <Field id="complain-text" label={says.text} value={typed} placeholder={says.example} lengthMax={80} onChange={setTyped} />
        {no === null ? null : <NoNote no={no} />}
        <PrimaryButton id="send-complaint" text={says.send} busy={busy} onTap={() => void send()} />
      </Sheet>
    </>
  );
}
