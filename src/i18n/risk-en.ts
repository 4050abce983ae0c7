// What the app says in English of a review, to the member whom it is about.
import { counted, formatsEn as f } from '#app/i18n/formats-en';
import type { MyReviewWords } from '#app/i18n/risk-zh-cn';
import type { Words } from '#app/i18n/words';

const people = (count: number) => counted(count, 'person', 'people');

export const myReviewEn: MyReviewWords = {
  titles: {
    noticed: 'The owner is looking at your invites',
    restricted: 'Your invites are limited for now',
    cleared: 'Looked at: nothing is wrong',
    lapsed: 'The time for the look is over: all as before',
    lifted: 'The limit is lifted',
    ended: 'The limit has ended',
    blocked: 'You were put out of this community',
    unblocked: 'You are a member again',
  },
  noticed: (day) =>
    `The people who came through you are alike in a few things, and the owner will look. Until ${day} at the latest others do not see you on the board of invites; rewards go on, and your score stays.`,
  restricted: (day) => `Until ${day}, then it ends by itself. Nothing you were given is taken back.`,
  boards: 'Others do not see you on the board of invites.',
  invites: 'Friends who open your invite from now on bring you no reward; those who opened it before still do.',
  reason: (text) => `The owner’s reason: ${text}`,
  returned: 'The owner let you back in, with the points and scores you had.',
  back: 'You are on the board of invites again, with the score you had.',
  why: 'What was noticed',
  signs: {
    burst: (have) => `${people(have)} did a first thing within 10 minutes`,
    fast_hour: (have) => `${people(have)} did a first thing within an hour`,
    fast_day: (have) => `${people(have)} did a first thing within a day`,
    never_back: (have, of) => `${have} of ${of} did a first thing and never came back`,
    chain: (have) => `${people(have)} in a row, each brought within a day by the one before`,
    at_once: (have, of) => `${have} of ${of} used a coupon on their first day, the same day as the inviter`,
    same_place: (have, of) => `${have} of ${of} joined from one network`,
  },
  usual: {
    pace: (usual) => `Other inviters rarely have more than ${usual}`,
    gone: (percent) => `Of other newcomers ${percent}% never came back`,
  },
  appeal: {
    open: 'Appeal',
    title: 'Say how it was',
    intro: 'The owner will read it. An appeal against a limit that nobody answers within 7 days ends the limit.',
    text: 'What you want to say',
    example: 'For example: we are colleagues and came after work',
    send: 'Send the appeal',
    mine: (text) => `Your appeal: ${text}`,
    noWords: 'You have appealed.',
    waiting: (moment) => `Sent ${moment}, waiting for the owner’s answer.`,
    answer: (text) => `Owner: ${text}`,
  },
};

export const riskNoEn = {
  already_appealed: ({ appealedAt }) => ({
    reason: `You appealed on ${f.moment(appealedAt)}.`,
    next: 'The owner’s answer will stand here.',
  }),
} satisfies Partial<Words['no']>;
