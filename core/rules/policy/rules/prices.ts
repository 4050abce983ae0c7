// The rules about prices: a comparison has its evidence, and what is free costs nothing.

import { defineRule, operationRules, promotionRules } from '#core/rules/policy/define-rule';
import { finderOf } from '#core/rules/policy/find-words';

const saysFree = finderOf([{ word: '免费领' }, { word: '免费拿' }, { word: '免费送' }]);

const unless = (word: string) => ({ word, except: ['免', '包', '不收', '无', '零', '不用付', '无需付'].map((no) => `${no}${word}`) });
const saysFee = finderOf(['邮费', '运费', '包装费', '手续费', '服务费', '工本费'].map(unless));

export const priceRules = [
  defineRule({
    id: 'PRICE-01',
    severity: 'warn',
    basis: [promotionRules(), { source: 'price_law', numbers: [] }],
    check: ({ price }) => (price !== null && price.referenceFen !== null && price.evidence.trim() === '' ? [{ path: 'referenceFen' }] : []),
  }),
  defineRule({
    id: 'PRICE-02',
    severity: 'block',
    basis: [operationRules('5.11.4')],
    check({ price, texts }) {
      const free = texts.filter(({ text }) => saysFree(text) !== null);
      if (free.length === 0) return [];
      const costs = (price !== null && price.feeFen > 0) || texts.some(({ text }) => saysFee(text) !== null);
      return costs ? free.map(({ path, text }) => ({ path, about: saysFree(text) })) : [];
    },
  }),
];
