// What owners and members both read, in English.
import type { CommonWords } from '#app/i18n/common-zh-cn';
import { counted } from '#app/i18n/formats-en';

export const commonEn: CommonWords = {
  shared: {
    cancel: 'Cancel',
    person: (name, tag) => name ?? `Member ${tag}`,
    roles: { visitor: 'Visitor', member: 'Member', clerk: 'Clerk', co_owner: 'Co-owner', owner: 'Owner' },
    states: { draft: 'Draft', live: 'Running', paused: 'Paused', ended: 'Ended', scheduled: 'Not started' },
    starts: (day) => `Not started, starts ${day}`,
    everyone: 'All members',
    onlyGroup: (label) => `Only “${label}”`,
  },
  fields: {
    tooShort: (min) => `At least ${counted(min, 'character')}.`,
    tooLong: (max) => `At most ${counted(max, 'character')}.`,
    oddCharacters: 'There is a character that cannot be used.',
    contentRefused: (word) => `${word === null ? 'This text' : `“${word}”`} did not pass the content check. Put it in other words.`,
    notMoney: 'Type an amount, such as 5 or 5.50.',
    tooPrecise: 'At most two decimals.',
    notWhole: 'Type a whole number, such as 30.',
  },
  card: {
    until: (day) => `Until ${day}`,
    checkin: {
      perDay: (points) => `${counted(points, 'point')} for each check-in`,
      daysOnly: 'Check in each day and count',
      milestone: (days, points) => `${counted(days, 'day')} in a row: ${counted(points, 'point')} more`,
      mark: '印',
    },
    coupon: {
      limit: (stock, max) => `${stock} coupons, ${max} each`,
    },
    trial: {
      mark: '+',
      gives: (item) => `Come and try: ${item}`,
      firstCome: 'First come, then say how it was',
      criteria: 'Chosen as stated, then say how it was',
      places: (places) => `Places: ${places}`,
    },
    content: {
      marks: { quiz: '?', poll: '%', topic: '…', question: '?', notice: '@' },
      quiz: (questions, points) =>
        points === 0
          ? `${counted(questions, 'question')}: what do you know?`
          : `${counted(questions, 'question')}, ${counted(points, 'point')} for each right one`,
      topic: 'Say something about it',
      question: 'Ask what you want to know, answer what you know',
    },
    groupPrice: {
      limit: (stock, max) => `${stock} in all, ${max} each`,
    },
    invite: {
      gives: {
        both: (amount) => `A ${amount} coupon for each of you`,
        friend: (amount) => `A ${amount} coupon for your friend`,
        inviter: (amount) => `A ${amount} coupon for each friend`,
      },
      moment: 'at your friend’s first check-in or claim',
      me: 'Me',
      friend: 'You',
    },
    terms: 'Open for the complete terms',
    app: 'Qunhui',
  },
  versions: {
    title: 'All versions',
    first: 'As published',
    from: (version, moment) => `Version ${version} · ${moment}`,
  },
  reasons: {
    advertising: 'It looks like an advertisement',
    offensive: 'It could offend',
    impersonation: 'It could be taken for somebody else',
    private: 'It tells private facts',
    other: 'It is not fit to be shown',
  },
};
