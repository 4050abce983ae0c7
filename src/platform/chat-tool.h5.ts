// There is no chat tool in a browser.
import type { ChatCard } from '#app/platform/chat-card';

export const hasChatTool: boolean = false;

/** Never opens. */
export function openChatTool(_card: ChatCard, _language: string): void {
  // A browser shows no button for it.
}
