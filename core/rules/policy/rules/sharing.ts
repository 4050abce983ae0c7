// The rules about passing things on: what may be rewarded, when, how much, and how often.

import type { Deed, InviteFacts } from '#core/rules/policy/campaign-facts';
import { defineRule, type Found, operationRules, reviewRejections } from '#core/rules/policy/define-rule';
import { plainText } from '#core/rules/policy/find-words';

/** The largest team that may share a reward, its initiator included: operation rule 5.1.8. */
const TEAM_MAX = 5;

/** Above these a person is asked whether it has to be so many: our own numbers, since WeChat names none (5.1.9, 5.28). */
export const INVITES_MAX = 5;
const INVITES_DAY_MAX = 3;

const shares: readonly Deed[] = ['share', 'forward', 'share_to_timeline', 'friend_opens'];
const isShare = (deed: Deed | null) => deed !== null && shares.includes(deed);

const ownDeeds: InviteFacts['friendDoes'] = ['checks_in', 'claims', 'redeems'];

/** Whether each of the ways to a reward is a deed of the friend's own. */
function isOwnDeed({ friendDoes }: InviteFacts): boolean {
  return friendDoes.length > 0 && friendDoes.every((deed) => ownDeeds.includes(deed));
}

const whole: readonly Found[] = [{ path: 'campaign' }];
const none: readonly Found[] = [];

/** More than five people in words or digits, as in 10 人成团; what comes together to eat or to celebrate is no team. */
const largeTeam = /(?:[六七八九十百]|[1-9]\d+|[6-9])人(?:成团|拼团|组队|团(?!聚|圆|建))/u;

export const sharingRules = [
  defineRule({
    id: 'SHARE-01',
    severity: 'block',
    basis: [operationRules('5.1.1', '5.1.3', '5.1.4', '5.3.1')],
    check: ({ rewardedFor }) => (isShare(rewardedFor) ? whole : none),
  }),
  defineRule({
    id: 'SHARE-02',
    severity: 'block',
    basis: [operationRules('5.1.1')],
    check: ({ lockedUntil }) => (isShare(lockedUntil) ? whole : none),
  }),
  defineRule({
    id: 'SHARE-03',
    severity: 'block',
    basis: [operationRules('5.1.4')],
    check: ({ invite }) => (invite === null || isOwnDeed(invite) ? none : whole),
  }),
  defineRule({
    id: 'SHARE-04',
    severity: 'block',
    basis: [operationRules('5.1.6')],
    check: ({ invite, amount }) => (invite === null || amount === 'fixed' ? none : whole),
  }),
  defineRule({
    id: 'SHARE-05',
    severity: 'block',
    basis: [operationRules('5.1.8')],
    check: ({ invite, texts }) => [
      ...(invite !== null && invite.teamSize > TEAM_MAX ? [{ path: 'campaign', about: String(invite.teamSize) }] : []),
      ...texts.flatMap(({ path, text }) => {
        const team = largeTeam.exec(plainText(text));
        return team === null ? [] : [{ path, about: team[0] }];
      }),
    ],
  }),
  defineRule({
    id: 'SHARE-06',
    severity: 'block',
    basis: [operationRules('5.1.7')],
    check: ({ invite }) => (invite !== null && (invite.paidAfterDays > 0 || invite.usableAfterInvites > 0) ? whole : none),
  }),
  defineRule({
    id: 'SHARE-07',
    severity: 'warn',
    basis: [operationRules('5.1.9', '5.28')],
    check({ invite }) {
      if (invite === null) return none;
      const { inviterMax, inviterDayMax } = invite;
      return [
        ...(inviterMax === null || inviterMax > INVITES_MAX ? [{ path: 'inviterMax', about: String(INVITES_MAX) }] : []),
        ...(inviterDayMax === null || inviterDayMax > INVITES_DAY_MAX ? [{ path: 'inviterDayMax', about: String(INVITES_DAY_MAX) }] : []),
      ];
    },
  }),
  defineRule({ id: 'SHARE-08', severity: 'block', basis: [operationRules('5.1.2', '5.1.5'), reviewRejections('3.2.1')] }),
];
