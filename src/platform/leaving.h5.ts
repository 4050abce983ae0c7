// A browser asks by itself before it closes or reloads; our own way back asks with the page's sheet.
import Taro from '@tarojs/taro';

let ask: (() => void) | null = null;

function warn(event: BeforeUnloadEvent): void {
  event.preventDefault();
}

/**
 * Holds the page that is on show.
 * @param _message what WeChat would ask
 * @param onAsk brings up what asks
 * @returns lets go of the page
 */
export function holdPage(_message: string, onAsk: () => void): () => void {
  ask = onAsk;
  window.addEventListener('beforeunload', warn);
  return () => {
    ask = null;
    window.removeEventListener('beforeunload', warn);
  };
}

/** Goes back without asking, or home where there is nothing to go back to. */
export function leavePage(): void {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack();
  else void Taro.switchTab({ url: '/pages/home/index' });
}

/** Asks on a page that is held. @returns whether it is, so that the way back waits */
export function askBeforeLeaving(): boolean {
  ask?.();
  return ask !== null;
}
