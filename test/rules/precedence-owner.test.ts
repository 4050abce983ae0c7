// The order in which an owner hears what is wrong with a campaign: each row repairs the fault before it.
import { describe, expect, test } from 'vitest';
import { everybody } from '#core/rules/campaign/audience';
import { decideEnd, decidePause, decidePublish, decideSave, draftProblems } from '#core/rules/campaign/lifecycle';
import type { Decision } from '#core/rules/decision';
import type { Finding, PolicyRuleId } from '#core/rules/policy/rule-ids';
import type { CampaignDocument, CommunityDocument } from '#core/tables';
import { aCampaign, aCommunity, aStock } from '../support/documents';

const community = aCommunity();

function codeOf(decision: Decision<unknown>): string {
  return decision.kind === 'refused' ? decision.refusal.code : 'done';
}

describe('the owner hears', () => {
  test('that it is no draft any more before a text that may not be said, and what needs a look after what is missing', () => {
    const risky = [{ path: 'draft.title', verdict: { result: 'risky', label: 'abuse', word: null } }] as const;
    const save = (state: 'live' | 'draft') => decideSave(aCampaign('coupon_drop', { state }), 'new', aCampaign('coupon_drop'), risky);
    expect([codeOf(save('live')), codeOf(save('draft'))]).toEqual(['campaign_not_draft', 'content_refused']);
    const waiting = aCampaign('coupon_drop', { groupId: 'nobody', inReview: [{ path: 'title', word: null }] });
    expect(draftProblems(waiting, community, '2026-03-10').map(({ problem }) => problem)).toEqual(['unknown_group', 'content_review']);
  });

  test('that it is no draft any more, then what is missing, then what a rule blocks, then what is not confirmed', () => {
    const broken = { endsOn: '2026-02-01' };
    const block = { rule: 'LOT-01', severity: 'block', path: 'title', about: '抽奖' } as const;
    const warning = { rule: 'PRICE-01', severity: 'warn', path: 'title', about: '秒杀' } as const;
    const full: CommunityDocument = { ...community, openCampaigns: Array.from({ length: 50 }, (_, n) => `open-${n}`) };
    const publish = (
      part: Partial<CampaignDocument>,
      findings: readonly Finding[],
      confirmed: readonly PolicyRuleId[],
      town: CommunityDocument = full,
    ) => codeOf(decidePublish(aCampaign('coupon_drop', part), town, '2026-03-10', { findings, confirmed }));
    expect(publish({ ...broken, state: 'live' }, [block, warning], [])).toBe('campaign_not_draft');
    expect(publish({ ...broken, state: 'draft' }, [block, warning], [])).toBe('draft_incomplete');
    expect(publish({ state: 'draft' }, [block, warning], ['LOT-01', 'PRICE-01'])).toBe('policy_blocked');
    expect(publish({ state: 'draft' }, [warning], ['LOT-01'])).toBe('policy_unconfirmed');
    expect(publish({ state: 'draft' }, [warning], ['PRICE-01'])).toBe('too_many_open');
    expect(publish({ state: 'draft' }, [warning], ['PRICE-01'], community)).toBe('done');
  });

  test.each([
    [{ startsOn: '2026-03-11', endsOn: '2026-03-10' }, 'endsOn not_in_order'],
    [{ startsOn: '2026-02-01', endsOn: '2026-03-09' }, 'endsOn in_the_past'],
    [{ startsOn: '2026-03-01', endsOn: '2027-03-02' }, 'endsOn too_large'],
    [{ groupId: 'nobody' }, 'groupId unknown_group'],
    [{ audience: { ...everybody, tags: ['nothing'] } }, 'audience.tags unknown_tag'],
    [{ audience: { ...everybody, earlyTier: 'fan' } }, 'audience.earlyHours too_small'],
    [{ parameters: { amountOffFen: 3_000 } }, 'amountOffFen not_below_threshold'],
    [{ parameters: { useUntilOn: '2026-03-30' } }, 'useUntilOn too_small'],
    [{ parameters: { stock: 2, perMemberMax: 3 } }, 'perMemberMax too_large'],
  ] as const)('of a draft with %j: %s', (part, problem) => {
    const problems = draftProblems(aCampaign('coupon_drop', part), community, '2026-03-10');
    expect(problems.map((one) => `${one.path} ${one.problem}`)).toContain(problem);
  });

  test('of a campaign for a year and a day that it is too long, of a year that it is not', () => {
    const problems = (endsOn: string) =>
      draftProblems(
        aCampaign('coupon_drop', { startsOn: '2026-03-10', endsOn, parameters: { useUntilOn: endsOn } }),
        community,
        '2026-03-10',
      );
    expect(problems('2027-03-10')).toEqual([]);
    expect(problems('2027-03-11')).toMatchObject([{ path: 'endsOn', problem: 'too_large', limit: 366 }]);
  });

  test('of a campaign that is over that it can be neither paused nor ended', () => {
    const over = aCampaign('coupon_drop', { state: 'ended' });
    expect([codeOf(decidePause(over)), codeOf(decideEnd(over, aStock()))]).toEqual(['campaign_not_live', 'campaign_not_live']);
  });
});
