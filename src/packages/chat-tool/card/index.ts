// The chat tool's one page, drawn by WeChat itself: a campaign's card, sent into the chat that is open behind it.
import { chatToolWords } from '#app/i18n/chat-tool-words';
import { readChatCard } from '#app/platform/chat-card';

Page({
  data: { title: '', path: '', imageUrl: '', outcome: 'none', words: chatToolWords('zh-CN') },

  onLoad(query: Record<string, string | undefined>) {
    const card = readChatCard(query);
    this.setData({ ...card, words: chatToolWords(query.language) });
  },

  send() {
    const { title, path, imageUrl } = this.data;
    wx.shareAppMessageToGroup({
      title,
      path,
      ...(imageUrl === '' ? {} : { imageUrl }),
      success: () => this.setData({ outcome: 'sent' }),
      fail: () => this.setData({ outcome: 'failed' }),
    });
  },
});
