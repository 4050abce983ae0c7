// A member's account, checked on the phone: the journal's facts are read page by page, the figures rebuilt from them and compared.
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Caller, No } from '#app/features/call';
import type { ValueOf } from '#core/contract';
import { compareFigures, createMemberReplay, type FigureDifference, type MemberFigures } from '#core/rules/audit/member-replay';

type Part = ValueOf<'audit.replay'>;

/** What an examination came to. */
export interface Examined {
  readonly figures: MemberFigures;
  readonly differences: readonly FigureDifference[];
}

/** The state of an examination: `read` counts the actions that were looked at so far. */
export interface AuditState {
  readonly busy: boolean;
  readonly read: number;
  readonly result: Examined | null;
  readonly no: No | null;
}

/** An examination of one member; without an id of the caller. */
export interface Audit {
  readonly store: StoreApi<AuditState>;
  run(): Promise<void>;
}

type Stored = NonNullable<Part['stored']>;

function joined(before: Stored | null, part: Stored | null): Stored | null {
  return before === null || part === null ? (before ?? part) : { ...part, coupons: { ...before.coupons, ...part.coupons } };
}

/** Makes an examination. */
export function createAudit(caller: Caller, who: { readonly communityId: string; readonly memberId?: string }): Audit {
  const store = createStore<AuditState>(() => ({ busy: false, read: 0, result: null, no: null }));

  async function read(): Promise<Examined | No> {
    const replay = createMemberReplay();
    let stored: Stored | null = null;
    let cursor: string | null | undefined;
    while (cursor !== null) {
      const reply = await caller.view('audit.replay', { ...who, ...(cursor === undefined ? {} : { cursor }) });
      if (!reply.ok) return reply as No;
      const part: Part = reply.value;
      stored = joined(stored, part.stored);
      for (const { facts, on } of part.lines) replay.add(facts, on);
      store.setState({ read: store.getState().read + part.examined });
      ({ cursor } = part);
    }
    if (stored === null) throw new Error('a replay begins with what is stored');
    return { figures: stored, differences: compareFigures(stored, replay.figures()) };
  }

  return {
    store,
    async run() {
      if (store.getState().busy) return;
      store.setState({ busy: true, read: 0, result: null, no: null });
      const outcome = await read();
      store.setState('ok' in outcome ? { busy: false, no: outcome } : { busy: false, result: outcome });
    },
  };
}
