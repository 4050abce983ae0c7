// The words of points in Chinese: the statement, and why points do not change.
import { formatsZhCn as f } from '#app/i18n/formats-zh-cn';
import type { Words } from '#app/i18n/words';

export const pointsZhCn = {
  statement: {
    title: '积分明细',
    balance: '现有积分',
    reason: {
      check_in: '打卡',
      milestone: '里程碑',
      graduation: '结业',
      quiz: '答题',
      make_good: '承诺补发',
      expired: '到期',
      reversed: '撤回',
      welcome: '新人礼',
      season_prize: '榜单奖',
      exchange: '积分兑换',
      exchange_returned: '兑换退回',
    },
    filters: { all: '全部', in: '收入', out: '支出' },
    sums: (earned: string, spent: string) => `收入 ${earned}，支出 ${spent}`,
    day: (day: string, weekday: string) => `${day} ${weekday}`,
    ending: '快到期的，先用先到期的',
    endsOn: (day: string) => `${day}到期，当天还能用`,
    openLots: '看每一批到哪天',
    noSuch: { all: '还没有积分。', in: '还没有收入。打一次卡就有第一笔。', out: '还没有支出。积分可以换群主上架的东西。' },
    noneYet: { all: '还没有积分。', in: '最近这些里没有收入，往前看看。', out: '最近这些里没有支出，往前看看。' },
    after: (balance: number) => `余 ${balance}`,
    empty: '还没有积分，打一次卡就有第一笔。',
    append: '每一笔都只增不改，合计就是你的积分。',
    takenBack: '已撤回',
  },
};

export const pointsNoZhCn = {
  only_better: ({ validMonths, pendingDays }) => ({
    reason: `现在积分${validMonths === null ? '长期有效' : `有效 ${f.count(validMonths)} 个月`}，${pendingDays === 0 ? '当时可用' : `${f.days(pendingDays)}后可用`}，已经公布，只能改得更好。`,
    next: '可以把有效期延长，或让积分更早可用。',
  }),
  already_reversed: () => ({ reason: '这笔积分已经撤回过。', next: '到成员的积分明细里看看那一笔。' }),
} satisfies Partial<Words['no']>;
