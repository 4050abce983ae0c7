// What a new campaign says before its owner has written anything, in English: fit for any shop and any group.
import type { CampaignParameters } from '#core/rules/campaign/parameters';

/** Texts by type and parameter, in place of those that the type declares; each within the limits of its field. */
export const startTextsEn: Readonly<Record<string, CampaignParameters>> = {
  poll: { question: 'Which one first next week?', options: [{ option: 'The first' }, { option: 'The second' }] },
  question: { about: 'What would you like to ask?' },
  quiz: {
    questions: [{ question: 'Which day of the year is the longest?', optionA: 'Midsummer', optionB: 'Midwinter', right: 1 }],
  },
  topic: { prompt: 'Which small thing made you smile lately?' },
  trial: { question: 'Why would you like to try it?' },
  points_exchange: { item: 'A small gift' },
  notice: { paragraphs: [{ text: 'Hello everybody,' }] },
};
