// The rules about tasks that have nothing to do with the shop: subscribing, following, going elsewhere, and money.
import type { Deed } from '#core/rules/policy/campaign-facts';
import { defineRule, operationRules, reviewRejections } from '#core/rules/policy/define-rule';

const whole = [{ path: 'campaign' }];

/** Whether one of some deeds is rewarded, or demanded before there is anything to see. */
const asks = (deeds: readonly Deed[], ...asked: readonly (Deed | null)[]) => asked.some((deed) => deed !== null && deeds.includes(deed));

export const taskRules = [
  defineRule({
    id: 'SUB-01',
    severity: 'block',
    basis: [operationRules('5.21')],
    check: ({ rewardedFor, lockedUntil }) => (asks(['subscribe', 'tap_message'], rewardedFor, lockedUntil) ? whole : []),
  }),
  defineRule({
    id: 'FOL-01',
    severity: 'block',
    basis: [operationRules('5.3.2', '5.29'), reviewRejections('3.2.1')],
    check: ({ rewardedFor, lockedUntil }) =>
      asks(['follow_account', 'add_friend', 'join_group', 'download'], rewardedFor, lockedUntil) ? whole : [],
  }),
  defineRule({
    id: 'JUMP-01',
    severity: 'block',
    basis: [operationRules('5.3.2', '5.10', '5.23.7')],
    check: ({ rewardedFor, lockedUntil, leadsTo }) =>
      asks(['open_elsewhere'], rewardedFor, lockedUntil) || leadsTo.length > 0 ? whole : [],
  }),
  defineRule({
    id: 'PAY-01',
    severity: 'block',
    basis: [operationRules('5.3', '5.13', '5.17')],
    check: ({ sells, rewardForms }) =>
      sells.length > 0 || rewardForms.includes('cash') || rewardForms.includes('red_packet') ? whole : [],
  }),
];
