// What WeChat's privacy check asks of this person, and what they answered: one question at a time, and none again so soon after a no.

/** How an API that needs the person's agreement is answered. */
export type PrivacyAnswer =
  | { readonly event: 'exposureAuthorization' }
  | { readonly event: 'agree'; readonly buttonId: string }
  | { readonly event: 'disagree' };

/** Why an API was not allowed: its use is not declared in the privacy guide, the person said no, or said no just before. */
export type PrivacyProblem = 'undeclared' | 'refused' | 'refused_lately';

/** What a screen shows of it. */
export interface PrivacyState {
  /** True while an API waits for an answer. */
  readonly asking: boolean;
  /** The last problem; its number changes each time, as the same one may come again. */
  readonly problem: { readonly kind: PrivacyProblem; readonly number: number } | null;
}

/** The desk. */
export interface PrivacyDesk {
  state(): PrivacyState;
  subscribe(listener: () => void): () => void;
  /** An API needs the person's agreement. */
  ask(answer: (given: PrivacyAnswer) => void): void;
  /** The question is on the screen, as WeChat wants to know. */
  shown(): void;
  agree(buttonId: string): void;
  refuse(): void;
  /** An API failed; nothing happens where that has nothing to do with privacy. */
  report(error: unknown): void;
}

/** WeChat asks nobody again for ten seconds after a no; neither do we. */
export const QUIET_MS = 10_000;

/** What WeChat's error numbers mean. */
const problems: Readonly<Record<number, PrivacyProblem>> = { 112: 'undeclared', 103: 'refused', 104: 'refused_lately' };

/** The privacy problem behind an API's failure; null where it is another one. */
export function privacyProblemOf(error: unknown): PrivacyProblem | null {
  if (typeof error !== 'object' || error === null || !('errno' in error)) return null;
  return problems[Number(error.errno)] ?? null;
}

/** Makes a desk. */
export function createPrivacyDesk(now: () => number = Date.now): PrivacyDesk {
  const listeners = new Set<() => void>();
  let state: PrivacyState = { asking: false, problem: null };
  let waiting: ((given: PrivacyAnswer) => void)[] = [];
  /** Those that have been told that their question is on the screen: once, whatever is drawn again. */
  let exposed: readonly ((given: PrivacyAnswer) => void)[] = [];
  let refusedAt = Number.NEGATIVE_INFINITY;

  function change(part: Partial<PrivacyState>): void {
    state = { ...state, ...part };
    for (const listener of listeners) listener();
  }

  function complain(kind: PrivacyProblem): void {
    change({ problem: { kind, number: (state.problem?.number ?? 0) + 1 } });
  }

  function answerAll(given: PrivacyAnswer): void {
    const answered = waiting;
    waiting = [];
    exposed = [];
    change({ asking: false });
    for (const answer of answered) answer(given);
  }

  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    ask(answer) {
      if (now() - refusedAt < QUIET_MS) {
        answer({ event: 'disagree' });
        return complain('refused_lately');
      }
      waiting = [...waiting, answer];
      change({ asking: true });
    },
    shown() {
      const fresh = waiting.filter((answer) => !exposed.includes(answer));
      exposed = waiting;
      for (const answer of fresh) answer({ event: 'exposureAuthorization' });
    },
    agree: (buttonId) => answerAll({ event: 'agree', buttonId }),
    refuse() {
      refusedAt = now();
      answerAll({ event: 'disagree' });
    },
    report(error) {
      const kind = privacyProblemOf(error);
      if (kind !== null) complain(kind);
    },
  };
}
