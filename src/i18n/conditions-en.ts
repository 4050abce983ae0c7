// The conditions of taking part in English, as they are when they are met.
import { benefitsEn } from '#app/i18n/benefit-en';
import { formatsEn as f } from '#app/i18n/formats-en';
import { prizeText } from '#app/i18n/say-prize';
import { seasonEn } from '#app/i18n/season-en';
import { tiersEn as tiers } from '#app/i18n/tiers-en';
import type { Words } from '#app/i18n/words';

const words = { season: seasonEn, benefits: benefitsEn, formats: f };

export const conditionsEn: Words['conditions'] = {
  joined: () => 'You are a member',
  running: ({ startsOn, endsOn }) => `It is running, ${f.span(startsOn, endsOn)}`,
  in_group: ({ label }) => `You are in “${label}”`,
  tier: ({ need, have }) => `Your tier is high enough: ${tiers[need]} is asked, you are ${tiers[have]}`,
  tag: ({ tags }) => `You bear a tag: ${tags.join(', ')}`,
  streak: ({ need, have }) => `Enough days in a row: ${f.days(need)} asked, you have ${f.days(have)}`,
  newcomer: ({ days }) => `You are new here: first joined within ${f.days(days)}`,
  not_today: ({ on }) => `Not checked in on ${f.day(on)} yet`,
  not_before: () => 'You have not taken part yet',
  no_report_owed: () => 'You owe no report of an earlier trial',
  member_limit: ({ max, have }) => `Below your own limit: ${f.count(max)} at most, ${f.count(have)} so far`,
  day_limit: ({ max, have }) => `Below the limit of a day: ${f.count(max)} a day, ${f.count(have)} today`,
  stock: ({ reserved, left }) => `There is some left: ${f.count(left)} of ${f.count(reserved)}`,
  not_staff: () => 'A member: owner, co-owners and clerks take no part in prizes',
  prize_place: ({ place, ...prize }) =>
    `Now in place ${f.count(place ?? 0)}, which brings ${prizeText(words, prize)} if it stays so; settled when the season is over`,
  points: ({ price, balance }) => `Enough points: ${f.points(price)} asked, you have ${f.points(balance)}`,
};
