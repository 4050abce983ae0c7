// How the boards stood when their last week or month was over: asked for once each, since that does not change any more.
import type { Caller, No } from '#app/features/call';
import type { BoardKind } from '#app/features/leaderboard/board-store';
import { createResource, type Resource } from '#app/features/resource';
import type { InputOf, ValueOf } from '#core/contract';

/** The stretches of time that end. */
export type LastPeriod = InputOf<'leaderboard.last'>['period'];

/** A board's last season; `season` is null where none is over yet. */
export interface LastBoard {
  readonly season: ValueOf<'leaderboard.last'> | null;
}

/** The last seasons of one community's boards. */
export interface LastBoards {
  of(kind: BoardKind, period: LastPeriod): Resource<LastBoard>;
}

/** Makes them; nothing is asked for before it is looked at. */
export function createLastBoards(caller: Caller, communityId: string): LastBoards {
  const known = new Map<string, Resource<LastBoard>>();
  const load = async (kind: BoardKind, period: LastPeriod): Promise<{ readonly ok: true; readonly value: LastBoard } | No> => {
    const reply = await caller.view('leaderboard.last', { communityId, kind, period });
    if (reply.ok) return { ok: true, value: { season: reply.value } };
    return reply.code === 'not_found' ? { ok: true, value: { season: null } } : (reply as No);
  };
  return {
    of(kind, period) {
      const key = `${kind} ${period}`;
      const resource = known.get(key) ?? createResource(() => load(kind, period));
      known.set(key, resource);
      return resource;
    },
  };
}
