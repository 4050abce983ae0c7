// A draft saves itself once typing rests, and when its page is left; what cannot be saved holds the page, and a reload opens what was saved.
import { useDidHide } from '@tarojs/taro';
import { useEffect } from 'react';
import { useStore } from 'zustand';
import { type Asking, useHeldPage, useShown } from '#app/features/held-page.tsx';
import { ownerPages } from '#app/features/owner-pages';
import { desk } from '#app/features/this-desk';
import { keepAddress } from '#app/platform/own-address';

const { editor } = desk;

/** How long typing rests before the draft is saved, in milliseconds. */
const REST_MS = 1_500;

/** Saves what can be saved; answers whether all is. */
async function keepAll(): Promise<boolean> {
  await editor.keep();
  const { form, clean } = editor.store.getState();
  return form === clean;
}

/** Keeps the draft that is being written, once its page has begun to load it, and holds its page while it is on show and something is saved nowhere. */
export function useDraftKeeping(): Asking {
  const form = useStore(editor.store, (state) => state.form);
  const isOpen = useStore(editor.store, (state) => state.form !== state.clean);
  const campaignId = useStore(editor.store, (state) => state.campaignId);
  const isShown = useShown();
  const asking = useHeldPage(isOpen, keepAll);
  useDidHide(() => void editor.keep());
  useEffect(() => {
    if (form === null) return undefined;
    const timer = setTimeout(() => void editor.keep(), REST_MS);
    return () => clearTimeout(timer);
  }, [form]);
  useEffect(() => {
    // As it is now: when a page opens, the draft of the one before is still what was rendered.
    const isStill = campaignId === editor.store.getState().campaignId;
    if (isShown && isStill && campaignId !== null) keepAddress(ownerPages.editor, `id=${encodeURIComponent(campaignId)}`);
  }, [campaignId, isShown]);
  useEffect(() => () => void editor.keep(), []);
  return asking;
}
