// The words of check-ins in English: the plan, the calendar, and why a day is not counted.
import { counted, formatsEn as f } from '#app/i18n/formats-en';
import type { MemberWords } from '#app/i18n/member-zh-cn';
import type { Words } from '#app/i18n/words';

export const checkinEn: Pick<MemberWords, 'plan' | 'calendar'> = {
  plan: {
    ladders: { streak: 'In a row', total: 'In all' },
    reach: { streak: (days) => `${counted(days, 'day')} in a row`, total: (days) => `${counted(days, 'day')} in all` },
    restDays: (weekdays) => `Rest days: ${weekdays}. Without a check-in nothing breaks.`,
    restToday: 'A rest day: without a check-in nothing breaks.',
    grace: (until) => `Yesterday is still open: until ${until} a check-in can count for it.`,
    graceDo: 'Check in for yesterday',
    unitWaits: 'Check in to open today’s content.',
    unitDay: (day) => `Day ${day}`,
    units: 'What you have opened',
    graduation: 'Completion',
    toGraduation: (days, points) =>
      `${counted(days, 'more check-in')} ${days === 1 ? 'completes the plan and gives' : 'complete the plan and give'} ${counted(points, 'point')}.`,
    graduatedOn: (day) => `Completed on ${day}; you may go on.`,
    graduated: (days, points) =>
      points === 0
        ? `${counted(days, 'day')}: the plan is complete.`
        : `${counted(days, 'day')}: the plan is complete, ${counted(points, 'point')} more.`,
    makeUp: 'Make-up cards',
    makeUpMissing: (days) => `${counted(days, 'day')} to make up`,
    makeUpDay: (day) => `Use a card for ${day}`,
    cards: (cards) => counted(cards, 'card'),
    cardsLeft: (cards, monthly) =>
      monthly === 0 ? `${counted(cards, 'make-up card')} left.` : `${counted(cards, 'make-up card')} left, ${monthly} for this month only.`,
    nextCard: (checkIns) => `${counted(checkIns, 'check-in')} more will earn one.`,
    nothingMissing: (days) => `Nothing to make up in the last ${counted(days, 'day')}.`,
    madeUp: (day, streakDays) => `${day} is made up: ${counted(streakDays, 'day')} in a row now.`,
    counts: 'A made-up day counts for days in a row only: no points, no boards.',
    cardEarned: 'You earned a make-up card.',
  },
  calendar: {
    title: 'Calendar',
    weekdays: ['M', 'T', 'W', 'T', 'F', 'S', 'S'],
    states: {
      before: 'not joined',
      checked: 'checked in',
      made_up: 'made up',
      rest: 'rest day',
      missed: 'missed',
      open: 'open today',
      future: 'to come',
      after: 'outside the plan',
    },
    streak: 'In a row now',
    best: 'Longest',
    total: 'In all',
    days: (days) => counted(days, 'day'),
    path: 'Milestones',
    paid: 'Earned',
    missing: (days) => `${counted(days, 'day')} to go`,
    previous: 'Previous month',
    next: 'Next month',
    honest: 'A missed day stays missed, and a made-up day shows that it was made up.',
    none: 'No check-in plan is running here.',
  },
};

export const checkinNoEn = {
  already_checked_in: ({ streakDays, nextOn }) => ({
    reason: `Checked in for today, day ${streakDays} in a row.`,
    next: `Come back on ${f.day(nextOn)} for day ${streakDays + 1}.`,
  }),
  grace_over: ({ on, hours }) => ({
    reason:
      hours === 0
        ? `${f.day(on)} is over and cannot be checked in for.`
        : `The grace for ${f.day(on)} is over: it lasts ${counted(hours, 'hour')} after the day.`,
    next: 'Check in for today; your days in a row count from there.',
  }),
  day_not_missing: ({ on }) => ({
    reason: `${f.day(on)} needs no making up: it is checked in, a rest day, or not one of your days here.`,
    next: 'Choose a missed day in the calendar.',
  }),
  make_up_too_late: ({ reachOn, reachDays }) => ({
    reason: `A make-up card reaches back ${f.days(reachDays)}, to ${f.day(reachOn)}.`,
    next: 'Choose a later day.',
  }),
  no_make_up_card: ({ missingCheckIns, nextMonthOn }) => ({
    reason: 'You have no make-up card.',
    next:
      missingCheckIns !== null
        ? `${counted(missingCheckIns, 'check-in')} more will earn one.`
        : nextMonthOn !== null
          ? `A new one comes on ${f.day(nextMonthOn)}.`
          : 'This plan has none; go on from today.',
  }),
} satisfies Partial<Words['no']>;
