// One tap to appeal, in the member's own words: against what a review holds back, or against being put out.
import { Text } from '@tarojs/components';
import { useMemo, useState } from 'react';
import { newRequestId } from '#app/features/call';
import { createDeed } from '#app/features/deed';
import { NoNote } from '#app/features/no-view.tsx';
import { phone, useDeed } from '#app/features/this-phone';
import { useWords } from '#app/i18n/use-words';
import { PrimaryButton, QuietButton } from '#app/ui/buttons.tsx';
import { Field } from '#app/ui/field.tsx';
import { Sheet } from '#app/ui/sheet.tsx';
import type { InputOf } from '#core/contract';

const APPEAL_MAX = 80;

export interface AppealingProps {
  readonly communityId: string;
  /** What comes of it, and what could be said. */
  readonly intro: string;
  readonly example: string;
  readonly onSent: () => void;
}

/** Appealing: closed by itself once the server has it. */
export function Appealing({ communityId, intro, example, onSent }: AppealingProps) {
  const says = useWords().member.review.appeal;
  const deed = useMemo(
    () => createDeed((input: InputOf<'risk.appeal'>, id: string) => phone.caller.change('risk.appeal', input, id), newRequestId),
    [],
  );
  const { busy, no } = useDeed(deed);
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const send = async () => {
    const reply = await deed.run({ communityId, text: typed.trim() });
    if (reply?.ok !== true) return;
    setOpen(false);
    onSent();
  };
  return (
    <>
      <QuietButton id="open-appeal" text={says.open} onTap={() => setOpen(true)} />
      <Sheet open={open} title={says.title} onClose={() => setOpen(false)}>
        <Text className="quiet">{intro}</Text>
        <Field id="appeal-text" label={says.text} value={typed} placeholder={example} lengthMax={APPEAL_MAX} onChange={setTyped} />
        {no === null ? null : <NoNote no={no} />}
        <PrimaryButton id="send-appeal" text={says.send} busy={busy} onTap={() => void send()} />
      </Sheet>
    </>
  );
}
