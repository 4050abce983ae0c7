// Cards from a browser: into the playground's chat, else through the system's share sheet, else as a copied link.
import { insidePlayground, tellPlayground } from '#app/platform/playground';
import type { SentCard } from '#app/platform/playground-messages';
import type { Sent } from '#app/platform/share';
import { webAddress } from '#app/platform/web-address';

/** In a browser a tap can send a card by itself; WeChat wants its own share button. */
export const canSendCards: boolean = true;

/** Hands a card over. */
export async function sendCard(card: SentCard): Promise<Sent> {
  if (insidePlayground()) {
    tellPlayground({ qunhui: 'share', card });
    return 'posted';
  }
  const url = webAddress(card.path) ?? card.path;
  if (typeof navigator.share === 'function') {
    try {
      await navigator.share({ title: card.title, url });
      return 'posted';
    } catch (error) {
      if (error instanceof DOMException && error.name === 'AbortError') return 'dismissed';
    }
  }
  try {
    await navigator.clipboard.writeText(`${card.title} ${url}`);
    return 'copied';
  } catch {
    return 'impossible';
  }
}
