// Cards in WeChat leave only through a button with openType="share" or the menu; the page answers with useShareAppMessage.
import type { Sent } from '#app/platform/share';

export const canSendCards = false;

/** A tap cannot send a card in WeChat. */
export function sendCard(): Promise<Sent> {
  return Promise.resolve('impossible');
}
