// Every "no" in English: the same as in Chinese, and no more.
import { counted, formatsEn as f } from '#app/i18n/formats-en';
import { giftNoEn } from '#app/i18n/gifts-en';
import { seasonNoEn } from '#app/i18n/season-en';
import { tiersEn as tiers } from '#app/i18n/tiers-en';
import type { Words } from '#app/i18n/words';
import { isAtLeast } from '#core/rules/membership/tier-code';

const missing = {
  community: 'This community',
  campaign: 'This campaign',
  coupon: 'This coupon',
  member: 'This member',
  invite: 'This invite',
  promise: 'This promise',
  season: 'This season of the board',
  complaint: 'This complaint',
  tag: 'This tag',
  entry: 'This text',
  grant: 'This grant of points',
  segment: 'This segment',
  order: 'This order',
  review: 'This review',
} as const;
const stages = { draft: 'is not published yet', live: 'is running', paused: 'is paused', ended: 'has ended' } as const;

/** What a text or a picture is about that may not be shown. */
export const contentLabelsEn: Words['contentLabels'] = {
  normal: 'content',
  advertising: 'advertising',
  politics: 'politics',
  sexual: 'sexual content',
  abuse: 'abuse',
  crime: 'crime',
  fraud: 'fraud',
  vulgar: 'vulgar',
  copyright: 'copyright',
  promotion: 'words that promotions may not use',
  unchecked: 'not checked yet',
  other: 'not fit to be shown',
};

export const noEn: Words['no'] = {
  not_found: ({ what }) => ({
    reason: `${missing[what]} was not found: it is gone, or not open to you.`,
    next: 'Go back, or open the card in the group once more.',
  }),
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
  not_in_group: ({ label }) => ({
    reason: `Only for members of “${label}”. You have not been seen in that group.`,
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
    reason: `Only for those who joined within ${f.days(days)}.`,
    next: 'The other campaigns on the home page are open to you.',
  }),
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
  limit_reached: ({ max, held }) => ({
    reason: `At most ${f.count(max)} per member; you have ${f.count(held)}.`,
    next: 'What you have is on your own page.',
  }),
  day_limit_reached: ({ max, nextOn }) => ({
    reason: `${counted(max, 'coupon')} a day at most, and today’s are claimed.`,
    next: nextOn === null ? 'The campaign ends today; what you have is in your wallet.' : `More from ${f.day(nextOn)}.`,
  }),
  quantity_over_limit: ({ max }) => ({ reason: `At most ${f.count(max)} per member.`, next: 'Choose fewer.' }),
  sold_out: ({ stock }) => ({ reason: `All ${f.count(stock)} are claimed.`, next: 'The next ones appear here.' }),
  not_enough_left: ({ left }) => ({
    reason: `Only ${f.count(left)} left, fewer than you asked for.`,
    next: 'Choose fewer and reserve again.',
  }),
  group_proof_invalid: () => ({ reason: 'We could not see which group you are in.', next: 'Open the card in the group again.' }),
  group_proof_expired: ({ seconds }) => ({
    reason: `The check of your group holds for ${counted(Math.round(seconds / 60), 'minute')} and is over.`,
    next: 'Open the card in the group again.',
  }),
  group_proof_used: () => ({ reason: 'This check of your group has been used already.', next: 'Open the card in the group again.' }),
  already_joined: ({ joinedAt }) => ({ reason: `You joined on ${f.moment(joinedAt)}.`, next: 'You can check in and claim coupons now.' }),
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
    reason: `The campaign ${stages[state]}; its terms can no longer change.`,
    next: 'For other terms, make a new campaign.',
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
  only_better: ({ validMonths, pendingDays }) => ({
    reason: `Points ${validMonths === null ? 'never expire' : `hold for ${counted(validMonths, 'month')}`} and can be spent ${pendingDays === 0 ? 'at once' : `after ${f.days(pendingDays)}`}; this was published and can only get better.`,
    next: 'Let them hold longer, or be spent earlier.',
  }),
  already_reversed: () => ({ reason: 'These points were taken back before.', next: 'See the line in the member’s points.' }),
  too_many_segments: ({ max }) => ({
    reason: `A community has at most ${counted(max, 'segment')}.`,
    next: 'Delete one that you do not use.',
  }),
  too_many_tags: ({ max }) => ({
    reason: `A community has at most ${counted(max, 'tag')}.`,
    next: 'Delete one that you do not use, under Segments.',
  }),
  tag_in_use: ({ titles }) => ({
    reason: `Campaigns are for members with this tag: ${titles.map((title) => `“${title}”`).join(', ')}.`,
    next: 'Wait until they end, or open them to more people first.',
  }),
  would_worsen: ({ paths }) => ({
    reason: `${paths.length === 1 ? 'One change is' : `${f.count(paths.length)} changes are`} worse than what is published.`,
    next: 'A published campaign only gets better: longer, more of it, on easier terms. Put those fields back and save again.',
  }),
  ...giftNoEn,
  ...seasonNoEn,
  owner_stays: () => ({ reason: 'The owner’s role cannot be changed here.', next: 'Choose another member as clerk.' }),
  organiser_fixed: ({ campaigns }) => ({
    reason: `The organiser cannot change while ${counted(campaigns, 'campaign')} ${campaigns === 1 ? 'is' : 'are'} running.`,
    next: 'Everything else can be changed now; the organiser once they have ended.',
  }),
  content_refused: ({ path, label, word }) => ({
    reason: `This ${path === 'picture' ? 'picture' : 'text'} did not pass the content check (${contentLabelsEn[label]})${word === null ? '' : `: “${word}”`}.`,
    next: path === 'picture' ? 'Choose another one.' : 'Put it in other words; what you typed is kept.',
  }),
  user_content_off: () => ({
    reason: 'Nothing that members write, and no names or pictures of theirs, is shown here.',
    next: 'Others see “Member” and a number. Check-ins and coupons go on.',
  }),
  picture_unreadable: ({ sideMin, sideMax }) => ({
    reason: 'This picture could not be read.',
    next: `Choose a photo; its sides become ${f.count(sideMin)} to ${f.count(sideMax)} pixels.`,
  }),
  nothing_waiting: () => ({
    reason: 'This has been dealt with already, or the member has changed it.',
    next: 'Refresh to see what is still waiting.',
  }),
  not_answered: () => ({ reason: 'Results are for those who have answered.', next: 'Answer first; you see them at once.' }),
  already_answered: ({ answeredAt }) => ({
    reason: `You answered on ${f.moment(answeredAt)}; everybody answers once.`,
    next: 'You can see the results now.',
  }),
  choices_off: ({ min, max }) => ({
    reason: min === max ? `All ${counted(max, 'question')} have to be answered.` : `Choose ${f.count(min)} to ${f.count(max)} options.`,
    next: 'Then send it again.',
  }),
  asked_all: ({ max }) => ({
    reason: `Each member can ask ${counted(max, 'question')} at most; you have asked them.`,
    next: 'Perhaps you can help with somebody else’s.',
  }),
  own_entry: () => ({ reason: 'You wrote this yourself; it cannot be answered or reported by you.', next: 'You can take it back.' }),
  already_accepted: () => ({
    reason: 'An answer to this question has been accepted, for good.',
    next: 'If there is more to say, ask another question.',
  }),
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
  already_reported: () => ({ reason: 'You have reported this already.', next: 'The owner will look at it.' }),
  code_unknown: () => ({
    reason: 'This code is not known.',
    next: 'Have the customer open the coupon, then scan again or check the 10 digits.',
  }),
  code_expired: ({ seconds }) => ({
    reason: `This code is over: each holds for ${counted(seconds, 'second')}.`,
    next: 'Ask for the new code on the screen; a screenshot does not work.',
  }),
  scan_expired: ({ minutes }) => ({
    reason: `This scan is older than ${counted(minutes, 'minute')} and nothing was redeemed.`,
    next: 'Scan the customer’s code again; the amount is kept.',
  }),
  scan_too_old: ({ hours }) => ({
    reason: `Codes scanned without a network are settled within ${counted(hours, 'hour')}; this one is older.`,
    next: 'Have the customer show it again; if they have gone, tell the owner.',
  }),
  coupon_not_yet: ({ useFromOn }) => ({
    reason: `This coupon can be used from ${f.day(useFromOn)}.`,
    next: 'Show it again from that day.',
  }),
  coupon_expired: ({ useUntilOn }) => ({
    reason: `This coupon could be used until ${f.day(useUntilOn)} and is over.`,
    next: 'See whether there is another one in the wallet.',
  }),
  order_missing: () => ({ reason: 'This coupon needs the amount of the order.', next: 'Enter the amount, then redeem.' }),
  below_threshold: ({ thresholdFen, missingFen }) => ({
    reason: `For orders of ${f.yuan(thresholdFen)} or more; ${f.yuan(missingFen)} is missing.`,
    next: 'Change the amount once the order is large enough.',
  }),
  coupon_void: ({ why }) =>
    why === 'left'
      ? { reason: 'Whoever claimed this coupon was erased, so it is void.', next: 'Coupons claimed after joining again can be used.' }
      : {
          reason: 'This coupon came of an invite that was taken back, so it is void.',
          next: 'My invites says why. If you disagree, contact the organiser.',
        },
  invite_not_rewarded: ({ state }) => ({
    reason: state === 'reversed' ? 'This invite has been taken back already.' : 'This invite has brought no reward.',
    next: 'Only an invite that was rewarded can be taken back.',
  }),
  already_redeemed: ({ redeemedAt, clerk }) => ({
    reason: `This coupon was redeemed on ${f.moment(redeemedAt)} by ${clerk}.`,
    next: 'A coupon is used once. The owner can undo a mistake within 24 hours.',
  }),
  not_redeemed: () => ({
    reason: 'This coupon has not been redeemed; there is nothing to undo.',
    next: 'It can be used until the date on it.',
  }),
  undo_too_late: ({ hours }) => ({
    reason: `It was redeemed more than ${counted(hours, 'hour')} ago and cannot be undone.`,
    next: 'You can give this customer another coupon.',
  }),
  words_needed: () => ({
    reason: 'Neither a coupon nor points can make this good.',
    next: 'Write down how you made it good; that settles it.',
  }),
  complaint_open: ({ filedAt }) => ({
    reason: `You complained on ${f.moment(filedAt)}, and the owner has not answered yet.`,
    next: 'The answer will be shown here.',
  }),
  already_appealed: ({ appealedAt }) => ({
    reason: `You appealed on ${f.moment(appealedAt)}.`,
    next: 'The owner’s answer will stand here. Unanswered, the restriction ends by itself.',
  }),
  too_many_complaints: ({ max }) => ({
    reason: `At most ${counted(max, 'complaint')} about one campaign.`,
    next: 'Please use the contact in the campaign’s terms.',
  }),
  already_settled: ({ settledAt }) => ({
    reason: `This promise was made good at ${f.moment(settledAt)}.`,
    next: 'Both have their coupons. There is nothing left to do.',
  }),
  reminder_unavailable: () => ({
    reason: 'Reminders cannot be sent from here now.',
    next: 'The dates are on the coupon and in the calendar at any time.',
  }),
  unknown_action: () => ({ reason: 'This version is too old for this step.', next: 'Close the app and open it again.' }),
  sign_in_required: () => ({ reason: 'You are not signed in.', next: 'Open the app again; it signs you in by itself.' }),
  session_expired: () => ({ reason: 'Your sign-in has run out.', next: 'Open the app again; it signs you in by itself.' }),
  join_required: () => ({ reason: 'This is for members, and you have not joined.', next: 'Join the community; there is no form.' }),
  clerk_only: () => ({ reason: 'This page is for clerks and the owner.', next: 'Ask the owner to appoint you in the list of members.' }),
  owner_only: () => ({ reason: 'This page is for the owner.', next: 'See what is running on the home page.' }),
  invalid_input: () => ({ reason: 'Something is not filled in rightly; nothing was saved.', next: 'Mend what is marked and try again.' }),
  too_large: () => ({ reason: 'This is too long and was not sent.', next: 'Make it shorter and try again.' }),
  slow_down: ({ seconds }) => ({ reason: 'That was too fast.', next: `Try again in ${counted(seconds, 'second')}.` }),
  request_id_required: () => ({ reason: 'This step was not sent completely.', next: 'Tap once more.' }),
  request_id_reused: () => ({
    reason: 'This step differs from the one before and was not done again.',
    next: 'Refresh to see the outcome before you repeat it.',
  }),
  try_again: ({ reference }) => ({
    reason: `It did not work this time. Reference ${reference}`,
    next: 'What you typed is kept. Try again; nothing is done twice.',
  }),
  internal: ({ reference }) => ({
    reason: `Something is wrong on our side. Reference ${reference}`,
    next: 'Tell us the reference. What you typed is kept.',
  }),
  offline: () => ({
    reason: 'No network, and no answer came.',
    next: 'Try again with a network. What you typed is kept, and nothing is done twice.',
  }),
};
