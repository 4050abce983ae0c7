// The contract is only worth something if broken stores fail it: each of these must, in a case of the law that it breaks.
import { describe, expect, it } from 'vitest';
import { brokenStore, sabotages } from './broken/broken-stores';
import { contractCases } from './store.contract';

describe('the contract catches a store that', () => {
  for (const sabotage of sabotages) {
    it(`${sabotage.name} (law ${sabotage.law})`, async () => {
      const caught: string[] = [];
      for (const contractCase of contractCases) {
        if (contractCase.law !== sabotage.law || contractCase.reopens === true) continue;
        const store = brokenStore(sabotage);
        await contractCase.run({ store }).catch(() => caught.push(contractCase.name));
        await store.close();
      }
      expect(caught).not.toEqual([]);
    });
  }
});

describe('the contract', () => {
  it('has at least one case for every law', () => {
    expect([...new Set(contractCases.map((contractCase) => contractCase.law))]).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  });

  it('says every sentence once', () => {
    const names = contractCases.map((contractCase) => contractCase.name);
    expect(new Set(names).size).toBe(names.length);
  });
});
