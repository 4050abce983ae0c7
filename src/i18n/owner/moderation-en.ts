// The owner's words in English for looking at names and pictures: the same as in Chinese, and no more.
import type { ModerationWords } from '#app/i18n/owner/moderation-zh-cn';

export const moderationEn: ModerationWords = {
  title: 'To be looked at',
  intro: 'Names and pictures that did not pass the check by themselves. Others see them once you have looked.',
  looks: 'Names and pictures',
  nickname: 'A name to show',
  picture: 'A picture to show',
  pictureOf: (tag) => `The picture that member ${tag} wants to show`,
  pass: 'Let it through',
  refuse: 'Refuse',
  refuseTitle: 'Why not?',
  refuseHint: 'The member sees the reason and can try another.',
  texts: 'What members wrote',
  textsEmpty: 'No texts are waiting, and nothing new was reported.',
  textShown: 'Others see it now.',
  textHidden: 'Others do not see it now.',
  reportedFor: (reports, reasons) => `Reported by ${reports}: ${reasons}.`,
  empty: 'Nothing is waiting; all have been looked at.',
};
