// A page with words that are saved nowhere: while it is on show it is held, and whoever leaves it is asked first.
import { useDidHide, useDidShow } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { useOwnersWords } from '#app/i18n/use-owners-words';
import { holdPage } from '#app/platform/leaving';
import { ConfirmSheet } from '#app/ui/confirm-sheet.tsx';

/** Asking before a page is left. */
export interface Asking {
  readonly isAsking: boolean;
  readonly stay: () => void;
  /** Goes where somebody wanted to go. */
  readonly leave: () => void;
}

/** Whether the page is on show. */
export function useShown(): boolean {
  const [isShown, setShown] = useState(true);
  useDidShow(() => setShown(true));
  useDidHide(() => setShown(false));
  return isShown;
}

/** Holds the page while something is open on it, which `close` may do at the last moment: it answers whether nothing is open any more. */
export function useHeldPage(isOpen: boolean, close?: () => Promise<boolean>): Asking {
  const { message } = useOwnersWords().owner.leaving;
  const isShown = useShown();
  const [onwards, setOnwards] = useState<(() => void) | null>(null);
  useEffect(() => {
    if (!isOpen || !isShown) return undefined;
    const ask = async (way: () => void) => {
      if ((await close?.()) === true) way();
      else setOnwards(() => way);
    };
    return holdPage(message, (way) => void ask(way));
  }, [isOpen, isShown, message, close]);
  return { isAsking: onwards !== null, stay: () => setOnwards(null), leave: () => onwards?.() };
}

/** The question, with what leaving does to what is written. */
export function LeaveSheet({ asking, effects }: { readonly asking: Asking; readonly effects: readonly string[] }) {
  const says = useOwnersWords().owner.leaving;
  return (
    <ConfirmSheet
      id="leave"
      open={asking.isAsking}
      title={says.message}
      effects={effects}
      confirmText={says.leave}
      cancelText={says.stay}
      busy={false}
      onConfirm={asking.leave}
      onClose={asking.stay}
    />
  );
}

/** Holds the page of a form while something of it is not saved, and asks. */
export function HeldPage({ isOpen }: { readonly isOpen: boolean }) {
  const says = useOwnersWords().owner.leaving;
  return <LeaveSheet asking={useHeldPage(isOpen)} effects={says.effects} />;
}
