// A "no" on a screen: as a note beside what was tapped, or in place of what could not be shown.
import type { ReactNode } from 'react';
import type { No } from '#app/features/call';
import { sayNo } from '#app/i18n/say';
import { useWords } from '#app/i18n/use-words';
import { ErrorState, OfflineBanner, RefusalNote } from '#app/ui/states.tsx';

/** Why what was tapped did not happen, and what to do next. */
export function NoNote({ no, children }: { readonly no: No; readonly children?: ReactNode }) {
  const words = useWords();
  const sentence = sayNo(words, no);
  return (
    <RefusalNote code={no.code} reason={sentence.reason} next={sentence.next}>
      {children}
    </RefusalNote>
  );
}

/** Why there is nothing to see, with a way to ask again. */
export function NoPage({ no, busy, onRetry }: { readonly no: No; readonly busy: boolean; readonly onRetry: () => void }) {
  const words = useWords();
  const sentence = sayNo(words, no);
  return <ErrorState text={sentence.reason} next={sentence.next} retryText={words.member.shared.retry} busy={busy} onRetry={onRetry} />;
}

/** Says that what is on show is from before, when the last asking failed. */
export function StaleBanner({ no, clock, onRetry }: { readonly no: No; readonly clock: string; readonly onRetry: () => void }) {
  const words = useWords();
  const text = no.code === 'offline' ? words.member.shared.offlineSince(clock) : sayNo(words, no).reason;
  return <OfflineBanner text={text} retryText={words.member.shared.retry} onRetry={onRetry} />;
}
