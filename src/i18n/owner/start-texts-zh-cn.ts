// What a new campaign says before its owner has written anything, in Chinese: fit for any shop and any group.
import type { CampaignParameters } from '#core/rules/campaign/parameters';

/** Texts by type and parameter, in place of those that the type declares; each within the limits of its field. */
export const startTextsZhCn: Readonly<Record<string, CampaignParameters>> = {
  poll: { question: '下周先上哪一款？', options: [{ option: '第一款' }, { option: '第二款' }] },
  question: { about: '有什么想问大家的？' },
  quiz: {
    questions: [{ question: '一年里哪一天白天最长？', optionA: '夏至', optionB: '冬至', right: 1 }],
  },
  topic: { prompt: '最近有什么开心的小事？' },
  trial: { question: '你为什么想试一试？' },
  points_exchange: { item: '一份小礼' },
  notice: { paragraphs: [{ text: '大家好：' }] },
};
