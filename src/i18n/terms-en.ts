// Every line of the terms in English: the same as in Chinese, and no more.
import { benefitsEn } from '#app/i18n/benefit-en';
import { counted, formatsEn as f } from '#app/i18n/formats-en';
import { giftTermsEn } from '#app/i18n/gifts-en';
import { benefitSentence } from '#app/i18n/say-benefit';
import { seasonTermsEn } from '#app/i18n/season-en';
import { tiersEn as tiers } from '#app/i18n/tiers-en';
import type { Words } from '#app/i18n/words';
import type { WorthTerms } from '#core/rules/coupon/benefit';
import type { Fen } from '#core/values/fen';

/** What a coupon gives, with its condition. */
function worth({ benefit, thresholdFen }: WorthTerms): string {
  return benefitSentence(benefitsEn, benefit, thresholdFen === 0 ? null : f.money(thresholdFen));
}

/** A coupon of an amount off, as a step of an invite campaign brings it. */
function step(amountOffFen: number, thresholdFen: Fen): string {
  return worth({ benefit: { kind: 'amount_off', amountOffFen: amountOffFen as Fen }, thresholdFen });
}

const weekdayNames = ['Mondays', 'Tuesdays', 'Wednesdays', 'Thursdays', 'Fridays', 'Saturdays', 'Sundays'];

const perCycle = { none: 'each once per member', week: 'each once a week', month: 'each once a month', days: 'each once a round' } as const;

const criteria = {
  streak: 'check-in streak',
  active_days: 'days with a check-in among the last 30',
  influence: 'people helped and friends brought',
} as const;

function rungs(milestones: readonly { readonly days: number; readonly points: number }[]): string {
  return milestones.map(({ days, points }) => `${f.points(points)} at ${f.days(days)}`).join(', ');
}

function cycleText(cycle: keyof typeof perCycle, days: number): string {
  if (cycle === 'week') return 'Every Monday';
  return cycle === 'month' ? 'On the 1st of every month' : `Every ${f.days(days)} from the first day on`;
}

export const termsEn: Words['terms'] = {
  organiser: ({ organiser, contact }) => `Organiser: ${organiser}. Questions and complaints: ${contact}.`,
  window: ({ startsOn, endsOn, zone, dayStartsMinutes }) =>
    `When: ${f.fullDay(startsOn)} to ${f.fullDay(endsOn)}, both days included, in ${f.zone(zone)}. Each day begins at ${f.dayStart(dayStartsMinutes)}${dayStartsMinutes === 0 ? '' : '; what is earlier counts for the day before'}.`,
  eligible_members: () => 'For whom: all members of this community, from the moment they join.',
  eligible_group: ({ label }) => `For whom: members of the group “${label}”. This is checked when you take part and again at the counter.`,
  eligible_tier: ({ tier }) => `Tier: “${tiers[tier]}” or above when you take part.`,
  eligible_tags: ({ tags }) => `Tag: when you take part the owner has tagged you ${tags.map((tag) => `“${tag}”`).join(' or ')}.`,
  eligible_streak: ({ days }) => `Streak: ${f.days(days)} in a row when you take part, in any check-in plan.`,
  eligible_newcomers: ({ days }) => `Newcomers only: within ${f.days(days)} of first joining, the day of joining included.`,
  early_access: ({ tier, hours }) =>
    `Members who are “${tiers[tier]}” or above may take part ${counted(hours, 'hour')} before the campaign starts.`,
  check_in_daily: ({ points }) =>
    points === 0
      ? 'One check-in a day; it counts days and gives no daily points.'
      : `One check-in a day; each gives ${f.points(points)} at once.`,
  check_in_taper: ({ steps }) =>
    `The daily points change step by step: ${steps.map(({ fromDay, points }) => `from your check-in number ${fromDay} on, ${f.points(points)} each`).join('; ')}.`,
  check_in_milestones: ({ milestones, cycle }) =>
    `Days in a row give more: ${rungs(milestones)}; ${perCycle[cycle]}. After a missed day the count starts again.`,
  check_in_totals: ({ milestones, cycle }) =>
    `Days in all give more: ${rungs(milestones)}; ${perCycle[cycle]}, whatever you missed between.`,
  check_in_cycle: ({ cycle, days }) =>
    `${cycleText(cycle, days)} a new round begins: days towards the rewards, in a row and in all, count from the start, and what was not reached is not carried over. The days in a row in your calendar go on.`,
  check_in_rest: ({ weekdays }) =>
    `Rest days: ${weekdays.map((weekday) => weekdayNames[weekday]).join(', ')}. Without a check-in they neither break days in a row nor add to them; with one they count like any day.`,
  check_in_grace: ({ hours }) =>
    `Grace: within ${counted(hours, 'hour')} after a day has ended you may check in for it if you had not, and it counts like a check-in on that day. Weekly and monthly boards that have ended stay as they are; the last day of this campaign has no grace.`,
  make_up_earned: ({ everyDays, heldMax }) =>
    `Make-up cards: one for every ${counted(everyDays, 'check-in')} of your own; you can hold ${heldMax}, and while you do none is added.`,
  make_up_monthly: ({ cards }) =>
    `Make-up cards: ${cards} more in every calendar month, for that month only, used before those that you hold.`,
  make_up_reach: ({ days }) =>
    `One card makes up one day, and only one missed within the last ${f.days(days)}; a day that is not made up still breaks your days in a row.`,
  make_up_counts: () =>
    'A made-up day counts for days in a row and is shown as made up: it gives no points, and counts neither for days in all, nor on boards, nor towards completion, and opens no content. A reward for days in a row that it completes is paid with your next own check-in in the same round.',
  check_in_units: ({ units }) =>
    `Content: ${counted(units, 'piece')}, each for one day; check in on that day to open it, and read it again whenever you like.`,
  check_in_graduation: ({ days, points }) =>
    `Completion: ${f.days(days)} of your own check-ins complete the plan and give ${f.points(points)}, once per member; you may go on checking in.`,
  milestone_within_reach: () =>
    'If the campaign ends early: whoever is at least half-way to the next milestone, and could still have completed it by checking in every day to the end of the round or the planned last day, gets that milestone’s points all the same, as far as the points left at that moment go.',
  points_budget: ({ points }) => `This campaign gives ${f.points(points)} in all, set aside when it was published, until they are gone.`,
  points_valid: ({ validMonths, pendingDays }) =>
    `Points can be spent ${pendingDays === 0 ? 'at once' : `after ${f.days(pendingDays)}`} and ${validMonths === null ? 'never expire' : `hold for ${counted(validMonths, 'month')} more, to the end of the last`}; the oldest are spent first.`,
  points_budget_gone: () =>
    'When what is left cannot pay a reward in full, that reward is not paid; check-ins and days in a row still count.',
  coupon_benefit: (terms) => `What: ${worth(terms)}.`,
  reference_price: ({ evidence }) => `The reference price rests on: ${evidence}`,
  group_price: ({ item, referenceFen, priceFen }) =>
    `What: “${item}” at ${f.money(priceFen)} each in this community, reference price ${f.money(referenceFen)} each.`,
  group_price_tiers: ({ tiers: prices }) =>
    `By tier: ${prices.map(({ tier, priceFen }) => `${tiers[tier]} ${f.money(priceFen)} each`).join(', ')}; the tier when you reserve counts.`,
  group_price_stock: ({ stock }) => `How many: ${f.count(stock)}, all set aside when this was published, until they are reserved.`,
  group_price_quantity: ({ max }) => `Each member can reserve once, at most ${f.count(max)}.`,
  reservation: ({ organiser }) =>
    `How: reserve now, show the code and pay when you pick it up at ${organiser}, all at once. What is not picked up by the end of the last day expires, at no cost.`,
  coupon_stock: ({ stock }) => `How many: ${f.coupons(stock)}, all set aside when this was published.`,
  coupon_per_member: ({ max, dayMax }) => `At most ${f.coupons(max)} per member${dayMax === 0 ? '' : `, at most ${dayMax} a day`}.`,
  coupon_use_window: ({ useFromOn, useUntilOn }) => `Use: ${f.fullDay(useFromOn)} to ${f.fullDay(useUntilOn)}, to the end of the last day.`,
  coupon_use_days: ({ days, startsNextDay }) =>
    `Use: for ${f.days(days)} from ${startsNextDay ? 'the day after you claim it' : 'the day you claim it'}, to the end of the last day.`,
  coupon_use_until: ({ useUntilOn }) => `Use: at once, until the end of ${f.fullDay(useUntilOn)}.`,
  coupon_where: ({ organiser }) =>
    `How: show the code when you pay at ${organiser}; a clerk redeems it. Each coupon is used once and never takes off more than the order.`,
  coupon_frozen: () => 'A coupon keeps the terms it was claimed with; a later pause, change or end does not touch it.',
  coupon_sold_out: () => 'When all are claimed there are no more; those that were claimed stay usable.',
  invite_reward: ({ sides, ...terms }) => {
    const who = { both: 'one coupon for you and one for your friend', friend: 'one coupon for your friend', inviter: 'one coupon for you' };
    return `What: ${who[sides]}, for each friend, ${worth(terms)}.`;
  },
  invite_steps: ({ steps, thresholdFen }) =>
    `${steps.map(({ friends, amountOffFen }) => `At the first check-in or claim of friend ${friends} you get one coupon more, ${step(amountOffFen, thresholdFen)}`).join('; ')}. Each arrives at once and can be used by itself; a team is 5 people at most, you among them.`,
  invite_moment: () =>
    'When: your friend joins by your invite and does their own first check-in or claim (reserving at a group price is one). Coupons arrive at that moment.',
  invite_touch_days: ({ days }) =>
    `The first check-in or claim counts within ${f.days(days)} of opening the invite. With several invites, the first valid one that was opened counts.`,
  invite_limits: ({ max, dayMax }) => `Coupons for at most ${counted(max, 'friend')} per member, at most ${dayMax} a day.`,
  invite_pairs: ({ pairs, coupons }) =>
    `How many: ${f.coupons(coupons)}, for ${counted(pairs, 'friend')}, all set aside at publication, until they are gone.`,
  invite_fraud: () =>
    'Where it is shown that one person used several accounts, a program acted, or somebody was paid to take part, unused coupons are taken back and you are told why; used ones are not. If you disagree, contact the organiser.',
  invite_one_level: () => 'Only friends you invite yourself count; whom they invite is nothing to do with you.',
  no_sharing_reward: () => 'Only your friend’s own check-in or claim counts; sending an invite earns nothing.',
  quiz_once: ({ questions }) =>
    `${counted(questions, 'question')}, answered once by each member and then final; the right answers and everybody’s scores are shown after answering.`,
  quiz_points: ({ points }) =>
    `Each right answer gives ${f.points(points)} at once. It is a reward for knowing: the same number of right answers gives the same, with no draw and no race.`,
  quiz_budget_gone: () =>
    'When what is left is not enough, as many right answers are paid as it covers and no more later; answers and scores still count.',
  poll_choices: ({ max }) => (max === 1 ? 'One vote and one choice per member.' : `Up to ${f.count(max)} choices per member.`),
  poll_changeable: () => 'You can change your vote until the end; the last one counts.',
  poll_final: () => 'A vote cannot be changed.',
  poll_results: () => 'After voting you see how many chose what; who chose it is never shown.',
  topic_one: () => 'One answer per member, which you can change or take back at any time.',
  question_limit: ({ max }) =>
    `At most ${counted(max, 'question')} per member, those taken back among them; one answer per member and question, which you can change until it is accepted.`,
  question_accept: () => 'Whoever asked can accept one answer, for good. It counts once per asker as help given, and earns no points.',
  texts_checked: () =>
    'What you write is checked first; where there is doubt, or somebody reports it, the owner looks before others see it again.',
  texts_own: () => 'You can take back what you wrote at any time; when you have yourself erased, all of it goes.',
  trial_what: ({ item, places }) =>
    `What you try: ${item}; ${counted(places, 'place')}, all set aside when this was published. Trying costs nothing.`,
  trial_apply: () =>
    'Apply with a short answer, once per member; who is chosen gets one voucher. Only the owner and co-owners see the answer. Until then you can take it back.',
  trial_first_come: () =>
    'First come: you are chosen at once while places are left. An answer that has to wait for the owner takes no place; it is chosen once let through, if a place is left.',
  trial_criteria: ({ by }) =>
    `Chosen after the last day, by ${criteria[by]}, the most first; among equals who applied earlier, never by a draw. Results come on the day after, with the numbers, also for those not chosen. After an early end nobody is chosen.`,
  trial_report: ({ reportUntilOn }) =>
    `Report: after using the voucher, 10 to 200 characters and 1 to 5 stars, by the end of ${f.fullDay(reportUntilOn)}; a late one is taken and marked as late.`,
  trial_owed: () => 'Whoever used the voucher and has not reported in time can apply for the next trial once the report is in.',
  trial_unpaid: () => 'Praise or not: nothing is given for a report, and it has no influence on being chosen again.',
  notice_read: () => 'Open it and read it. “Got it” only lets the owner know how many have.',
  no_reward: () => 'This campaign gives no reward of any kind.',
  ...giftTermsEn,
  ...seasonTermsEn,
  not_cash: () => 'Coupons cannot be exchanged for cash and give no change.',
  adults_redeem: () => 'You must be 18 or older to use an offer at the counter.',
};
