// The owner's words in English for looking into the invites of a campaign.
import type { InviteReviewWords } from '#app/i18n/owner/invite-zh-cn';

export const inviteReviewEn: InviteReviewWords = {
  title: 'Invites',
  intro: 'Who invited whom, and how far it came. Take a reward back only where fraud is shown; unused coupons become void, used ones stay.',
  pair: (inviter, friend) => `${inviter} invited ${friend}`,
  states: { opened: 'Opened', joined: 'Joined', rewarded: 'Rewarded', refused: 'Does not count', reversed: 'Taken back' },
  coupons: (coupons) => `${coupons} given`,
  reverse: 'Take the reward back',
  reverseTitle: 'Take back the reward of this invite?',
  reverseEffect: [
    'Coupons that it brought to either side and that are not used become void.',
    'The inviter sees the reason and what shows it.',
    'This cannot be undone.',
  ],
  reason: 'What is shown',
  fraud: { same_person: 'One person, several accounts', not_a_person: 'A program acted', paid_to_act: 'Somebody was paid to take part' },
  evidence: 'What shows it',
  evidenceExample: 'Such as: both accounts redeemed on one phone',
  evidenceHint: '4 to 60 characters; the inviter sees it.',
  confirm: 'Take back',
  reversed: (voided, used) => `Taken back: ${voided} void${used === 0 ? '' : `; ${String(used)} had been used and stay`}.`,
  why: (reason, evidence) => `${reason}: ${evidence}`,
  empty: 'Nobody has opened an invite yet.',
};
