// The owner's words in Chinese for whom a campaign is for, and for tags.

export const audienceZhCn = {
  title: '再选得细一点（可以不填）',
  tier: '等级',
  anyTier: '不限等级',
  atLeast: (tier: string) => `「${tier}」及以上`,
  tags: '带有下面任一标签的成员（都不选就是不限）',
  streak: '至少连续打卡',
  newcomer: '只给新成员，加入不超过',
  days: '天',
  anything: '不填就是不限',
  early: '谁可以提前参加',
  nobodyEarly: '大家同时开始',
  earlyHint: '给常来的成员一点先手。',
  earlyHours: '提前多久',
  hours: '小时',
};

export const tagsZhCn = {
  open: '标签',
  title: (name: string) => `${name} 的标签`,
  explanation: '标签只用来分人，成员在活动条件里会看到标签的名字。',
  none: '还没有标签，先起一个名字。',
  newName: '新标签',
  newHint: '最多 8 个字，例如「老客」「住得近」。',
  add: '加上这个标签',
  save: '保存标签',
  saved: (name: string) => `${name} 的标签保存好了。`,
};
