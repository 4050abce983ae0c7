// The rules about chance and about votes: nothing is drawn, and no vote is paid for.
import { defineRule, operationRules, reviewRejections } from '#core/rules/policy/define-rule';

export const chanceRules = [
  defineRule({
    id: 'LOT-01',
    severity: 'block',
    basis: [operationRules('6.1.5'), reviewRejections('3.2.8.9')],
    check: ({ isRandom, amount }) => (isRandom || amount === 'random' ? [{ path: 'campaign' }] : []),
  }),
  defineRule({
    id: 'VOTE-01',
    severity: 'block',
    basis: [operationRules('5.24', '5.27')],
    check: ({ isVote, rewardForms, ranksCandidates }) =>
      (isVote && rewardForms.length > 0) || ranksCandidates ? [{ path: 'campaign' }] : [],
  }),
];
