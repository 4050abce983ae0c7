// WeChat's chat tool: only in builds with QUNHUI_CHAT_TOOL=1, whose package it needs, and only where this WeChat knows it.
import { type ChatCard, chatToolUrl } from '#app/platform/chat-card';

/** Whether the tool can be opened here (base library 3.7.8). */
export const hasChatTool: boolean = process.env.QUNHUI_CHAT_TOOL === '1' && typeof wx.openChatTool === 'function';

/** Opens the tool with a card; WeChat lets the person choose the chat first. Going back is all that a failure needs. */
export function openChatTool(card: ChatCard, language: string): void {
  wx.openChatTool({ url: chatToolUrl(card, language) });
}
