// The boards of a phone: which kind and period is looked at, and each board as it last came.
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Caller, No } from '#app/features/call';
import type { InputOf, ValueOf } from '#core/contract';

/** What a board counts, and over which time. */
export type BoardKind = InputOf<'leaderboard.board'>['kind'];
export type BoardPeriod = InputOf<'leaderboard.board'>['period'];
/** A board. */
export type Board = ValueOf<'leaderboard.board'>;

/** What the board screen shows. */
export interface BoardState {
  readonly kind: BoardKind;
  readonly period: BoardPeriod;
  readonly value: Board | null;
  readonly at: number | null;
  readonly loading: boolean;
  readonly no: No | null;
  /** What the person has just chosen, before the server has said yes; null when the server's word counts. */
  readonly hiddenHoped: boolean | null;
  readonly hideNo: No | null;
}

/** The boards. */
export interface Boards {
  readonly store: StoreApi<BoardState>;
  choose(kind: BoardKind, period: BoardPeriod): Promise<void>;
  refresh(): Promise<void>;
  /** Hides or shows the person. The switch moves at once, and moves back with the reason when the server says no. */
  hide(hidden: boolean): Promise<void>;
}

/** Makes the boards of one community. */
export function createBoards(caller: Caller, communityId: string, newId: () => string, now: () => number = Date.now): Boards {
  const store = createStore<BoardState>(() => ({
    kind: 'checkin',
    period: 'league',
    value: null,
    at: null,
    loading: false,
    no: null,
    hiddenHoped: null,
    hideNo: null,
  }));
  const known = new Map<string, Board>();
  let asked = 0;
  let running: { readonly key: string; readonly done: Promise<void> } | null = null;
  let hideUnsettled: { readonly hidden: boolean; readonly requestId: string } | null = null;

  async function ask(): Promise<void> {
    asked += 1;
    const mine = asked;
    const { kind, period } = store.getState();
    store.setState({ loading: true });
    const reply = await caller.view('leaderboard.board', { communityId, kind, period });
    if (mine !== asked) return;
    if (!reply.ok) return store.setState({ loading: false, no: reply as No });
    known.set(`${kind} ${period}`, reply.value);
    store.setState({ loading: false, no: null, value: reply.value, at: now() });
  }

  /** Asks for the board that is looked at; askings for the same one that come together share one. */
  function refresh(): Promise<void> {
    const { kind, period } = store.getState();
    const key = `${kind} ${period}`;
    if (running?.key === key) return running.done;
    const done = ask().finally(() => {
      if (running?.done === done) running = null;
    });
    running = { key, done };
    return done;
  }

  return {
    store,
    refresh,
    choose(kind, period) {
      store.setState({ kind, period, value: known.get(`${kind} ${period}`) ?? null, no: null });
      return refresh();
    },
    async hide(hidden) {
      if (store.getState().hiddenHoped !== null) return;
      const requestId = hideUnsettled?.hidden === hidden ? hideUnsettled.requestId : newId();
      store.setState({ hiddenHoped: hidden, hideNo: null });
      const reply = await caller.change('leaderboard.hide', { communityId, hidden }, requestId);
      hideUnsettled = !reply.ok && (reply.code === 'offline' || reply.code === 'try_again') ? { hidden, requestId } : null;
      if (!reply.ok) return store.setState({ hiddenHoped: null, hideNo: reply as No });
      // An answer that is on its way was given before the change.
      running = null;
      known.clear();
      const { value } = store.getState();
      store.setState({ hiddenHoped: null, value: value === null ? null : { ...value, hidden: reply.value.hidden } });
      await refresh();
    },
  };
}
