// The owner's words in Chinese for putting a member out, and for taking that back.

export const blockZhCn = {
  tag: '已拉黑',
  filter: '已拉黑的人',
  at: (moment: string) => `${moment} 移出并拉黑`,
  appeals: { none: '还没有申诉', waiting: '有申诉，等你回复', answered: '申诉已回复，维持拉黑' },
  open: '移出并拉黑',
  title: (name: string) => `把 ${name} 移出并拉黑？`,
  effects: [
    '马上不能打卡、领券、兑换、发言、投票和邀请，也不在榜单上。',
    '已领的券照样能用，欠的承诺照样要兑现。',
    '对方会看到理由，可以申诉一次；店员、副群主的身份同时取消。',
  ] as readonly string[],
  /** In a word, to choose from; what the person reads says more. */
  reasons: { advertising: '发广告', harassing: '骚扰人', cheating: '刷奖励', rules: '违群规', other: '其他' },
  text: '补充说明',
  textExample: '例如：连发三天外链',
  textHint: '最多 60 个字，对方会看到；选「其他」时要写。',
  confirm: '移出并拉黑',
  done: (name: string) => `${name} 已移出并拉黑。`,
  lift: '解除拉黑',
  liftTitle: (name: string) => `让 ${name} 回来？`,
  liftEffects: ['马上又是成员，积分和榜上的成绩都是原来的。', '不在的日子不补打卡，也不补奖励。'] as readonly string[],
  lifted: (name: string) => `${name} 又是成员了。`,
  seeReview: '看申诉',
  answerTitle: '回复申诉',
  answerEffects: ['对方会看到你的回复。', '不解除就是维持，对方不能再申诉。'] as readonly string[],
  answerLifts: '同时解除拉黑',
};

/** The shape of these words. */
export type OwnerBlockWords = typeof blockZhCn;
