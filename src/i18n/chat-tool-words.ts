// What the chat tool's page says: kept apart from the other words, since an independent package loads nothing but its own.

/** The words of the chat tool's page. */
export interface ChatToolWords {
  readonly hint: string;
  readonly send: string;
  readonly sent: string;
  readonly failed: string;
}

const zhCn: ChatToolWords = {
  hint: '卡片会发到现在打开的这个聊天里。',
  send: '发到这个聊天',
  sent: '已发出。',
  failed: '没有发出去，请返回后用「发送给朋友」。',
};

const en: ChatToolWords = {
  hint: 'The card goes into the chat that is open now.',
  send: 'Send to this chat',
  sent: 'Sent.',
  failed: 'It was not sent. Go back and share the card instead.',
};

/** The words in a language; Chinese unless English is asked for. */
export function chatToolWords(language: string | undefined): ChatToolWords {
  return language === 'en' ? en : zhCn;
}
