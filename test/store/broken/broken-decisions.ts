// Stores whose decisions break a law in a way that real stores do.
import { setImmediate as turn } from 'node:timers/promises';
import type { StoredDocument, Write } from '#server/ports/store';
import { decideOnReading, optimistic, present, rewriting, type Sabotage, sortKeys, writeBlindly, writtenIds } from './sabotage';

export const brokenDecisions: readonly Sabotage[] = [
  {
    law: 1,
    name: 'writes one document after another, so that a refusal leaves half',
    breakIt: (store) => ({
      ...store,
      async decide(ids, work) {
        const { outcome } = await decideOnReading(store, ids, work);
        for (const write of outcome.writes) await store.decide(ids, () => ({ reply: null, writes: [write] }));
        return outcome.reply;
      },
    }),
  },
  {
    law: 2,
    name: 'overwrites what an insert meets',
    breakIt: (store) => ({
      ...store,
      async decide(ids, work) {
        const { outcome } = await decideOnReading(store, ids, work);
        const overwriting = outcome.writes.map(
          (write): Write => (write.kind === 'insert' ? { kind: 'put', document: write.document } : write),
        );
        await writeBlindly(store, ids, overwriting);
        return outcome.reply;
      },
    }),
  },
  {
    law: 2,
    name: 'drops an insert that meets a document and replies as if it had been made',
    breakIt: (store) => ({
      ...store,
      async decide(ids, work) {
        const { outcome } = await decideOnReading(store, ids, work);
        const existing = await store.read(writtenIds(outcome.writes.filter((write) => write.kind === 'insert')));
        const writes = outcome.writes.filter((write) => write.kind !== 'insert' || !existing.has(write.document.id));
        await store.decide(ids, () => ({ reply: null, writes })).catch(() => undefined);
        return outcome.reply;
      },
    }),
  },
  {
    law: 3,
    name: 'reads, decides and writes without holding anything: lost updates',
    breakIt: (store) => optimistic(store, () => []),
  },
  {
    law: 3,
    name: 'compares only what it writes: write skew',
    breakIt: (store) => optimistic(store, (_seen, writes) => writtenIds(writes)),
  },
  {
    law: 3,
    name: 'compares only what was there: skew over absent documents',
    breakIt: (store) => optimistic(store, (seen, writes) => [...new Set([...present(seen), ...writtenIds(writes)])]),
  },
  {
    law: 3,
    name: 'reads document by document, so that a view sees the middle of a decision',
    breakIt: (store) => ({
      ...store,
      async read(ids) {
        const documents = new Map<string, StoredDocument>();
        for (const id of ids) for (const [found, document] of await store.read([id])) documents.set(found, document);
        return documents;
      },
    }),
  },
  {
    law: 4,
    name: 'lets the whole batch fail when one decision throws',
    breakIt: (store) => {
      let batch: { failed: boolean } = { failed: false };
      return {
        ...store,
        async decide(ids, work) {
          const mine = batch;
          void turn().then(() => {
            batch = { failed: false };
          });
          if (mine.failed) throw new Error('another decision of this batch has failed');
          return store.decide(ids, (documents) => {
            try {
              if (mine.failed) throw new Error('another decision of this batch has failed');
              return work(documents);
            } catch (error) {
              mine.failed = true;
              throw error;
            }
          });
        },
      };
    },
  },
  {
    law: 4,
    name: 'runs work twice and replies with the first run',
    breakIt: (store) => ({
      ...store,
      decide: (ids, work) =>
        store.decide(ids, (documents) => {
          const first = work(documents);
          const second = work(documents);
          return 'need' in first || 'need' in second ? second : { reply: first.reply, writes: second.writes };
        }),
    }),
  },
  {
    law: 4,
    name: 'shows all decisions the same object, which any of them may change',
    breakIt: (store) => {
      const shared = new Map<string, StoredDocument>();
      return {
        ...store,
        async decide(ids, work) {
          return store.decide(ids, (documents) => {
            const shown = [...documents].map(([id, document]) => {
              const known = shared.get(id) ?? (structuredClone(document) as StoredDocument);
              shared.set(id, known);
              return [id, known] as const;
            });
            const outcome = work(new Map(shown));
            if (!('need' in outcome)) for (const id of writtenIds(outcome.writes)) shared.delete(id);
            return outcome;
          });
        },
      };
    },
  },
  {
    law: 5,
    name: 'replaces documents that the decision has never seen',
    breakIt: (store) => ({
      ...store,
      async decide(ids, work) {
        const { outcome } = await decideOnReading(store, ids, work);
        await writeBlindly(store, ids, outcome.writes);
        return outcome.reply;
      },
    }),
  },
  {
    law: 6,
    name: 'keeps documents as jsonb would, with their keys in another order',
    breakIt: (store) =>
      rewriting(store, (write) =>
        write.kind === 'insert' || write.kind === 'put' ? { ...write, document: sortKeys(write.document) as StoredDocument } : write,
      ),
  },
  {
    law: 6,
    name: 'drops U+0000, which no text of SQL may hold',
    breakIt: (store) =>
      rewriting(store, (write) =>
        write.kind === 'insert' || write.kind === 'put'
          ? { ...write, document: JSON.parse(JSON.stringify(write.document).replaceAll('\\u0000', '')) as StoredDocument }
          : write,
      ),
  },
  {
    law: 10,
    name: 'replies first and writes later',
    breakIt: (store) => ({
      ...store,
      async decide(ids, work) {
        const { outcome } = await decideOnReading(store, ids, work);
        void turn()
          .then(turn)
          .then(() => writeBlindly(store, ids, outcome.writes))
          .catch(() => undefined);
        return outcome.reply;
      },
    }),
  },
  {
    law: 11,
    name: 'lets one decision write into two communities',
    breakIt: (store) => ({
      ...store,
      async decide(ids, work) {
        const { outcome } = await decideOnReading(store, ids, work);
        for (const write of outcome.writes) await writeBlindly(store, [], [write]);
        return outcome.reply;
      },
    }),
  },
];
