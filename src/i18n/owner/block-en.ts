// The owner's words in English for putting a member out.
import type { OwnerBlockWords } from '#app/i18n/owner/block-zh-cn';

export const blockEn: OwnerBlockWords = {
  tag: 'Put out',
  filter: 'People put out',
  at: (moment) => `Put out ${moment}`,
  appeals: { none: 'no appeal yet', waiting: 'appealed: waiting for your answer', answered: 'appeal answered: it stands' },
  open: 'Put out and block',
  title: (name) => `Put ${name} out?`,
  effects: [
    'At once they cannot check in, claim, exchange, write, vote or invite, and are on no board.',
    'Coupons they claimed can still be used, and what is owed to them stays owed.',
    'They read the reason and can appeal once; a clerk or co-owner loses the role.',
  ],
  reasons: { advertising: 'Ads', harassing: 'Rude', cheating: 'Cheats', rules: 'Rules', other: 'Other' },
  text: 'More words',
  textExample: 'For example: links to another shop for three days',
  textHint: 'Up to 60 characters, which they will read; needed where it is another reason.',
  confirm: 'Put out and block',
  done: (name) => `${name} was put out.`,
  lift: 'Let them back in',
  liftTitle: (name) => `Let ${name} back in?`,
  liftEffects: ['A member again at once, with the points and scores they had.', 'Nothing is given for the days away.'],
  lifted: (name) => `${name} is a member again.`,
  seeReview: 'See the appeal',
  answerTitle: 'Answer the appeal',
  answerEffects: ['They read your answer.', 'Unless you let them back in it stands, and they cannot appeal again.'],
  answerLifts: 'Let them back in, too',
};
