// The words in English for trials: the same as in Chinese, and no more.
import { counted, formatsEn as f } from '#app/i18n/formats-en';
import type { TrialWords } from '#app/i18n/trial-zh-cn';
import type { Words } from '#app/i18n/words';

export const trialEn: TrialWords = {
  places: (places, left) => `${counted(places, 'place')}, ${left} left`,
  firstCome: 'First come: you are chosen at once while places are left.',
  by: { streak: 'check-in streak', active_days: 'check-in days of the last 30', influence: 'people helped and friends brought' },
  criteria: (by) => `Chosen after the last day by ${by}, never by a draw.`,
  people: (people) => `${people} chosen`,
  see: 'Have a look',
  length: (now, max) => `${now}/${max}`,
  apply: 'Apply',
  applied: 'You have applied. What comes of it will be shown here.',
  answerWaits: 'Your answer waits for the owner, and counts once it is let through.',
  answerRefused: 'Your answer was refused. Put it in other words and apply again.',
  have: (by, count) => counted(count, by === 'influence' ? 'person' : 'day', by === 'influence' ? 'people' : 'days'),
  notSelected: (have, least) =>
    least === null ? `Not this time. You had ${have}.` : `Not this time. You had ${have}, the last place had ${least}.`,
  noPlace: 'All places are taken; not this time.',
  selected: (useUntil) => `You are chosen. The voucher is in your wallet; use it by ${useUntil}.`,
  reportDue: (until) => `You have used it. Say how it was by ${until}.`,
  reportWords: 'How was it? 10 characters or more, good or bad.',
  stars: 'Stars',
  star: (stars) => counted(stars, 'star'),
  send: 'Hand in the report',
  thanks: 'Thank you for your report.',
  waits: 'Your report waits for the owner.',
  refused: 'Your report was refused. You can write it anew.',
  takeBack: 'Take the application back',
  reports: 'What people say',
  noReports: 'No reports yet.',
  verified: (stars, late) => `${stars} · Tried at the shop${late ? ' · late' : ''}`,
  openReports: 'Read what people say',
  closed: 'Texts of members are not shown here.',
  owner: {
    title: 'What came of it',
    rows: {
      applied: 'Applied',
      selected: 'Chosen',
      used: 'Used',
      reported: 'Reported',
      onTime: 'In time',
      readers: 'Read the reports',
      converted: 'Used a coupon within 30 days',
    },
    ranking: (by, applicants, least) =>
      `${counted(applicants, 'applicant')} ranked by ${by}${least === null ? '' : `; the last place had ${least}`}.`,
    telling: (people) => `${people} still to be told.`,
    applicants: 'Who applied',
    open: 'See who applied',
    none: 'Nobody has applied yet.',
    gone: 'The answer was taken back.',
    outcomes: { waiting: 'Open', selected: 'Chosen', not_selected: 'Not chosen' },
  },
};

export const trialNoEn = {
  already_applied: ({ appliedAt }) => ({
    reason: `You applied on ${f.moment(appliedAt)}; once per member.`,
    next: 'What comes of it will be shown on this page.',
  }),
  report_owed: ({ title, untilOn }) => ({
    reason: `The report of “${title}” was due by ${f.day(untilOn)} and is missing.`,
    next: 'Hand it in on that campaign’s page, and you can apply at once.',
  }),
  not_selected: () => ({ reason: 'Reports are written by those who were chosen; you were not this time.', next: 'Read what others say.' }),
  not_redeemed_yet: ({ useUntilOn }) => ({
    reason: 'Use the voucher before you say how it was.',
    next: `Show its code at the shop by ${f.day(useUntilOn)}, then write.`,
  }),
  report_given: ({ at }) => ({
    reason: `You handed in your report on ${f.moment(at)}.`,
    next: 'To change it, take it back and write anew.',
  }),
} satisfies Partial<Words['no']>;
