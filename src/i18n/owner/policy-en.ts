// The operation rules in English: what each is called, what it says of what it found, and how to mend that.
import type { PolicyWords } from '#app/i18n/owner/policy-words';

const said = (about: string | null, otherwise: string, so: string) => (about === null ? otherwise : `“${about}” ${so}`);
const article = (numbers: string) => (numbers === '' ? '' : `, article ${numbers}`);

export const policyEn: PolicyWords = {
  title: 'Rules',
  intro: {
    blocked: 'The platform or the law does not allow these. Mend them to publish.',
    open: 'Please look at these once more. Publishing asks you to tick each of them.',
  },
  severities: { block: 'Not allowed', warn: 'Please confirm', info: 'Good to know' },
  mend: (how) => `To mend it: ${how}`,
  confirm: 'I have read this, and it is all right',
  confirmedTitle: 'Warnings that were confirmed at publishing',
  between: ', ',
  colon: ': ',
  space: ' ',
  clauses: {
    operation_rules: (numbers) => `WeChat operation rules ${numbers}`,
    review_rejections: (numbers) => `common review rejections ${numbers}`,
    promotion_rules: (numbers) => `provisions on sales promotions${article(numbers)}`,
    advertising_law: (numbers) => `advertising law${article(numbers)}`,
    pyramid_selling_ban: (numbers) => `ban on pyramid selling${article(numbers)}`,
    price_law: () => 'price law',
    category_rules: () => 'service categories of mini-programs',
  },
  subjects: {
    window: 'The days of the campaign',
    eligibility: 'Who may take part',
    steps: 'How to take part',
    reward: 'What is given, and how much',
    quantity: 'How many there are',
    per_person: 'The limit per person',
    use_window: 'When it can be used',
    where: 'Where it can be used',
    out_of_stock: 'What happens when all are gone',
    organiser: 'The organiser’s full name',
    contact: 'Whom to ask and to complain to',
  },
  rules: {
    'SHARE-01': {
      name: 'No reward for passing on',
      says: (about) =>
        said(about, 'The reward is for passing something on, which is not allowed.', 'sounds like a reward for passing it on.'),
      mend: 'reward what members do themselves: check in, come by, use a coupon.',
    },
    'SHARE-02': {
      name: 'Nothing behind a share',
      says: (about) => said(about, 'One has to share first, which is not allowed.', 'sounds as if one had to share first.'),
      mend: 'show and give it right away, whether people share or not.',
    },
    'SHARE-03': {
      name: 'The friend takes part',
      says: () => 'The inviter is rewarded although the friend has done nothing, which is not allowed.',
      mend: 'reward once the friend has checked in, claimed or come to the shop.',
    },
    'SHARE-04': {
      name: 'An invite pays a fixed reward',
      says: (about) => said(about, 'The reward of an invite has no fixed size.', 'is no fixed reward for an invite.'),
      mend: 'say how much each friend brings, the same for everybody.',
    },
    'SHARE-05': {
      name: 'Five in a team at most',
      says: (about) => said(about, 'A team has more than 5 people.', 'is more than the 5 people of a team, its initiator included.'),
      mend: 'make the team 5 people or fewer, its initiator among them.',
    },
    'SHARE-06': {
      name: 'An invite pays at once',
      says: (about) => said(about, 'The reward of an invite comes late, or can only be used later.', 'means that an invite is paid late.'),
      mend: 'give it the moment the friend takes part, without further conditions.',
    },
    'SHARE-07': {
      name: 'Few rewarded invites each',
      says: (about) => `One person can be rewarded more than ${about ?? '5'} times; the platform stops pages that are shared too much.`,
      mend: 'lower the limits per person, for each day and for the campaign.',
    },
    'SHARE-08': {
      name: 'No pressure to share',
      says: (about) => said(about, 'This presses people to share.', 'is easily taken for pressure to share.'),
      mend: 'say what the campaign is good for, and the condition in full.',
    },
    'DIST-01': {
      name: 'One level of invites',
      says: (about) => said(about, 'It pays for friends of friends or for what they spend.', 'is a word of selling in levels.'),
      mend: 'reward only friends whom somebody invited themselves; no entry fee, no commission.',
    },
    'LOT-01': {
      name: 'No chance',
      says: (about) => said(about, 'Chance decides who gets something or how much, which is not allowed.', 'sounds as if chance decided.'),
      mend: 'let everybody who does it get the same.',
    },
    'RULE-01': {
      name: 'Complete terms',
      says: (about) => said(about, 'The terms are not complete.', 'has to be said exactly.'),
      mend: 'add it: days, quantity, limit per person, how to use it, whom to ask.',
    },
    'RULE-02': {
      name: 'Terms that can be read',
      says: () => 'The terms are too small, too pale, or too far away.',
      mend: 'show them in 14 pixels or more, with contrast, one tap away.',
    },
    'RULE-03': {
      name: 'A promise gets no worse',
      says: () => 'This makes what was published worse for members.',
      mend: 'change it for the better only: more, longer, fewer conditions.',
    },
    'RULE-04': {
      name: 'A number for what is scarce',
      says: (about) => said(about, 'It does not say how many there are.', 'needs a number.'),
      mend: 'say how many there are.',
    },
    'PRICE-01': {
      name: 'Evidence for a comparison',
      says: (about) => said(about, 'There is a reference price without its evidence.', 'needs a real price or a real date behind it.'),
      mend: 'give the lowest price of the last 7 days in this shop with its day, or compare with nothing.',
    },
    'PRICE-02': {
      name: 'What costs nothing costs nothing',
      says: (about) => said(about, 'It says that it costs nothing, and charges a fee.', 'means that nobody pays anything. Is that so?'),
      mend: 'drop the fee, or say what has to be paid in all.',
    },
    'WORD-01': {
      name: 'No absolute claims',
      says: (about) => said(about, 'This claims too much.', 'claims too much, or promises what nobody can.'),
      mend: 'say facts that people can see: origin, weight, how it is made, dates.',
    },
    'WORD-02': {
      name: 'Not the platform',
      says: (about) => said(about, 'This looks as if the platform said it.', 'looks as if the platform or the system said it.'),
      mend: 'speak in the name of your own shop.',
    },
    'SUB-01': {
      name: 'No reward for reminders',
      says: (about) => said(about, 'It rewards people for accepting messages.', 'sounds like a reward for accepting messages.'),
      mend: 'leave reminders to people, apart from any reward.',
    },
    'FOL-01': {
      name: 'No reward for following',
      says: (about) =>
        said(about, 'It rewards following, adding, joining a group or downloading.', 'sounds like a reward for following or joining.'),
      mend: 'reward what members do in the shop, and drop this condition.',
    },
    'VOTE-01': {
      name: 'Votes earn nothing',
      says: (about) => said(about, 'It rewards votes, or ranks people.', 'sounds like rewarded votes or a ranking of people.'),
      mend: 'ask for opinions only, without points or coupons.',
    },
    'PAY-01': {
      name: 'No cash, no points for sale',
      says: (about) => said(about, 'It pays cash, or sells points or memberships.', 'sounds like paying cash or selling points.'),
      mend: 'give a coupon for the shop, or points for what members do.',
    },
    'PRIV-01': {
      name: 'No more data than needed',
      says: (about) => said(about, 'It asks for personal data, or shows real names.', 'asks for personal data that is not needed.'),
      mend: 'leave it out; at the counter a coupon’s code is enough.',
    },
    'MINOR-01': {
      name: 'For adults only',
      says: (about) => said(about, 'This may not be sold to minors.', 'may not be sold to minors.'),
      mend: 'check the age at the counter; where coupons or gifts are given, the terms say 18 years.',
    },
    'CAT-01': {
      name: 'A licence for some goods',
      says: (about) => said(about, 'This needs a licence.', 'needs a licence, and the community’s page records none for it.'),
      mend: 'record the licence on the community’s page, or choose other goods.',
    },
    'UGC-01': {
      name: 'Texts are checked first',
      says: () => 'This text has not passed the content check.',
      mend: 'put it otherwise, or save it again later.',
    },
    'JUMP-01': {
      name: 'Nobody is sent elsewhere',
      says: (about) => said(about, 'One has to open another app first.', 'sounds as if one had to open another app first.'),
      mend: 'let every step happen here and in the shop.',
    },
    'LOG-01': {
      name: 'Records for two years',
      says: () => 'Rules, notices, claims and redemptions are kept for two years at least.',
      mend: 'nothing to do: they are kept, and can be exported.',
    },
  },
};
