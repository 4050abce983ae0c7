// Whatever the operation rules find in a campaign stands somewhere on its form: at the field that it concerns, or above all fields.
import { expect, test } from 'vitest';
import { type CampaignForm, declarationsOf, formOf, isAsked } from '#app/features/campaign/campaign-form';
import { isBeside, worstOf } from '#app/features/campaign/editor-findings';
import { fieldName } from '#app/features/campaign/field-names';
import { withOwnersWords } from '#app/i18n/owners-words';
import { zhCn } from '#app/i18n/zh-cn';
import { countsIn } from '#core/rules/campaign/parameters';
import { type CampaignTypeCode, campaignTypeCodes, campaignTypes } from '#core/rules/campaign/types/index';
import { factsOf } from '#core/rules/policy/facts-of';
import { judge } from '#core/rules/policy/judge';
import { aCampaign, aCommunity } from '../support/documents';
import { offeredType } from '../support/offered-types';

const types: readonly CampaignTypeCode[] = campaignTypeCodes;

/** A campaign whose every text says what none may say, in a community and a group that say it, too. */
function worstOfAll(type: CampaignTypeCode) {
  const { parameters } = aCampaign(type);
  const spoilt = Object.entries(
    campaignTypes[type].parameters as Record<string, { kind: string; columns?: Record<string, { kind: string }> }>,
  ).map(([name, { kind, columns = {} }]) => {
    // What is not asked for is not kept either.
    if (!countsIn(name, campaignTypes[type].parameters, parameters)) return [name, parameters[name]];
    if (kind === 'text') return [name, '转发抽奖'];
    const rows = parameters[name];
    if (kind !== 'rows' || !Array.isArray(rows)) return [name, parameters[name]];
    const texts = Object.fromEntries(
      Object.entries(columns).flatMap(([column, one]) => (one.kind === 'text' ? [[column, '转发抽奖']] : [])),
    );
    return [name, (rows as readonly object[]).map((row) => ({ ...row, ...texts }))];
  });
  const campaign = aCampaign(type, { title: '转发抽奖', summary: '啤酒秒杀', groupId: 'g', parameters: Object.fromEntries(spoilt) });
  const community = aCommunity({ name: '抽奖群', promise: '全网最低', groups: [{ groupId: 'g', label: '清仓群', boundAt: 0 }] });
  return { campaign, findings: judge(factsOf(campaign, community)) };
}

test.each(types)('every finding in a %s has a place', (type) => {
  const declarations = declarationsOf(offeredType(type));
  const { campaign, findings } = worstOfAll(type);
  const form: CampaignForm = formOf(campaign as never, declarations);
  const hasField = (path: string) =>
    ['title', 'summary', 'groupId'].includes(path) || isAsked(form, declarations, path.split('.')[0] ?? '') === true;
  const paths = Object.keys(worstOf(findings));
  expect(paths.length).toBeGreaterThan(3);
  expect(paths.filter((path) => !isBeside(path) && !hasField(path))).toEqual([]);
  expect(paths.filter((path) => !isBeside(path) && fieldName(withOwnersWords(zhCn), type, path) === path)).toEqual([]);
});
