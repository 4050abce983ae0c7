// The words of a campaign in English: its page, what is wrong with a draft, and why it cannot be taken part in or changed.
import { counted, formatsEn as f } from '#app/i18n/formats-en';
import type { MemberWords } from '#app/i18n/member-zh-cn';
import { tiersEn as tiers } from '#app/i18n/tiers-en';
import type { Words } from '#app/i18n/words';
import { isAtLeast } from '#core/rules/membership/tier-code';

export const campaignEn: Pick<MemberWords, 'campaign'> = {
  campaign: {
    title: 'Campaign',
    window: (from, until) => `${from} to ${until}`,
    terms: 'Complete terms',
    checkIn: 'Check in for today',
    checkedIn: (streakDays) => `Checked in, day ${streakDays} in a row`,
    claim: 'Claim this coupon',
    openWallet: 'To my wallet',
    heldRestGone: (claimed) => `You have ${claimed}; the rest are all claimed.`,
    invite: 'Invite a friend',
    send: 'Send to a group',
    invitedBy: 'A friend invited you. Join, and check in or claim once: at that moment the coupons that the terms state arrive.',
    inviteRefused: 'This invite does not count',
    why: 'Can I take part?',
    whyTitle: 'What it takes',
    whyCan: 'Everything is met. You can take part now.',
    whyCannot: (missing) => `${counted(missing, 'condition')} not met yet.`,
    whyMet: 'met',
    whyUnmet: 'not met',
    organiser: (organiser) => `By ${organiser}`,
    promise: 'Promise',
    goHome: 'Home',
    ended: 'This has ended',
    paused: 'This is paused',
    draft: 'Not published yet',
  },
};

export const problemsEn: Words['problems'] = {
  missing: () => 'This is not filled in yet.',
  too_small: (limit) => (limit === null ? 'This is too small.' : `At least ${limit}.`),
  too_large: (limit) => (limit === null ? 'This is too large.' : `At most ${limit}.`),
  too_short: (limit) => (limit === null ? 'This is too short.' : `At least ${limit} characters.`),
  too_long: (limit) => (limit === null ? 'This is too long.' : `At most ${limit} characters.`),
  too_few: (limit) => (limit === null ? 'There are too few.' : `At least ${limit}.`),
  too_many: (limit) => (limit === null ? 'There are too many.' : `At most ${limit}.`),
  not_a_day: () => 'Choose a day.',
  malformed: () => 'Type a number, such as 30.',
  not_in_order: (limit) => (limit === null ? 'Each row must be more than the one before.' : `Not before ${limit}.`),
  unknown_tag: () => 'A tag is not there any more. Choose again.',
  not_early: () => 'Check-ins count from the first day: nobody can take part before it.',
  repeated: () => 'This is there already.',
  unknown_group: () => 'This group is not bound. Choose another.',
  in_the_past: (limit) => (limit === null ? 'This day is over.' : `This day is over; ${limit} at the earliest.`),
  content_review: (word) =>
    word === null
      ? 'It did not pass the content check by itself. Put it in other words, or try later.'
      : `“${word}” did not pass the content check by itself. Put it in other words.`,
  beyond_plan: (limit) => `Out of reach: ${limit ?? 'fewer'} days at most. Ask for fewer, or end later.`,
  beyond_cycle: (limit) => `Out of reach: ${limit ?? 'fewer'} days a round at most. Ask for fewer, or make rounds longer.`,
  not_below_reference: (limit) => (limit === null ? 'The group price has to be lower.' : `The group price has to be below ${limit}.`),
  not_below_threshold: (limit) =>
    limit === null ? 'It must take off less than the order.' : `It must take off less than the order’s ${limit}.`,
};

const stages = { draft: 'is not published yet', live: 'is running', paused: 'is paused', ended: 'has ended' } as const;

export const campaignNoEn = {
  campaign_paused: () => ({
    reason: 'The campaign is paused and gives nothing new now.',
    next: 'Coupons and points you have stay valid. Look again later.',
  }),
  campaign_not_started: ({ startsOn, early }) => {
    const reason = `The campaign starts on ${f.day(startsOn)}.`;
    if (early === undefined) return { reason, next: 'Come back that day to take part.' };
    const opens = `from ${f.dayStart(early.minutes)} on ${f.day(early.on)}`;
    if (isAtLeast(early.have, early.tier)) return { reason, next: `As “${tiers[early.have]}” you can take part early, ${opens}.` };
    return {
      reason: `${reason} Who is “${tiers[early.tier]}” or above can take part early, ${opens}; you are “${tiers[early.have]}”.`,
      next: `See under Me what is missing for “${tiers[early.tier]}”, or come back on ${f.day(startsOn)}.`,
    };
  },
  campaign_ended: ({ endedOn }) => ({
    reason: `The campaign ended on ${f.day(endedOn)}.`,
    next: 'Coupons you have can be used until the date on them.',
  }),
  not_in_group: ({ label, seenAt }) => ({
    reason:
      seenAt === undefined
        ? `Only for members of “${label}”. You have not been seen in that group.`
        : `Only for members of “${label}”. You were last seen there on ${f.moment(seenAt)}, and have to be seen again.`,
    next: `Open this from the card in “${label}” and try again.`,
  }),
  tier_too_low: ({ need, have }) => ({
    reason: `For members who are “${tiers[need]}” or above; you are “${tiers[have]}”.`,
    next: 'See under Me what is missing for the next step.',
  }),
  tag_missing: ({ tags }) => ({
    reason: `Only for members whom the owner has tagged ${tags.map((tag) => `“${tag}”`).join(' or ')}.`,
    next: 'Tags are given by the owner: ask the organiser.',
  }),
  streak_too_short: ({ need, have }) => ({
    reason: `For a streak of ${f.days(need)}; yours is ${f.days(have)}.`,
    next: `Check in every day: ${f.days(need - have)} more in a row.`,
  }),
  newcomers_only: ({ days }) => ({
    reason: `Only for those who first joined within ${f.days(days)}.`,
    next: 'The other campaigns on the home page are open to you.',
  }),
  draft_incomplete: ({ paths }) => ({
    reason: `${counted(paths.length, 'field')} still to mend before it can be published.`,
    next: 'Go back to the form; each field says what it needs.',
  }),
  policy_blocked: ({ rules }) => ({
    reason: `${counted(rules.length, 'rule')} will not let this be published: ${rules.join(', ')}.`,
    next: 'Go back to the preview; each rule says how to mend it.',
  }),
  policy_unconfirmed: ({ rules }) => ({
    reason: `${counted(rules.length, 'warning')} still to confirm: ${rules.join(', ')}.`,
    next: 'Read each one, tick it if it is all right, and publish.',
  }),
  campaign_not_draft: ({ state }) => ({
    reason: `The campaign ${stages[state]}; it is no draft any more.`,
    next:
      state === 'ended'
        ? 'To run it again, make a new campaign.'
        : 'Once published it only gets better; for other terms, make a new campaign.',
  }),
  draft_changed: () => ({
    reason: 'This draft was changed elsewhere; what is written here is not saved yet.',
    next: 'Look at the other one first, or save this one in its place.',
  }),
  campaign_not_live: ({ state }) => ({
    reason: `The campaign ${stages[state]}, so this cannot be done now.`,
    next: state === 'paused' ? 'Resume it first, then try again.' : 'See how it stands in the owner console.',
  }),
  campaign_not_paused: ({ state }) => ({
    reason: `The campaign ${stages[state]}; there is nothing to resume.`,
    next: 'See how it stands in the owner console.',
  }),
  too_many_open: ({ max }) => ({ reason: `At most ${max} campaigns can run at a time.`, next: 'End one before you publish another.' }),
  would_worsen: ({ paths }) => ({
    reason: `${paths.length === 1 ? 'One change is' : `${f.count(paths.length)} changes are`} worse than what is published.`,
    next: 'A published campaign only gets better: longer, more of it, on easier terms. Put those fields back and save again.',
  }),
} satisfies Partial<Words['no']>;
