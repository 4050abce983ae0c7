// In a browser: a page that is pulled down from its top end shows a line, and asks again once it was pulled far enough.
import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { useWords } from '#app/i18n/use-words';
import './pull.scss';

/** How far a finger pulls until letting go asks again, and how far the line follows, in CSS pixels. */
const FAR_PX = 96;
const FOLLOWS_PX = 56;

type Pulled = { readonly by: number; readonly asking: boolean };
const atRest: Pulled = { by: 0, asking: false };

/** Whether everything around an element stands at its top end. */
function isAtTop(element: Element | null): boolean {
  for (let at = element; at !== null; at = at.parentElement) if (at.scrollTop > 0) return false;
  return true;
}

/** Follows the finger on the page that is on show; answers the way to stop. */
function followFinger(show: (pulled: Pulled) => void): () => void {
  let from: number | null = null;
  let by = 0;
  const begin = ({ target, touches }: TouchEvent) => {
    const element = target instanceof Element ? target : null;
    const isPage = element?.closest('.screen') != null && element.closest('.nut-popup, .nut-overlay') === null;
    from = touches.length === 1 && isPage && isAtTop(element) ? (touches[0]?.clientY ?? null) : null;
    by = 0;
  };
  const move = ({ touches }: TouchEvent) => {
    if (from === null) return;
    by = Math.max(0, (touches[0]?.clientY ?? from) - from);
    show({ by, asking: false });
  };
  const end = () => {
    if (from === null) return;
    from = null;
    if (by < FAR_PX) return show(atRest);
    show({ by, asking: true });
    // What the page itself would be told in WeChat.
    (Taro.getCurrentInstance().page as { onPullDownRefresh?: () => void } | null)?.onPullDownRefresh?.();
  };
  const listeners = { touchstart: begin, touchmove: move, touchend: end, touchcancel: end } as const;
  for (const [name, hear] of Object.entries(listeners)) document.addEventListener(name, hear as EventListener, { passive: true });
  return () => {
    for (const [name, hear] of Object.entries(listeners)) document.removeEventListener(name, hear as EventListener);
  };
}

/** The line at the top of a page that is pulled. */
export function Pull() {
  const say = useWords().member.shared.pull;
  const [{ by, asking }, setPulled] = useState<Pulled>(atRest);
  useEffect(() => followFinger(setPulled), []);
  useEffect(() => {
    const rest = () => setPulled(atRest);
    Taro.eventCenter.on('__taroStopPullDownRefresh', rest);
    return () => {
      Taro.eventCenter.off('__taroStopPullDownRefresh', rest);
    };
  }, []);
  if (by === 0 && !asking) return null;
  const height = asking ? FOLLOWS_PX : Math.min(FOLLOWS_PX, by / 2);
  return (
    <View id="pull" className="pull" role="status" style={{ height: `${height}px` }}>
      <Text>{asking ? say.asking : by < FAR_PX ? say.further : say.letGo}</Text>
    </View>
  );
}
