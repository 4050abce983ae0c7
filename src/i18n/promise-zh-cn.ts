// What members read of promises in Chinese: whether they are kept, complaints, and why one is not taken.
import { formatsZhCn as f } from '#app/i18n/formats-zh-cn';
import type { Words } from '#app/i18n/words';

/** What members read of promises. */
export const promiseZhCn = {
  trust: {
    open: '看这里说话算不算数',
    title: '说话算数',
    organiser: (organiser: string) => `${organiser}在这里的记录`,
    percent: (percent: number) => `说好的兑现了 ${percent}%`,
    nothing: '还没有到兑现的时候。',
    kept: (kept: string) => `已给到 ${kept} 份`,
    waiting: (open: number) => (open === 0 ? '没有待补的' : `${open} 份待补`),
    broken: (broken: number, madeGood: number) => (broken === 0 ? '没有失约过' : `失约过 ${broken} 份，补上 ${madeGood} 份`),
    complaints: (all: number, open: number) => (all === 0 ? '没有人反馈问题' : `反馈 ${all} 次，待回复 ${open} 次`),
    campaigns: (finished: number, endedEarly: number) => `办完 ${finished} 场活动，提前结束 ${endedEarly} 场`,
    how: '由系统按每一笔记录算出，谁也改不了。',
    contact: (contact: string) => `有事直接找：${contact}`,
  },
  complain: {
    open: '没有兑现？告诉群主',
    title: '哪里没有兑现？',
    intro: '群主和副群主会看到你选的原因和写的话，别的成员看不到。',
    reasons: { not_honoured: '说好的没给', refused_at_counter: '到店不让用', differs: '和说的不一样', other: '别的问题' },
    text: '补充几句',
    example: '可以不填，最多 80 个字',
    send: '告诉群主',
    sent: '群主会看到。有了回复，会写在「我的」里的「我的反馈」。',
    mine: '我的反馈',
    none: '还没有反馈过。说好的没兑现，在券或活动页最下面告诉群主。',
    states: { open: '等群主回复', answered: '群主回复了', settled: '已经补上' },
    answer: (text: string) => `群主：${text}`,
  },
  rules: {
    version: (version: number, before: number, changes: string) => `规则第 ${version} 版，比第 ${before} 版：${changes}。`,
    change: (field: string, before: string, after: string) => `${field}从 ${before} 改为 ${after}`,
    wider: '参与的人更多了',
    everyone: '全部成员',
    rewritten: (field: string) => `${field}改了写法`,
    comma: '，',
    on: '开启',
    off: '关闭',
    none: '没有',
    fields: { title: '标题', summary: '说明', startsOn: '开始日', endsOn: '结束日', groupId: '参与对象', audience: '参与对象' },
    all: '看每一版规则',
  },
};

/** The shape of what members read of promises. */
export type PromiseWords = typeof promiseZhCn;

export const promiseNoZhCn = {
  words_needed: () => ({ reason: '这份承诺补发不了券和积分。', next: '写下你是怎么补给对方的，就能记为已补。' }),
  complaint_open: ({ filedAt }) => ({ reason: `你在 ${f.moment(filedAt)} 提过，群主还没有回复。`, next: '有了回复，这里就会看到。' }),
  too_many_complaints: ({ max }) => ({ reason: `一个活动最多提 ${f.count(max)} 次。`, next: '请按活动条款里的联系方式直接找主办方。' }),
  already_settled: ({ settledAt }) => ({ reason: `这份承诺 ${f.moment(settledAt)} 已经补发。`, next: '券在双方的券包里，不用再补。' }),
} satisfies Partial<Words['no']>;
