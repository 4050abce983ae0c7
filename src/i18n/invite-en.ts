// The words of invites in English: the list, the poster, and why one does not count.
import { counted } from '#app/i18n/formats-en';
import type { MemberWords } from '#app/i18n/member-zh-cn';
import type { Words } from '#app/i18n/words';

export const inviteEn: Pick<MemberWords, 'invites' | 'poster'> = {
  invites: {
    title: 'My invites',
    heading: {
      both: (amount) => `A ${amount} coupon for you and for your friend`,
      friend: (amount) => `A ${amount} coupon for your friend`,
      inviter: (amount) => `A ${amount} coupon for you, for each friend`,
    },
    intro: 'Coupons arrive at your friend’s first check-in or claim. One level only; sending itself earns nothing.',
    step: (friends, amount) => `One more ${amount} coupon at the first check-in or claim of friend ${friends}`,
    stepDone: 'Earned',
    stepMissing: (friends) => `${friends} to go`,
    send: 'Send an invite card',
    poster: 'Make a poster',
    sent: 'The invite card is sent.',
    copied: 'The link is copied. Paste it to your friend.',
    impossible: 'It cannot be sent from here. Use the poster.',
    states: { opened: 'Opened', joined: 'Joined', rewarded: 'Rewarded', refused: 'Does not count', reversed: 'Taken back' },
    nextStep: {
      opened: 'Waiting for them to join, then to check in or claim.',
      joined: 'Waiting for their first check-in or claim.',
      rewarded: '',
      refused: '',
      reversed: '',
    },
    steps: ['Opened', 'Joined', 'First deed', 'Coupon'],
    coming: {
      both: (amount) => `Then each of you gets a ${amount} coupon.`,
      friend: (amount) => `Then they get a ${amount} coupon.`,
      inviter: (amount) => `Then you get a ${amount} coupon.`,
    },
    openedAt: (moment) => `Opened ${moment}`,
    again: 'Send again',
    coupons: (count) => (count === 0 ? '' : `${counted(count, 'coupon')} for you, in your wallet.`),
    reversed: (reason, evidence) => `The organiser took it back: ${reason}. ${evidence}`,
    fraud: {
      same_person: 'one person with several accounts',
      not_a_person: 'a program acted',
      paid_to_act: 'somebody was paid to take part',
    },
    appeal: 'Unused coupons are void. If you disagree, contact the organiser.',
    empty: 'Nobody has opened your invite yet.',
    none: 'No invite campaign is running now.',
    list: 'Each invite',
    progress: (rewarded, max) => `Rewarded ${rewarded}/${max}`,
  },
  poster: {
    title: 'Invite poster',
    hint: 'Press and hold to save it; send or print it.',
    noCode: 'A mini-program code can be made once the mini-program is published. For now, send the invite card.',
    cannotDraw: 'This phone cannot draw the poster. Send the invite card instead.',
    drawing: 'Drawing the poster',
    scan: 'Scan, read the terms, then decide',
    reward: {
      both: (amount) => `A ${amount} coupon for each of us at your first check-in or claim`,
      friend: (amount) => `A ${amount} coupon for you at your first check-in or claim`,
      inviter: (amount) => `At your first check-in or claim I get a ${amount} coupon`,
    },
    image: 'Invite poster',
  },
};

export const inviteRefusalsEn: Words['inviteRefusals'] = {
  self: 'This is your own invite; you cannot invite yourself.',
  loop: 'You are tied by an invite already; it does not count the other way round.',
  already_member: 'This friend was a member already.',
  already_invited: 'This friend opened another invite first.',
  touch_expired: 'The first check-in or claim came too long after the invite was opened.',
  limit_reached: 'The inviter has reached the limit.',
  campaign_over: 'The campaign is paused or has ended.',
  sold_out: 'All the coupons have been given.',
  left: 'One of the two has left and was erased.',
  stopped: 'This invite brings no reward for now.',
};

export const inviteNoEn = {
  invite_not_rewarded: ({ state }) => ({
    reason: state === 'reversed' ? 'This invite has been taken back already.' : 'This invite has brought no reward.',
    next: 'Only an invite that was rewarded can be taken back.',
  }),
} satisfies Partial<Words['no']>;
