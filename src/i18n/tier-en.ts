// The member's words in English for tiers: the same as in Chinese, and no more.
import { counted } from '#app/i18n/formats-en';
import type { MemberWords } from '#app/i18n/member-zh-cn';

export const tierEn: MemberWords['tier'] = {
  title: 'My tier',
  whyAndNext: 'Why I stand here, and the way up',
  nextStep: (tier, missing) => `${missing}, and you reach “${tier}”.`,
  open: {
    active_days: (days) => `${counted(days, 'more day')} with a check-in or a coupon used`,
    taking_part: (times) => `${times} more coupons used, help given or friends who came`,
    influence: (times) => `${times} more help given or friends who came`,
  },
  and: '; ',
  since: (day) => `Since ${day}.`,
  gives: (tier) => `What “${tier}” brings`,
  opens: (title) => `Taking part in “${title}”`,
  givesAll: 'The owner can keep campaigns, early claims and better prices for this tier; their cards say so.',
  fades: 'When it changes',
  never: 'This tier stays.',
  oneStep: 'After that day it goes back by one step only, and returns once the conditions are met.',
  why: (tier) => `Why “${tier}”`,
  whyFirst: 'Whoever joins is a customer; nothing else is asked.',
  next: (tier) => `What is missing for “${tier}”`,
  top: 'This is the last step. Thank you for staying.',
  kept: (day) => `Yours until ${day} even if you do nothing`,
  fading: (tier, day) =>
    `The conditions of “${tier}” are not met now. It stays yours until ${day}: meet what is open below before then and it stays.`,
  criteria: {
    active_days: (need, within) => `In the last ${within} days, ${need} days with a check-in or a coupon used`,
    taking_part: (need, within) => `In the last ${within} days, ${need} in all: coupons used, help given, friends who came`,
    influence: (need, within) => `In the last ${within} days, help given or friends who came: ${need}`,
  },
  progress: (have, need) => `${have} / ${need}`,
  met: 'Met',
  missing: {
    active_days: (days) => `${counted(days, 'day')} to go`,
    taking_part: (times) => `${times} to go`,
    influence: (times) => `${times} to go`,
  },
  influence: 'Influence',
  influenceOf: (helped, invited) => `Help given: ${helped}. Friends who came: ${invited}. What you spend has no part in it.`,
  expiring: (points, day) => `${points} end on ${day}`,
  soon: {
    title: 'Ending soon',
    tier: (tier, day) => `“${tier}” is yours until ${day}. Do what is still missing and it stays.`,
    points: (points, day) => `${points} hold until ${day}, and are gone the day after.`,
    openTier: 'See what is missing',
    openPoints: 'See my points',
  },
  lots: {
    title: 'These points by their days',
    active: 'Ready',
    pending: (day) => `Ready from ${day}`,
    until: (day) => `End on ${day}`,
    forever: 'Never end',
    oldest: 'Those that end first are spent first; their day stands here until then.',
  },
};
