// The words of points in English: the statement, and why points do not change.
import { counted, formatsEn as f } from '#app/i18n/formats-en';
import type { MemberWords } from '#app/i18n/member-zh-cn';
import type { Words } from '#app/i18n/words';

export const pointsEn: Pick<MemberWords, 'statement'> = {
  statement: {
    title: 'Points statement',
    balance: 'Points now',
    reason: {
      check_in: 'Check-in',
      milestone: 'Milestone',
      graduation: 'Completion',
      quiz: 'Quiz',
      make_good: 'Made good',
      expired: 'Expired',
      reversed: 'Taken back',
      welcome: 'Welcome gift',
      season_prize: 'Season prize',
      exchange: 'Points exchange',
      exchange_returned: 'Exchange returned',
    },
    filters: { all: 'All', in: 'In', out: 'Out' },
    sums: (earned, spent) => `In ${earned}, out ${spent}`,
    day: (day, weekday) => `${weekday}, ${day}`,
    ending: 'Ends soon; what ends first is used first',
    endsOn: (day) => `Usable until ${day}, that day included`,
    openLots: 'See until when each part holds',
    noSuch: {
      all: 'No points yet.',
      in: 'Nothing has come in yet. One check-in brings the first.',
      out: 'Nothing has gone out yet. Points buy what the owner offers for them.',
    },
    noneYet: {
      all: 'No points yet.',
      in: 'Nothing came in among these. See further back.',
      out: 'Nothing went out among these. See further back.',
    },
    after: (balance) => `balance ${balance}`,
    empty: 'No points yet. One check-in makes the first line.',
    append: 'Lines are only added, never changed. Their sum is your points.',
    takenBack: 'taken back',
  },
};

export const pointsNoEn = {
  only_better: ({ validMonths, pendingDays }) => ({
    reason: `Points ${validMonths === null ? 'never expire' : `hold for ${counted(validMonths, 'month')}`} and can be spent ${pendingDays === 0 ? 'at once' : `after ${f.days(pendingDays)}`}; this was published and can only get better.`,
    next: 'Let them hold longer, or be spent earlier.',
  }),
  already_reversed: () => ({ reason: 'These points were taken back before.', next: 'See the line in the member’s points.' }),
} satisfies Partial<Words['no']>;
