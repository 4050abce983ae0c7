// A draft saves itself once typing rests, and when its page is left; what cannot be saved holds the page, and a reload opens what was saved.
import { useDidHide, useDidShow } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { ownerPages } from '#app/features/owner-pages';
import { desk } from '#app/features/this-desk';
import { useOwnersWords } from '#app/i18n/use-owners-words';
import { holdPage } from '#app/platform/leaving';
import { keepAddress } from '#app/platform/own-address';

const { editor } = desk;

/** How long typing rests before the draft is saved, in milliseconds. */
const REST_MS = 1_500;

/** Asking before a page is left. */
export interface Asking {
  readonly isAsking: boolean;
  readonly stay: () => void;
  /** Goes where somebody wanted to go. */
  readonly leave: () => void;
}

/** Keeps the draft that is being written, once its page has begun to load it, and holds its page while it is on show and something is saved nowhere. */
export function useDraftKeeping(): Asking {
  const form = useStore(editor.store, (state) => state.form);
  const isOpen = useStore(editor.store, (state) => state.form !== state.clean);
  const campaignId = useStore(editor.store, (state) => state.campaignId);
  const message = useOwnersWords().owner.editor.leaveTitle;
  const [isShown, setShown] = useState(true);
  const [onwards, setOnwards] = useState<(() => void) | null>(null);
  useDidShow(() => setShown(true));
  useDidHide(() => {
    setShown(false);
    void editor.keep();
  });
  useEffect(() => {
    if (form === null) return undefined;
    const timer = setTimeout(() => void editor.keep(), REST_MS);
    return () => clearTimeout(timer);
  }, [form]);
  useEffect(() => {
    if (!isOpen || !isShown) return undefined;
    const ask = async (way: () => void) => {
      await editor.keep();
      const now = editor.store.getState();
      if (now.form === now.clean) way();
      else setOnwards(() => way);
    };
    return holdPage(message, (way) => void ask(way));
  }, [isOpen, isShown, message]);
  useEffect(() => {
    // As it is now: when a page opens, the draft of the one before is still what was rendered.
    const isStill = campaignId === editor.store.getState().campaignId;
    if (isShown && isStill && campaignId !== null) keepAddress(ownerPages.editor, `id=${encodeURIComponent(campaignId)}`);
  }, [campaignId, isShown]);
  useEffect(() => () => void editor.keep(), []);
  return { isAsking: onwards !== null, stay: () => setOnwards(null), leave: () => onwards?.() };
}
