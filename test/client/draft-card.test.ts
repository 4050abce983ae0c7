// The card of a campaign while it is written: it follows what is typed, whatever stands in the form.
import { describe, expect, test } from 'vitest';
import { type CampaignForm, declarationsOf, formOf } from '#app/features/campaign/campaign-form';
import { cardPictureOf, sayGives } from '#app/features/campaign/card-picture';
import { draftCard } from '#app/features/campaign/draft-card';
import { en } from '#app/i18n/en';
import { zhCn } from '#app/i18n/zh-cn';
import { type CampaignTypeCode, campaignTypeCodes } from '#core/rules/campaign/types/index';
import { offeredType } from '../support/offered-types';

const all: readonly CampaignTypeCode[] = campaignTypeCodes;

function begun(code: CampaignTypeCode) {
  const offered = offeredType(code);
  const declarations = declarationsOf(offered);
  return { form: formOf(offered.start as never, declarations), declarations };
}

/** Everything on the card. */
function saidOn(
  words: typeof zhCn,
  form: CampaignForm,
  declarations: ReturnType<typeof begun>['declarations'],
  label: string | null = null,
) {
  return Object.values(cardPictureOf(words, draftCard(form, declarations, '还没有标题', label), '青禾面包房')).join(' ');
}

describe.each(all)('the card of a %s', (code) => {
  test.each([zhCn, en])('can be drawn before anything is typed', (words) => {
    const { form, declarations } = begun(code);
    const said = saidOn(words, form, declarations);
    expect(said).toContain('还没有标题');
    expect(said).not.toMatch(/undefined|NaN|null/);
  });

  test('can be drawn with nothing that can be read', () => {
    const { form, declarations } = begun(code);
    const fields = Object.fromEntries(Object.entries(form.fields).map(([name, text]) => [name, typeof text === 'string' ? '?' : []]));
    expect(saidOn(zhCn, { ...form, title: '  ', fields }, declarations)).not.toMatch(/undefined|NaN|null/);
  });
});

test('follows the title, the amount and the group', () => {
  const { form, declarations } = begun('coupon_drop');
  const typed = { ...form, title: '周末券', groupId: 'g1', fields: { ...form.fields, amountOffFen: '6.50', thresholdFen: '30' } };
  const said = saidOn(zhCn, typed, declarations, '早起群');
  for (const part of ['周末券', '¥6.50', '早起群']) expect(said).toContain(part);
  expect(sayGives(zhCn, draftCard(typed, declarations, '', null))).toContain('¥6.50');
});
