// Stores that each break one law in a way that real stores do; the contract must catch every one of them.
import { createMemoryStore } from '#server/adapters/store-memory/create-memory-store';
import type { Store } from '#server/ports/store';
import { brokenAnswers } from './broken-answers';
import { brokenDecisions } from './broken-decisions';
import type { Sabotage } from './sabotage';

export const sabotages: readonly Sabotage[] = [...brokenDecisions, ...brokenAnswers];

/** A store broken in one way. */
export const brokenStore = (sabotage: Sabotage): Store => sabotage.breakIt(createMemoryStore());
