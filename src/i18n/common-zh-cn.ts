// What owners and members both read, in Chinese: states, what is wrong with a text, and the pictures of cards.

export const commonZhCn = {
  shared: {
    cancel: '取消',
    person: (name: string | null, tag: string) => name ?? `成员 ${tag}`,
    roles: { visitor: '访客', member: '成员', clerk: '店员', co_owner: '副群主', owner: '群主' },
    states: { draft: '草稿', live: '进行中', paused: '已暂停', ended: '已结束', scheduled: '未开始' },
    starts: (day: string) => `未开始，${day}开始`,
    everyone: '全部成员',
    onlyGroup: (label: string) => `仅限「${label}」`,
  },
  fields: {
    tooShort: (min: number) => `至少 ${min} 个字。`,
    tooLong: (max: number) => `最多 ${max} 个字。`,
    oddCharacters: '有不能用的字符，请重新输入。',
    contentRefused: (word: string | null) => `${word === null ? '这段文字' : `「${word}」`}没有通过内容检查，请换个说法。`,
    notMoney: '请填金额，例如 5 或 5.50。',
    tooPrecise: '金额最多两位小数。',
    notWhole: '请填整数，例如 30。',
  },
  card: {
    until: (day: string) => `截止 ${day}`,
    checkin: {
      perDay: (points: number) => `每天打卡 ${points} 积分`,
      daysOnly: '每天打卡，积累天数',
      milestone: (days: number, points: number) => `连续 ${days} 天，另得 ${points} 积分`,
      mark: '印',
    },
    coupon: {
      limit: (stock: string, max: number) => `共 ${stock} 张，每人 ${max} 张`,
    },
    trial: {
      mark: '试',
      gives: (item: string) => `来试试：${item}`,
      firstCome: '申请先到先得，用过写体验',
      criteria: '按写明的标准选人，用过写体验',
      places: (places: string) => `共 ${places} 份`,
    },
    content: {
      marks: { quiz: '题', poll: '票', topic: '聊', question: '问', notice: '信' },
      quiz: (questions: number, points: number) =>
        points === 0 ? `${questions} 道题，看你知道多少` : `${questions} 道题，答对一题 ${points} 积分`,
      topic: '来说一句',
      question: '有问题来问，知道的来答',
    },
    groupPrice: {
      limit: (stock: string, max: number) => `共 ${stock} 份，每人 ${max} 份`,
    },
    invite: {
      gives: {
        both: (amount: string) => `你和朋友各得 ${amount} 券`,
        friend: (amount: string) => `送朋友 ${amount} 券`,
        inviter: (amount: string) => `邀请一位得 ${amount} 券`,
      },
      moment: '朋友第一次打卡或领券时到账',
      me: '我',
      friend: '友',
    },
    terms: '点开看完整条款',
    app: '群惠',
  },
  versions: {
    title: '规则的每一版',
    first: '发布时的规则',
    from: (version: number, moment: string) => `第 ${version} 版 · ${moment}`,
  },
  reasons: {
    advertising: '像广告',
    offensive: '会让人不舒服',
    impersonation: '容易被当成别人',
    private: '带有个人信息',
    other: '不适合公开',
  },
};

/** The shape of these words. */
export type CommonWords = typeof commonZhCn;
