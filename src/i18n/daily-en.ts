// The words of a member's day in English: the same as in Chinese, and no more.
import type { DailyWords } from '#app/i18n/daily-zh-cn';

export const dailyEn: DailyWords = {
  see: 'Have a look',
  nextStop: 'Next',
  nextThing: 'Up next',
  things: {
    ticket: (title, days) => (days === 1 ? `${title}: last day today` : `${title}: ${days} days left`),
    report: (title) => `${title}: your report is due`,
    quiz: (title) => `${title}: answer it`,
    poll: (title) => `${title}: cast your vote`,
    invite: (title) => `${title}: invite a friend`,
  },
  doneHeading: 'Taken part',
  claiming: 'Claiming',
  checkingIn: 'Writing it down',
  joinedTitle: 'Welcome',
  steps: {
    place: (name, promise) => (promise === '' ? `This is “${name}”.` : `This is “${name}”: ${promise}`),
    checkIn: 'Check in once today: tap the seal below.',
    look: 'Look at what is on below.',
    benefits: 'Coupons of the group are under Offers, yours under Me.',
  },
  toBenefits: 'See the offers',
  termsLines: (lines) => (lines === 1 ? '1 term' : `${lines} terms`),
  termsOpen: 'All the terms',
  termsClose: 'Fewer terms',
  leftOf: (left, stock) => `${left} of ${stock} left`,
  atCounter: 'At the counter say “I have a coupon” and show this page.',
  brightness: 'If it does not scan, make the screen brighter.',
  pastCount: (count) => String(count),
  band: 'Days that are joined are days in a row.',
};
