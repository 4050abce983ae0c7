// The words of coupons in English: the wall, the wallet, and why there is none.
import { counted, formatsEn as f } from '#app/i18n/formats-en';
import type { MemberWords } from '#app/i18n/member-zh-cn';
import type { Words } from '#app/i18n/words';

export const couponEn: Pick<MemberWords, 'wall' | 'wallet'> = {
  wall: {
    title: 'Offers',
    heading: 'Offers here',
    wallet: 'My coupons',
    walletCount: (count) => String(count),
    gone: 'All claimed',
    left: (left) => `${left} left`,
    lastLeft: (left) => `Only ${left} left`,
    claimed: (claimed, max) => `Claimed ${claimed}/${max}`,
    reserved: (claimed, max) => `Reserved ${claimed}/${max}`,
    claim: 'Claim',
    reserve: 'Reserve',
    reserveMany: (quantity, pay) => `Reserve ${quantity}, pay ${pay} there`,
    reservedDone: (until) => `Reserved. Pick it up by the end of ${until}.`,
    piecesLeft: (left) => `${left} left`,
    lastPiecesLeft: (left) => `Only ${left} left`,
    quantity: 'How many',
    fewer: 'One fewer',
    more: 'One more',
    claimMore: 'Claim another',
    claimedDone: (until) => `Yours. Show it at the counter by ${until}.`,
    open: 'Terms',
    openTicket: 'Open this coupon',
    empty: 'No coupon to claim now. New ones appear here.',
    inviteTitle: 'Invite a friend',
    inviteWorth: {
      both: (amount) => `A ${amount} coupon for each of you at your friend’s first check-in or claim`,
      friend: (amount) => `A ${amount} coupon for your friend at their first check-in or claim`,
      inviter: (amount) => `A ${amount} coupon for you at your friend’s first check-in or claim`,
    },
    inviteCount: (invited, max) => `${counted(invited, 'friend')} rewarded, ${max} at most`,
    invite: 'Invite',
    verify: 'I am in the group: check again',
  },
  wallet: {
    title: 'Wallet',
    empty: 'No coupon yet. Claim one from the offers.',
    toWall: 'See the offers',
    usable: 'Ready to use',
    past: 'Used and expired',
    states: { not_yet: 'Not yet', usable: 'Usable', redeemed: 'Redeemed', expired: 'Expired', void: 'Void' },
    reason: {
      claim: 'Claimed',
      invited: 'Friend’s invite',
      invited_a_friend: 'For inviting',
      make_good: 'A promise made good',
      welcome: 'Welcome gift',
      exchange: 'Points exchange',
      season_prize: 'Season prize',
      trial: 'Trial',
    },
    daysLeft: (days) => (days === 1 ? 'Last day today' : `${days} days left`),
    redeemedAt: (moment) => `Redeemed ${moment}`,
    frozen: (version) => `Terms as you claimed them, version ${version}. Later changes do not touch it`,
  },
};

export const couponNoEn = {
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
  coupon_not_yet: ({ useFromOn }) => ({
    reason: `This coupon can be used from ${f.day(useFromOn)}.`,
    next: 'Show it again from that day.',
  }),
  coupon_expired: ({ useUntilOn }) => ({
    reason: `This coupon could be used until ${f.day(useUntilOn)} and is over.`,
    next: 'See whether there is another one in the wallet.',
  }),
  coupon_void: ({ why }) =>
    why === 'left'
      ? { reason: 'Whoever claimed this coupon was erased, so it is void.', next: 'Coupons claimed after joining again can be used.' }
      : {
          reason: 'This coupon came of an invite that was taken back, so it is void.',
          next: 'My invites says why. If you disagree, contact the organiser.',
        },
} satisfies Partial<Words['no']>;
