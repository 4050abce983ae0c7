// The next step after "only for members of the group": prove it again, from here.
import { useState } from 'react';
import type { No } from '#app/features/call';
import { verifyGroup } from '#app/features/community/verify-group';
import { NoNote } from '#app/features/no-view.tsx';
import { useWords } from '#app/i18n/use-words';
import { QuietButton } from '#app/ui/buttons.tsx';
import { DoneNote, RefusalNote } from '#app/ui/states.tsx';

type Outcome = 'waiting' | 'verified' | 'not_verified' | No;

export function VerifyButton({ id, onVerified }: { readonly id: string; readonly onVerified?: () => void }) {
  const words = useWords();
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<Outcome>('waiting');
  const verify = async () => {
    setBusy(true);
    const verified = await verifyGroup();
    setBusy(false);
    setOutcome(verified === true ? 'verified' : verified === false ? 'not_verified' : verified);
    if (verified === true) onVerified?.();
  };
  return (
    <>
      <QuietButton id={id} text={words.member.wall.verify} busy={busy} onTap={() => void verify()} />
      {outcome === 'verified' ? <DoneNote id={`${id}-done`} text={words.member.settings.verified} /> : null}
      {outcome === 'not_verified' ? (
        <RefusalNote code="not_from_group" reason={words.member.settings.notVerified} next={words.member.campaign.proofLost} />
      ) : null}
      {typeof outcome === 'object' ? <NoNote no={outcome} /> : null}
    </>
  );
}
