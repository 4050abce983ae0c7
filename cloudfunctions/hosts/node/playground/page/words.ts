// The playground's words in both languages; the compiler holds the two lists equal.

const chinese = {
  title: '群惠 游乐场',
  subtitle: '一个群聊,几部手机,都是真的应用',
  groupTab: '群聊',
  outsideGroup: '群外',
  members: (count: number) => `${count} 人`,
  openWith: '用谁的手机打开',
  openHere: (name: string) => `在${name}的手机里打开`,
  privately: (from: string, to: string) => `${from} 私下发给 ${to}`,
  bringIn: (name: string) => `邀请${name}进群`,
  sendWhere: '发到哪里?',
  toGroup: (group: string) => `发到「${group}」`,
  toPerson: (name: string) => `私下发给${name}`,
  cancel: '不发了',
  scanWhich: '扫谁的券码?',
  scanOf: (name: string) => `扫${name}手机上的码`,
  scanNone: '没有手机正在出示券码。先在成员的手机里打开一张券。',
  nextDay: '过一天',
  beforeMidnight: '到 23:55',
  clockHint: '只有演示时间能拨快',
  language: 'English',
  phoneOf: (name: string, role: string) => `${name} · ${role}`,
  show: '显示的手机',
  lost: '连不上服务器,正在重试',
  newcomerHint: '小禾不在群里:群里的卡片她看不到。让成员私下发给她,或请她进群。',
  noCards: '还没有卡片。群主发布活动后,点「发到群里」。',
  sent: '已发出',
  failed: '没发出去,请再试一次',
};

const english: typeof chinese = {
  title: 'Qunhui playground',
  subtitle: 'A group chat and a few phones, each the real app',
  groupTab: 'Chat',
  outsideGroup: 'Outside',
  members: (count) => `${count} people`,
  openWith: 'Open it on the phone of',
  openHere: (name) => `Open on ${name}'s phone`,
  privately: (from, to) => `${from} to ${to}, privately`,
  bringIn: (name) => `Bring ${name} into the group`,
  sendWhere: 'Where does it go?',
  toGroup: (group) => `Into “${group}”`,
  toPerson: (name) => `To ${name}, privately`,
  cancel: 'Do not send',
  scanWhich: 'Whose code is scanned?',
  scanOf: (name) => `Scan ${name}'s phone`,
  scanNone: 'No phone is showing a code. Open a coupon on a member’s phone first.',
  nextDay: 'Next day',
  beforeMidnight: 'To 23:55',
  clockHint: 'Only the demo’s time can be moved, and only forward',
  language: '中文',
  phoneOf: (name, role) => `${name} · ${role}`,
  show: 'Phones',
  lost: 'The server cannot be reached; trying again',
  newcomerHint: 'Xiaohe is not in the group and sees none of its cards. Let a member send one privately, or bring her in.',
  noCards: 'No cards yet. Once the owner has published a campaign, they post it from their phone.',
  sent: 'Sent',
  failed: 'Not sent, please try again',
};

/** A language of the playground. */
export type Language = 'zh' | 'en';

/** The words of a language. */
export function wordsOf(language: Language): typeof chinese {
  return language === 'zh' ? chinese : english;
}

/** The words of one language. */
export type Words = typeof chinese;
