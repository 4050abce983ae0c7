// The workspace of one batch: decisions run in it one after another, and later ones see what earlier ones wrote.
import type { Id } from '#core/values/ids';
import {
  type CheckedWrites,
  checkNeed,
  checkOutcome,
  checkWrites,
  type DocumentChange,
  type ScoreChange,
} from '#server/adapters/store-lane/check-decision';
import { decodeFrozen } from '#server/adapters/store-lane/document-text';
import { type Texts, TryAgain } from '#server/adapters/store-lane/engine';
import { type IndexKeys, indexKeysOf } from '#server/adapters/store-lane/index-key';
import { Fault } from '#server/ports/fault';
import type { Documents, Outcome, StoredDocument } from '#server/ports/store';

/** A decision that waits for its batch. */
export interface WaitingDecision {
  readonly community: string;
  /** What it named, and whatever its runs have asked for since: a batch that starts anew shows all of it from the start. */
  readonly seen: Set<Id>;
  readonly work: (documents: Documents) => Outcome<unknown>;
}

/** How the last run of a decision ended. */
export type Ending = { readonly kind: 'replied'; readonly reply: unknown } | { readonly kind: 'failed'; readonly error: unknown };

interface Entry {
  /** What the database holds: a document, nothing, or nobody has looked because a decision inserted it unseen. */
  base: 'present' | 'absent' | 'unseen';
  text: string | null;
  document: StoredDocument | null;
  change: DocumentChange | null;
  /** The keys of what the database holds, as soon as somebody has changed it. */
  keysBefore: IndexKeys | null;
}

/** The keys that the database has of an entry that is about to change; null where they are not known. */
function keysBeforeOf(entry: Entry | undefined): IndexKeys | null {
  if (entry === undefined || entry.keysBefore !== null || entry.document === null) return entry?.keysBefore ?? null;
  return indexKeysOf(entry.document);
}

/** One decision on its way through a batch. */
export class Run {
  readonly decision: WaitingDecision;
  ending: Ending | null = null;

  constructor(decision: WaitingDecision) {
    this.decision = decision;
  }
}

/** The documents of one batch between loading and writing. */
export class Workspace {
  readonly #entries = new Map<Id, Entry>();
  readonly #changed = new Set<Id>();
  #scores = new Map<string, ScoreChange>();

  /** Takes in documents as the database has them; those without a text do not exist. What is known stays as decisions left it. */
  load(ids: Iterable<Id>, texts: Texts): void {
    for (const id of ids) {
      if (this.#entries.has(id)) continue;
      const text = texts.get(id);
      const base = text === undefined ? 'absent' : 'present';
      this.#entries.set(id, { base, text: text ?? null, document: null, change: null, keysBefore: null });
    }
  }

  /** Whether a document has been loaded or written in this batch. */
  knows(id: Id): boolean {
    return this.#entries.has(id);
  }

  /**
   * Runs a decision until it ends, or until it needs documents that have not been loaded: these are returned.
   * @throws TryAgain when only another start of the whole batch can tell what is right.
   */
  run(run: Run): readonly Id[] {
    for (;;) {
      let step: readonly Id[] | Ending;
      try {
        step = this.#step(run);
      } catch (error) {
        if (error instanceof TryAgain) throw error;
        step = { kind: 'failed', error };
      }
      if ('kind' in step) {
        run.ending = step;
        return [];
      }
      for (const id of step) run.decision.seen.add(id);
      const unknown = step.filter((id) => !this.#entries.has(id));
      if (unknown.length > 0) return unknown;
    }
  }

  /**
   * What the batch has changed since this was last asked: one change for each document and each row of a board. Whoever asks writes it,
   * so from then on the database is taken to hold it.
   */
  takeChanges(): CheckedWrites {
    const documents: DocumentChange[] = [];
    for (const id of this.#changed) {
      const entry = this.#entries.get(id);
      const change = entry?.change;
      if (entry === undefined || change == null) continue;
      const { base, keysBefore } = entry;
      if (change.kind !== 'remove') {
        documents.push({ kind: base === 'present' ? 'put' : 'insert', id, text: change.text, keys: change.keys, keysBefore });
        entry.base = 'present';
        entry.keysBefore = change.keys;
      } else {
        if (base === 'present') documents.push({ kind: 'remove', id });
        entry.base = 'absent';
        entry.keysBefore = null;
      }
      entry.change = null;
    }
    const scores = [...this.#scores.values()];
    this.#changed.clear();
    this.#scores = new Map();
    return { documents, scores };
  }

  #view(ids: Iterable<Id>): Map<Id, StoredDocument> {
    const view = new Map<Id, StoredDocument>();
    for (const id of ids) {
      const entry = this.#entries.get(id);
      if (entry === undefined || entry.text === null) continue;
      entry.document ??= decodeFrozen(entry.text);
      view.set(id, entry.document);
    }
    return view;
  }

  /** Runs `work` once: gives the ids that it is to be shown in addition, or how it ended. */
  #step({ decision }: Run): readonly Id[] | Ending {
    const { seen } = decision;
    const outcome = decision.work(this.#view(seen));
    checkOutcome(outcome);
    if ('need' in outcome) return checkNeed(outcome.need, seen, decision.community);
    if (outcome.writes.length === 0) return { kind: 'replied', reply: outcome.reply };
    const writes = checkWrites(decision.community, seen, outcome.writes);
    const existing = writes.documents.filter((change) => change.kind === 'insert' && this.#entries.get(change.id)?.text != null);
    const unseen = existing.filter((change) => !seen.has(change.id));
    if (unseen.length > 0) return unseen.map((change) => change.id);
    if (existing.length > 0) throw new Fault('conflict', `${existing.map((change) => change.id).join(', ')} exists already`);
    this.#apply(writes);
    return { kind: 'replied', reply: outcome.reply };
  }

  #apply(writes: CheckedWrites): void {
    // An insert that nobody has compared with the database cannot be taken back: whether it was allowed would stay unknown.
    const uncertain = writes.documents.filter((change) => change.kind === 'remove' && this.#entries.get(change.id)?.base === 'unseen');
    if (uncertain.length > 0) {
      throw new TryAgain(
        'a batch removes what it inserted unseen',
        uncertain.map((change) => change.id),
      );
    }
    for (const change of writes.documents) {
      const entry = this.#entries.get(change.id);
      const text = change.kind === 'remove' ? null : change.text;
      const base = entry?.base ?? 'unseen';
      const keysBefore = base === 'present' ? keysBeforeOf(entry) : null;
      this.#entries.set(change.id, { base, text, document: null, change, keysBefore });
      this.#changed.add(change.id);
    }
    for (const score of writes.scores) this.#scores.set(`${score.board} ${score.key}`, score);
  }
}
