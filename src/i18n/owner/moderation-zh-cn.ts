// The owner's words in Chinese for looking at names and pictures before others see them.

export const moderationZhCn = {
  title: '待看的内容',
  intro: '这里是没有自动通过检查的昵称和头像，你看过以后才公开。',
  looks: '昵称和头像',
  nickname: '想公开的昵称',
  picture: '想公开的头像',
  pictureOf: (tag: string) => `成员 ${tag} 想公开的头像`,
  pass: '可以公开',
  refuse: '不通过',
  refuseTitle: '为什么不通过',
  refuseHint: '成员会看到原因，可以换一个再试。',
  texts: '成员写的文字',
  textsEmpty: '没有在等的文字，也没有新的举报。',
  textShown: '现在大家看得到。',
  textHidden: '现在大家看不到。',
  reportedFor: (reports: number, reasons: string) => `${reports} 人举报：${reasons}。`,
  empty: '都看过了，没有在等的。',
};

/** The shape of these words. */
export type ModerationWords = typeof moderationZhCn;
