// The laws of the store port as one suite: every store runs all of it.
import { describe, it } from 'vitest';
import { atomicCases } from './contract/atomic-cases';
import { boardCases } from './contract/board-cases';
import type { ContractCase, OpenedStore } from './contract/contract-case';
import { crowdCases } from './contract/crowd-cases';
import { pageCases } from './contract/page-cases';
import { textCases } from './contract/text-cases';
import { workCases } from './contract/work-cases';

/** Every case, in the order of the laws. */
export const contractCases: readonly ContractCase[] = [
  ...atomicCases,
  ...crowdCases,
  ...workCases,
  ...textCases,
  ...pageCases,
  ...boardCases,
].sort((first, second) => first.law - second.law);

/** A store that is to keep the laws. */
export interface StoreSubject {
  readonly name: string;
  /** Opens a fresh, empty store for one case. */
  open(): Promise<OpenedStore>;
  /** Whether the store keeps what it was told after being closed. */
  readonly reopens: boolean;
}

/** Runs the whole contract against a store as tests of their own. */
export function storeContract(subject: StoreSubject): void {
  describe(`the ${subject.name} store`, () => {
    for (const contractCase of contractCases) {
      if (contractCase.reopens === true && !subject.reopens) continue;
      it(`law ${contractCase.law}: ${contractCase.name}`, async () => {
        const opened = await subject.open();
        try {
          await contractCase.run(opened);
        } finally {
          await opened.store.close();
        }
      });
    }
  });
}
