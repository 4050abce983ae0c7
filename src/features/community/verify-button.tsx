// The next step after "only for members of the group": prove it again, from here.
import { useState } from 'react';
import { type Verified, verifyGroup } from '#app/features/community/verify-group';
import { NoNote } from '#app/features/no-view.tsx';
import { useWords } from '#app/i18n/use-words';
import { QuietButton } from '#app/ui/buttons.tsx';
import { DoneNote, RefusalNote } from '#app/ui/states.tsx';

type Outcome = 'waiting' | Verified;

export function VerifyButton({ id, onVerified }: { readonly id: string; readonly onVerified?: () => void }) {
  const words = useWords();
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<Outcome>('waiting');
  const verify = async () => {
    setBusy(true);
    const verified = await verifyGroup();
    setBusy(false);
    setOutcome(verified);
    if (verified === true) onVerified?.();
  };
  return (
    <>
      <QuietButton id={id} text={words.member.wall.verify} busy={busy} onTap={() => void verify()} />
      {outcome === true ? <DoneNote id={`${id}-done`} text={words.member.settings.verified} /> : null}
      {typeof outcome === 'string' && outcome !== 'waiting' ? (
        <RefusalNote code={outcome} {...words.member.settings.noProof[outcome]} />
      ) : null}
      {typeof outcome === 'object' ? <NoNote no={outcome} /> : null}
    </>
  );
}
