// Every operation rule: what it must find, what it must leave alone, and that campaigns of our own types and our own words pass.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { defaultParameters } from '#core/rules/campaign/parameters';
import { campaignTypeCodes, campaignTypes } from '#core/rules/campaign/types/index';
import type { CampaignFacts } from '#core/rules/policy/campaign-facts';
import { factsOf } from '#core/rules/policy/facts-of';
import { judge, policyRefusal } from '#core/rules/policy/judge';
import { policyRuleIds } from '#core/rules/policy/rule-ids';
import { policyRules } from '#core/rules/policy/rules/index';
import { TERMS_DISPLAY } from '#core/rules/policy/text-facts';
import { demoCampaigns } from '#server/hosts/node/demo/demo-campaigns';
import { aCampaign, aCommunity } from '../../support/documents';
import { type PolicyCase, plainFacts, policyCases } from './cases';

const factsFrom = (given: PolicyCase): CampaignFacts =>
  typeof given === 'string' ? { ...plainFacts, texts: [{ path: 'title', text: given }] } : { ...plainFacts, ...given };
const named = (given: PolicyCase) => [typeof given === 'string' ? given : JSON.stringify(given), given] as const;

describe('the table', () => {
  test('has every rule once, in order, each with the clauses that it rests on', () => {
    expect(policyRules.map(({ id }) => id)).toEqual(policyRuleIds);
    expect(policyRules.filter(({ basis }) => basis.length === 0)).toEqual([]);
  });

  test('finds nothing to mind in a plain campaign', () => {
    expect(judge(plainFacts).filter(({ severity }) => severity !== 'info')).toEqual([]);
  });

  test.each(policyRules)('$id has at least five cases that it finds and five near misses', ({ id }) => {
    expect(policyCases[id].found.length).toBeGreaterThanOrEqual(5);
    expect(policyCases[id].fine.length).toBeGreaterThanOrEqual(5);
  });
});

describe.each(policyRules)('$id', (rule) => {
  const { found, fine } = policyCases[rule.id];

  test.each(found.map(named))('finds %s', (_name, given) => {
    const findings = rule.check(factsFrom(given));
    expect(findings.map((finding) => finding.rule)).toContain(rule.id);
    expect(policyRefusal(findings, [])?.code ?? 'info').toBe(
      rule.severity === 'info' ? 'info' : findings.some(({ severity }) => severity === 'block') ? 'policy_blocked' : 'policy_unconfirmed',
    );
  });

  test.each(fine.map(named))('leaves %s alone', (_name, given) => {
    expect(rule.check(factsFrom(given))).toEqual([]);
  });

  test('is as grave as it says in the worst of its cases', () => {
    const severities = found.flatMap((given) => rule.check(factsFrom(given))).map(({ severity }) => severity);
    expect(severities).toContain(rule.severity);
    if (rule.severity !== 'block') expect(severities).not.toContain('block');
  });
});

test('a reward by chance is refused, whatever else is right with it', () => {
  for (const byChance of [{ isRandom: true }, { amount: 'random' }] as const) {
    const findings = judge({ ...plainFacts, ...byChance });
    expect(policyRefusal(findings, policyRuleIds)).toEqual({ code: 'policy_blocked', data: { rules: ['LOT-01'] } });
  }
});

test('no near miss of one rule is blocked by another', () => {
  const blocked = Object.values(policyCases)
    .flatMap(({ fine }) => fine)
    .filter((given): given is string => typeof given === 'string')
    .flatMap((text) => judge(factsFrom(text)).filter(({ severity }) => severity === 'block'));
  expect(blocked).toEqual([]);
});

describe('a campaign of our own', () => {
  const window = { startsOn: '2026-03-01', endsOn: '2026-03-30' };
  const community = aCommunity();

  /** The defaults of a type, with something in the texts that nobody can write for the owner. */
  function fromDefaults(type: (typeof campaignTypeCodes)[number]) {
    const { parameters } = campaignTypes[type];
    const values = Object.entries(defaultParameters(parameters, window)).map(([name, value]) => {
      const declaration = parameters[name];
      return [name, declaration?.kind === 'text' && value === '' ? '店里的一份早餐面包' : value];
    });
    return aCampaign(type, { ...window, title: '三月活动', parameters: Object.fromEntries(values) });
  }

  test.each(campaignTypeCodes)('%s passes as its form begins', (type) => {
    const findings = judge(factsOf(fromDefaults(type), community));
    expect(findings.filter(({ severity }) => severity !== 'info')).toEqual([]);
  });

  test.each(campaignTypeCodes)('%s is complete, so that its terms are judged', (type) => {
    expect(factsOf(fromDefaults(type), community).terms).not.toBeNull();
  });

  test('no campaign of ours is decided by chance', () => {
    const facts = campaignTypeCodes.map((type) => factsOf(fromDefaults(type), community));
    expect(facts.filter(({ isRandom, amount }) => isRandom || amount !== 'fixed')).toEqual([]);
  });

  test('is judged by everything that people read beside it', () => {
    const texts = { title: '抽奖一', summary: '抽奖二', groupId: 'g' };
    const beside = aCommunity({ promise: '抽奖三次', groups: [{ groupId: 'g', label: '抽奖群', boundAt: 0 }] });
    const found = judge(factsOf(aCampaign('coupon_drop', texts), beside)).filter(({ rule }) => rule === 'LOT-01');
    expect(found.map(({ path }) => path)).toEqual(['title', 'summary', 'community.promise', 'groupId']);
  });

  test('of the demo passes', () => {
    const day = (n: number) => `2026-03-${String(1 + (n % 28)).padStart(2, '0')}`;
    const blocked = demoCampaigns.flatMap(({ draft }) =>
      judge(factsOf({ ...aCampaign(draft(day).type), ...draft(day) } as never, community)).filter(({ severity }) => severity === 'block'),
    );
    expect(blocked).toEqual([]);
  });
});

test('our screens show terms as the rule is told', () => {
  const styles = readFileSync(join(__dirname, '..', '..', '..', 'src', 'ui', 'terms-list.scss'), 'utf8');
  const sizes = [...styles.matchAll(/font-size: (\d+)px/g)].map((size) => Number(size[1]));
  expect(Math.min(...sizes)).toBe(TERMS_DISPLAY.fontPx);
});
