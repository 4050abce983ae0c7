// A "no" on a screen: as a note beside what was tapped, or in place of what could not be shown.
import { createContext, type ReactNode, useContext } from 'react';
import type { No } from '#app/features/call';
import { goTab } from '#app/features/go';
import { refreshShown, useAskAgain } from '#app/features/this-phone';
import { sayNo, sayNothingThere } from '#app/i18n/say';
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

/** Asking again changes nothing about these: the way on is home. */
const lost: ReadonlySet<No['code']> = new Set([
  'not_found',
  'join_required',
  'join_waiting',
  'join_refused',
  'blocked',
  'clerk_only',
  'co_owner_only',
  'owner_only',
  'unknown_action',
  'invalid_input',
]);

/** Why there is nothing to see, with a way to ask again, or home where asking again is no help; the network's return asks by itself. */
export function NoPage({ no, busy, onRetry }: { readonly no: No; readonly busy: boolean; readonly onRetry: () => void }) {
  const words = useWords();
  useAskAgain(onRetry);
  const { reason, next } = sayNothingThere(words, no);
  if (!lost.has(no.code))
    return <ErrorState text={reason} next={next} retryText={words.member.shared.retry} busy={busy} onRetry={onRetry} />;
  const goHome = () => {
    onRetry();
    goTab('home');
  };
  return <ErrorState text={reason} next={next} retryId="go-home" retryText={words.member.campaign.goHome} onRetry={goHome} />;
}

/** Whether what stands around already says that it is from before: a page says it once. */
export const SaidStale = createContext(false);

/** Says that what is on show is from before, when the last asking failed; trying again asks for everything on show. */
export function StaleBanner({ no, clock, onRetry }: { readonly no: No; readonly clock: string; readonly onRetry: () => void }) {
  const words = useWords();
  const isSaid = useContext(SaidStale);
  if (isSaid) return null;
  const text = no.code === 'offline' ? words.member.shared.offlineSince(clock) : sayNo(words, no).reason;
  const retry = () => {
    onRetry();
    refreshShown();
  };
  return <OfflineBanner text={text} retryText={words.member.shared.retry} onRetry={retry} />;
}
