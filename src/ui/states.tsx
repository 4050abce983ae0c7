// The states that are not the happy one: loading, empty, failed, refused, offline. Each says what is and what comes next.
import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { QuietButton } from '#app/ui/buttons.tsx';
import './states.scss';

/** The shape of what will come. */
export function Skeleton({
  shape = 'card',
  count = 1,
  label,
}: {
  readonly shape?: 'card' | 'row' | 'hero' | 'head' | 'seal' | 'ticket' | 'month' | 'code';
  readonly count?: number;
  readonly label: string;
}) {
  return (
    <View className="skeleton" aria-busy aria-label={label}>
      {Array.from({ length: count }, (_, index) => (
        <View key={`bone-${shape}-${String(index)}`} className={`skeleton__bone skeleton__bone--${shape}`}>
          <View className="skeleton__bar skeleton__bar--wide" />
          <View className="skeleton__bar" />
        </View>
      ))}
    </View>
  );
}

/** Nothing here yet: one sentence why, and one thing to do. */
export function EmptyState({ id, text, children }: { readonly id: string; readonly text: string; readonly children?: ReactNode }) {
  return (
    <View id={id} className="state">
      <Text className="state__text">{text}</Text>
      {children}
    </View>
  );
}

export interface ErrorStateProps {
  /** What went wrong, with the reference to name when asking for help. */
  readonly text: string;
  readonly next?: string | undefined;
  /** Names the button; `retry` unless it leads elsewhere. */
  readonly retryId?: string;
  readonly retryText: string;
  readonly busy?: boolean;
  readonly onRetry: () => void;
}

/** It did not work: why, what is safe, and a way to try again. */
export function ErrorState({ text, next, retryId = 'retry', retryText, busy = false, onRetry }: ErrorStateProps) {
  return (
    <View id="error-state" className="state" role="alert">
      <Text className="state__text">{text}</Text>
      {next === undefined ? null : <Text className="state__next">{next}</Text>}
      <QuietButton id={retryId} text={retryText} busy={busy} onTap={onRetry} />
    </View>
  );
}

export interface RefusalNoteProps {
  /** The refusal's code, for journeys. */
  readonly code: string;
  /** Why not, with its number. */
  readonly reason: string;
  /** What to do next. */
  readonly next?: string | undefined;
  readonly children?: ReactNode;
}

/** A "no" with its reason, the number that is missing, and the next step. */
export function RefusalNote({ code, reason, next, children }: RefusalNoteProps) {
  return (
    <View id={`refusal-${code}`} className="refusal" role="alert">
      <Text className="refusal__reason">{reason}</Text>
      {next === undefined ? null : <Text className="refusal__next">{next}</Text>}
      {children}
    </View>
  );
}

/** What changed, and what comes next. */
export function DoneNote({ id, text, next }: { readonly id: string; readonly text: string; readonly next?: string | undefined }) {
  return (
    <View id={id} className="refusal refusal--done" role="status">
      <Text className="refusal__reason">{text}</Text>
      {next === undefined ? null : <Text className="refusal__next">{next}</Text>}
    </View>
  );
}

/** What is on show is from before: since when, and a way to ask again. */
export function OfflineBanner({
  text,
  retryText,
  onRetry,
}: {
  readonly text: string;
  readonly retryText: string;
  readonly onRetry: () => void;
}) {
  return (
    <View id="offline-banner" className="offline" role="status">
      <Text className="offline__text">{text}</Text>
      <View id="offline-retry" className="offline__retry" role="button" onClick={onRetry}>
        <Text>{retryText}</Text>
      </View>
    </View>
  );
}
