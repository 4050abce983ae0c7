// Stores whose pages, boards or closing break a law in a way that real stores do.
import type { Write } from '#server/ports/store';
import { rewriting, type Sabotage } from './sabotage';

export const brokenAnswers: readonly Sabotage[] = [
  {
    law: 7,
    name: 'orders a page by id alone',
    breakIt: (store) => ({
      ...store,
      async list(...values) {
        const page = await store.list(...values);
        return { ...page, documents: [...page.documents].sort((first, second) => (first.id < second.id ? -1 : 1)) };
      },
    }),
  },
  {
    law: 7,
    name: 'forgets the last page',
    breakIt: (store) => ({
      ...store,
      async list(index, community, range, limit, cursor) {
        const page = await store.list(index, community, range, limit, cursor);
        if (page.cursor === null) return page;
        const next = await store.list(index, community, range, limit, page.cursor);
        return next.documents.length < limit ? { ...page, cursor: null } : page;
      },
    }),
  },
  {
    law: 7,
    name: 'gives as many documents as it is asked for',
    breakIt: (store) => ({
      ...store,
      async list(index, community, range, limit, cursor) {
        let page = await store.list(index, community, range, limit, cursor);
        while (page.documents.length < limit && page.cursor !== null) {
          const next = await store.list(index, community, range, limit, page.cursor);
          page = { documents: [...page.documents, ...next.documents], cursor: next.cursor };
        }
        return page;
      },
    }),
  },
  {
    law: 9,
    name: 'answers after it was closed',
    breakIt: (store) => ({ ...store, close: async () => undefined }),
  },
  {
    law: 12,
    name: 'gives those behind a tie the next rank (1, 2, 2, 3)',
    breakIt: (store) => ({
      ...store,
      async top(board, limit) {
        const top = await store.top(board, limit);
        const points = [...new Set(top.rows.map((row) => row.points))];
        return { ...top, rows: top.rows.map((row) => ({ ...row, rank: points.indexOf(row.points) + 1 })) };
      },
    }),
  },
  {
    law: 12,
    name: 'counts those who have left the board',
    breakIt: (store) => {
      const gone = new Set<string>();
      return {
        ...rewriting(store, (write) => {
          if (write.kind === 'score' && write.points === null) gone.add(write.key);
          return write;
        }),
        async rank(board, key) {
          const rank = await store.rank(board, key);
          return { ...rank, total: rank.total + gone.size };
        },
      };
    },
  },
  {
    law: 12,
    name: 'counts only boards that somebody is on',
    breakIt: (store) => ({
      ...store,
      async count(boards) {
        return new Map([...(await store.count(boards))].filter(([, total]) => total > 0));
      },
    }),
  },
  {
    law: 12,
    name: 'ranks within ranges of points and not within them exactly',
    breakIt: (store) => ({
      ...store,
      async rank(board, key) {
        const rank = await store.rank(board, key);
        const all = await store.top(board, Number.MAX_SAFE_INTEGER);
        const row = rank.row;
        if (row === null) return rank;
        return {
          ...rank,
          row: { ...row, rank: 1 + all.rows.filter((other) => Math.floor(other.points / 64) > Math.floor(row.points / 64)).length },
        };
      },
    }),
  },
  {
    law: 12,
    name: 'keeps the score of a decision that was refused',
    breakIt: (store) => ({
      ...store,
      async decide(ids, work) {
        let scores: Write[] = [];
        try {
          return await store.decide(ids, (documents) => {
            scores = [{ kind: 'score', board: 'tea/board/week', key: 'ghost', points: 1, at: 0 }];
            return work(documents);
          });
        } catch (error) {
          await store.decide([], () => ({ reply: null, writes: scores }));
          throw error;
        }
      },
    }),
  },
];
