// What an invite campaign with steps sets aside: enough for every friend that it names, however they are spread over inviters.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inviteReward } from '#core/rules/campaign/types/invite-reward';
import { points } from '#core/values/points';
import { aCampaign } from '../../support/documents';

const on = '2026-03-10';
const anySteps = fc
  .uniqueArray(fc.integer({ min: 2, max: 4 }), { maxLength: 3 })
  .map((friends) => [...friends].sort((a, b) => a - b).map((count) => ({ friends: count, amountOffFen: 300 })));

test('pays every one of its friends before it can be sold out', () => {
  fc.assert(
    fc.property(
      anySteps,
      fc.constantFrom('both', 'friend', 'inviter'),
      fc.array(fc.nat({ max: 6 }), { minLength: 1, maxLength: 40 }),
      (steps, sides, inviters) => {
        const draft = aCampaign('invite_reward', { parameters: { steps, sides, pairs: inviters.length, inviterMax: 4, inviterDayMax: 3 } });
        const values = draft.parameters as never;
        let { coupons } = inviteReward.reserve(values, draft);
        const rewarded = new Map<number, number>();
        for (const inviter of inviters) {
          const total = rewarded.get(inviter) ?? 0;
          const facts = { draft, version: 1, on, left: { coupons, points: points(0) }, openedAt: 0, at: 0 };
          const decision = inviteReward.decide(values, { ...facts, invites: { total, on: '2026-03-01', today: 0 } });
          if (total >= 4) expect(decision).toEqual({ kind: 'refuse_invite', reason: 'limit_reached' });
          else {
            expect(decision.kind).toBe('give');
            if (decision.kind === 'give') coupons -= decision.grants.length;
            rewarded.set(inviter, total + 1);
          }
          expect(coupons).toBeGreaterThanOrEqual(0);
        }
      },
    ),
    { numRuns: 300 },
  );
});
