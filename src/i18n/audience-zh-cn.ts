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
  gone: '已删除的标签',
  all: {
    title: '标签',
    empty: '还没有标签。到「成员与店员」里给一位成员加第一个。',
    in: (segments: string) => `分群${segments}用到它`,
    remove: '删掉',
    removeTitle: (name: string) => `删掉标签「${name}」？`,
    fromAll: '会从所有成员身上一起去掉。',
    emptied: (segments: string) => `分群${segments}里的这个条件会再也找不到人。`,
    forGood: '删掉后不能恢复，重新起同样的名字也要重新加。',
    confirm: '删掉',
    removed: (name: string) => `「${name}」删掉了。`,
    quoted: (names: readonly string[]) => names.map((name) => `「${name}」`).join(''),
  },
  saved: (name: string) => `${name} 的标签保存好了。`,
};
