// What a coupon is worth, in Chinese: as a label, as a sentence of the terms, and as the form asks for it.
import { formatsZhCn as f } from '#app/i18n/formats-zh-cn';
import type { ParameterWords, Words } from '#app/i18n/words';

/** 20 off is 8 折, 15 off is 8.5 折. */
function discount(percentOff: number): string {
  return `${(100 - percentOff) / 10} 折`;
}

function forOrder(threshold: string | null, deed: string): string {
  return threshold === null ? `${deed}，不限订单金额` : `订单满 ${threshold} ${deed}`;
}

export const benefitsZhCn: Words['benefits'] = {
  label: {
    amount_off: (amountOffFen) => f.money(amountOffFen),
    percent_off: (percentOff) => discount(percentOff),
    gift: (item) => item,
    service: (item) => item,
    group_price: (item, priceFen) => `${item} ${f.money(priceFen)}`,
  },
  sentence: {
    amount_off: (amountOffFen, threshold) => forOrder(threshold, `立减 ${f.money(amountOffFen)}`),
    percent_off: (percentOff, capFen, threshold) =>
      `${forOrder(threshold, `打 ${discount(percentOff)}`)}，减订单金额的 ${percentOff}%，至多减 ${f.money(capFen)}，不足一分的按一分减`,
    gift: (item, threshold) => (threshold === null ? `凭券领「${item}」一份，不用下单` : `订单满 ${threshold}，凭券领「${item}」一份`),
    service: (item) => `凭券享「${item}」一次，不再收费`,
    group_price: (item, priceFen, referenceFen, quantity) =>
      `「${item}」每份 ${f.money(priceFen)}，参考价每份 ${f.money(referenceFen)}${quantity === 1 ? '' : `，共 ${f.count(quantity)} 份，付 ${f.money(priceFen * quantity)}`}`,
  },
  stub: { gift: '赠品', service: '服务' },
  cap: (capFen) => `至多减 ${f.money(capFen)}`,
  tierPrice: (tier) => `${tier}价`,
  reference: (referenceFen) => `参考价 ${f.money(referenceFen)}`,
  referenceEach: (referenceFen) => `参考价每份 ${f.money(referenceFen)}`,
  inAll: (payFen) => `共 ${f.money(payFen)}`,
  pieces: (item, quantity) => `${item} × ${f.count(quantity)}`,
  daysFromClaim: (days, startsNextDay) => `领到${startsNextDay ? '次日' : '当天'}起 ${days}内可用`,
  handOver: { gift: (item) => `请交给顾客：${item}`, service: (item) => `请为顾客做：${item}` },
};

/** The parameters of every type that gives coupons, in the order of their declarations. */
export const benefitParametersZhCn = {
  benefit: {
    label: '券的内容',
    options: { amount_off: '减金额', percent_off: '打折', gift: '送赠品', service: '送服务', group_price: '本群价' },
  },
  amountOffFen: { label: '减多少', unit: '元' },
  percentOff: { label: '减百分之', unit: '%', hint: '填 20 就是打 8 折。' },
  capFen: { label: '至多减', unit: '元', hint: '订单再大，也只减到这么多。' },
  item: { label: '是什么', hint: '写清品名和份量，例如：豆浆一杯。' },
  referenceFen: { label: '参考价', unit: '元', hint: '近七天里真实成交过的价格。' },
  priceFen: { label: '本群价', unit: '元' },
  evidence: { label: '参考价的依据', hint: '写清哪天、在哪里卖过这个价，近七天成交的低价是多少、在哪天。' },
  thresholdFen: { label: '订单满', unit: '元', hint: '填 0 就不限订单金额。', zero: '不限' },
} as const satisfies Record<string, ParameterWords>;
