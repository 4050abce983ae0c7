// The entry of the app on the phone.
import Taro, { usePageNotFound } from '@tarojs/taro';
import { type PropsWithChildren, useEffect } from 'react';
import { goTab } from '#app/features/go';
import { refreshShown } from '#app/features/this-phone';
import { currentWords } from '#app/i18n/use-words';
import { hearNetwork } from '#app/platform/network';
import { hearOutside } from '#app/platform/outside';
import { startPlatform } from '#app/platform/start';
import { warmPages } from '#app/platform/warm-pages';
import './app.scss';

startPlatform(() => {
  const { pageMissing, retry } = currentWords().member.shared;
  return { text: pageMissing, retryText: retry };
});
// Whatever could not be had without a network is asked for as soon as there is one.
hearNetwork(refreshShown);

/** The path of a card that is opened while the app runs, with the proof that came with the tap. */
function openedUrl(path: string, proof: string | null): string {
  if (proof === null) return path;
  return `${path}${path.includes('?') ? '&' : '?'}proof=${encodeURIComponent(proof)}`;
}

export default function App({ children }: PropsWithChildren) {
  useEffect(
    () =>
      hearOutside({
        clockMoved: refreshShown,
        // As in WeChat, an opened card begins anew.
        open: (path, proof) => void Taro.reLaunch({ url: openedUrl(path, proof) }),
      }),
    [],
  );
  useEffect(warmPages, []);
  // An address of an earlier version, or one that was typed wrong, would be an empty page.
  usePageNotFound(() => goTab('home'));
  return children;
}
