// The contract on the reference store.
import { createMemoryStore } from '#server/adapters/store-memory/create-memory-store';
import { storeContract } from './store.contract';

storeContract({ name: 'memory', reopens: false, open: async () => ({ store: createMemoryStore() }) });
