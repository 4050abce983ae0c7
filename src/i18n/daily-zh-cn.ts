// The words of a member's day in Chinese: what waits, the welcome, the folds, the counter.

export const dailyZhCn = {
  see: '去看看',
  nextStop: '下一个',
  nextThing: '接下来',
  things: {
    ticket: (title: string, days: number) => (days === 1 ? `${title}今天最后一天` : `${title}还剩 ${days} 天`),
    report: (title: string) => `${title}的报告还没写`,
    quiz: (title: string) => `${title}，答一题`,
    poll: (title: string) => `${title}，投一票`,
    invite: (title: string) => `${title}，请一位朋友来`,
  },
  doneHeading: '参加过的',
  claiming: '领取中',
  checkingIn: '正在记下',
  joinedTitle: '欢迎加入',
  steps: {
    place: (name: string, promise: string) => (promise === '' ? `这里是「${name}」。` : `这里是「${name}」：${promise}`),
    checkIn: '今天先打一次卡，点下面的印就好。',
    look: '今天先看看下面的活动。',
    benefits: '群里的券都在「福利」，领到的在「我的」。',
  },
  toBenefits: '去看福利',
  termsLines: (lines: number) => `共 ${lines} 条`,
  termsOpen: '看全部条款',
  termsClose: '收起条款',
  leftOf: (left: number, stock: number) => `还剩 ${left}，共 ${stock}`,
  atCounter: '到店说「用一张券」，把这一页给店员看。',
  brightness: '扫不出来时，把屏幕调亮一点。',
  pastCount: (count: number) => `${count} 张`,
  band: '连在一起的就是连续的日子。',
};

/** The shape of the words of a member's day. */
export type DailyWords = typeof dailyZhCn;
