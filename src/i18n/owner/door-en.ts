// The owner's words in English for who comes in, and how.
import type { DoorWords } from '#app/i18n/owner/door-zh-cn';

export const doorEn: DoorWords = {
  title: 'Joining',
  link: 'How people join',
  waitingTitle: 'Waiting for your yes',
  nobody: 'Nobody waits for your yes.',
  asked: (moment) => `Asked ${moment}`,
  noAnswer: 'No answer is left.',
  admit: 'Let in',
  admitted: (name) => `${name} is a member now.`,
  turnDown: 'Turn down',
  turnDownTitle: (name) => `Turn ${name} down?`,
  turnDownEffects: ['They read the reason, and can ask again after a day.', 'Their answers are removed at once.'],
  reasons: { not_ours: 'Not ours', answers: 'Unclear', full: 'Full', other: 'Other' },
  turnDownExample: 'For example: please add your building and ask again',
  turnedDown: (name) => `${name} was turned down.`,
  more: 'Who is this?',
  waysTitle: 'How people join',
  ways: { direct: 'At once', approval: 'After your yes' },
  wayHints: {
    direct: 'One tap makes a member; with questions, once they are answered.',
    approval: 'A member once you say yes. If you change this back, whoever waits comes in with one more tap.',
  },
  questionsHint: 'Up to three questions; leave them empty to ask nothing. Only the owner and co-owners read the answers.',
  questions: ['First question', 'Second question', 'Third question'],
  examples: ['For example: which building do you live in?', 'For example: what may we call you?', 'For example: how did you find us?'],
  save: 'Save',
  saved: 'Saved. Newcomers join this way from now on.',
  answers: 'Answers on joining',
};
