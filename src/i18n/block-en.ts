// What the app says in English to somebody whom the owner has put out.
import type { BlockWords } from '#app/i18n/block-zh-cn';
import { formatsEn as f } from '#app/i18n/formats-en';
import { reasonIn } from '#app/i18n/say-block';
import type { Words } from '#app/i18n/words';

const reasons = {
  advertising: 'advertising',
  harassing: 'bothering others',
  cheating: 'cheating for rewards',
  rules: 'breaking the group’s rules',
  other: 'another reason',
};

const comma = ', ';

export const blockEn: BlockWords = {
  title: 'You were put out of this community',
  reasons,
  comma,
  why: (reason) => `The owner’s reason: ${reason}`,
  keeps:
    'Coupons you claimed can still be used, and your points stay. You can export your data, or erase it; erasing does not let you back in.',
  cannot: 'You cannot check in, claim, exchange, write, vote or invite, and are on no board.',
  appealIntro: 'You can appeal once. The owner will read it.',
  appealExample: 'For example: I did not send that message',
  kept: 'The owner has read your appeal; the decision stands.',
};

const next = {
  none: 'You can appeal once, on the home page. Coupons you claimed can still be used.',
  waiting: 'The owner has your appeal. Coupons you claimed can still be used.',
  answered: 'The owner has answered your appeal; the decision stands. Coupons you claimed can still be used.',
} as const;

export const blockNoEn = {
  blocked: ({ appeal, ...block }) => ({
    reason: `You were put out of this community: ${reasonIn(reasons, comma, block)}.`,
    next: next[appeal],
  }),
  already_blocked: ({ at }) => ({
    reason: `This member was put out on ${f.moment(at)} already.`,
    next: 'Refresh to see the reason; it can be taken back any time.',
  }),
  not_blocked: () => ({ reason: 'This member is not put out.', next: 'Refresh to see how things stand.' }),
} satisfies Partial<Words['no']>;
