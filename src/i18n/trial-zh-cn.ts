// The words in Chinese for trials: applying, being chosen, reporting, and what the owner sees of it.
import { formatsZhCn as f } from '#app/i18n/formats-zh-cn';
import type { Words } from '#app/i18n/words';
import type { Criterion } from '#core/rules/campaign/types/trial';

export const trialZhCn = {
  places: (places: number, left: number) => `共 ${places} 份，还剩 ${left} 份`,
  firstCome: '按申请先后，名额还有就当时入选。',
  by: { streak: '连续打卡天数', active_days: '最近 30 天打卡天数', influence: '帮到的人加带来的朋友' },
  criteria: (by: string) => `申请截止后按${by}从高到低选，不抽签。`,
  people: (people: number) => `${people} 人入选`,
  see: '去看看',
  length: (now: number, max: number) => `${now}/${max}`,
  apply: '申请试用',
  applied: '已经申请，结果会显示在这里。',
  answerWaits: '你的回答正在等群主看，看过以后才算数。',
  answerRefused: '你的回答没有通过，改一改再申请。',
  have: (by: Criterion, count: number) => `${count} ${by === 'influence' ? '人' : '天'}`,
  notSelected: (have: string, least: string | null) =>
    least === null ? `这次没有选上。你是 ${have}。` : `这次没有选上。你是 ${have}，最后入选的是 ${least}。`,
  noPlace: '名额已满，这次没有选上。',
  selected: (useUntil: string) => `你入选了。试用券在券包里，${useUntil}前到店用，含当天。`,
  reportDue: (until: string) => `用过了，请在 ${until}前写体验，含当天。`,
  reportWords: '体验怎么样？至少 10 个字，好的不好的都可以写。',
  stars: '打几颗星',
  star: (stars: number) => `${stars} 星`,
  send: '交体验报告',
  thanks: '谢谢你的体验报告。',
  waits: '你的体验报告正在等群主看。',
  refused: '你的体验报告没有通过，可以改写再交。',
  takeBack: '收回申请',
  reports: '大家的体验',
  noReports: '还没有体验报告。',
  verified: (stars: string, late: boolean) => `${stars} · 已到店体验${late ? ' · 晚交' : ''}`,
  openReports: '看大家的体验',
  closed: '这里不公开成员写的文字。',
  owner: {
    title: '试用结果',
    rows: {
      applied: '申请',
      selected: '入选',
      used: '用过',
      reported: '交了体验',
      onTime: '按时交',
      readers: '看过体验的人',
      converted: '看后 30 天内来用券',
    },
    ranking: (by: string, applicants: number, least: string | null) =>
      `${applicants} 人按${by}排过${least === null ? '' : `，最后入选的是 ${least}`}。`,
    telling: (people: number) => `还有 ${people} 人正在通知。`,
    applicants: '申请的人',
    open: '看申请的人',
    none: '还没有人申请。',
    gone: '回答已收回。',
    outcomes: { waiting: '待定', selected: '入选', not_selected: '没选上' },
  },
};

/** The words; the Chinese ones give the shape. */
export type TrialWords = typeof trialZhCn;

export const trialNoZhCn = {
  already_applied: ({ appliedAt }) => ({ reason: `你在 ${f.moment(appliedAt)} 已经申请过，每人一次。`, next: '结果会显示在活动页上。' }),
  report_owed: ({ title, untilOn }) => ({
    reason: `「${title}」的体验报告应在 ${f.day(untilOn)} 前交，还没有交。`,
    next: '到那个活动页补交一份，马上就能申请。',
  }),
  not_selected: () => ({ reason: '体验报告由入选的人写，这次你没有入选。', next: '可以先看看别人的体验。' }),
  not_redeemed_yet: ({ useUntilOn }) => ({ reason: '用过试用券才能写体验。', next: `${f.day(useUntilOn)} 前到店出示券码，用过再来写。` }),
  report_given: ({ at }) => ({ reason: `你在 ${f.moment(at)} 已经交过体验报告。`, next: '想改的话，先收回再写。' }),
} satisfies Partial<Words['no']>;
