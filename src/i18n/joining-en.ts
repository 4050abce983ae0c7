// What the app says in English to somebody who wishes to come in.
import { counted, formatsEn as f } from '#app/i18n/formats-en';
import type { JoiningWords } from '#app/i18n/joining-zh-cn';
import { reasonIn } from '#app/i18n/say-block';
import type { Words } from '#app/i18n/words';

const reasons = {
  not_ours: 'this community is about something else',
  answers: 'the answers do not say who you are',
  full: 'nobody is let in for now',
  other: 'another reason',
};

const comma = ', ';

export const joiningEn: JoiningWords = {
  reasons,
  comma,
  joinAsked: 'Answer and join',
  joinApproval: 'Ask to join',
  approvalHint: 'You are a member once the owner says yes.',
  sheetTitle: 'The owner asks first',
  sheetHint: 'Only the owner and co-owners read your answers. They go when you erase your data.',
  length: (now, max) => `${now}/${max}`,
  send: 'Ask to join',
  sendAnswers: 'Join',
  waitingTitle: 'Asked: waiting for the owner',
  waiting: (moment) => `You asked on ${moment}. Once the owner says yes you can check in and claim here.`,
  openNow: 'You need not wait any more: you can join now.',
  enterNow: 'Join now',
  withdraw: 'Take it back',
  withdrawTitle: 'Take it back?',
  withdrawEffects: ['Your answers are removed, too.', 'You can ask again any time.'],
  keep: 'Keep waiting',
  refusedTitle: 'The owner said no',
  why: (reason) => `The owner’s reason: ${reason}`,
  again: (moment) => `You can ask again after ${moment}.`,
};

export const joiningNoEn = {
  already_waiting: ({ askedAt }) => ({ reason: `You asked on ${f.moment(askedAt)}.`, next: 'Wait for the owner, or take it back.' }),
  answers_needed: ({ questions }) => ({
    reason: `${counted(questions.length, 'question')} must be answered first.`,
    next: 'They have just been changed: read them and answer.',
  }),
  refused_lately: ({ againAt, ...refusal }) => ({
    reason: `The owner turned you down: ${reasonIn(reasons, comma, refusal)}.`,
    next: `You can ask again after ${f.moment(againAt)}.`,
  }),
  join_waiting: ({ askedAt }) => ({
    reason: `This is for members; you asked to join on ${f.moment(askedAt)}.`,
    next: 'Wait for the owner to say yes.',
  }),
  join_refused: ({ againAt, ...refusal }) => ({
    reason: `This is for members; the owner turned you down: ${reasonIn(reasons, comma, refusal)}.`,
    next: `You can ask again after ${f.moment(againAt)}.`,
  }),
} satisfies Partial<Words['no']>;
