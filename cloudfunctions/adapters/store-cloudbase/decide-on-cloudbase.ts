// One decision on CloudBase: read everything at one moment, decide, and write it in a transaction that only succeeds if nothing moved.
import type { Id } from '#core/values/ids';
import type { CloudBaseDatabase, CloudBaseTransaction } from '#server/adapters/store-cloudbase/cloudbase-database';
import { CloudBaseFailure } from '#server/adapters/store-cloudbase/cloudbase-failure';
import { Patience, type Surroundings } from '#server/adapters/store-cloudbase/patience';
import { type Facts, type Plan, planWrites } from '#server/adapters/store-cloudbase/plan-writes';
import { readStored } from '#server/adapters/store-cloudbase/read-stored';
import type { Stored } from '#server/adapters/store-cloudbase/stored-document';
import { type CheckedWrites, checkNeed, checkOutcome, checkWrites } from '#server/adapters/store-lane/check-decision';
import { decodeFrozen } from '#server/adapters/store-lane/document-text';
import { Fault } from '#server/ports/fault';
import type { Documents, Outcome, StoredDocument } from '#server/ports/store';

/** What a decision is to decide. */
export interface AskedDecision<Reply> {
  readonly community: string;
  readonly ids: readonly Id[];
  readonly work: (documents: Documents) => Outcome<Reply>;
}

/** Where and how long decisions are made. */
export interface DecisionSettings {
  readonly database: CloudBaseDatabase;
  readonly surroundings: Surroundings;
  /** How long a decision is tried, in ms. */
  readonly deadlineMs: number;
}

/** A transaction may rest on a reading of this age, in ms: far younger than the tokens that are swept. */
const READING_AGE_MS_MAX = 30_000;

/** A run of `work` that came to its end. */
interface Decided<Reply> {
  readonly reply: Reply;
  /** Null when nothing is to be written. */
  readonly plan: Plan | null;
}

/** A commit of which nobody knows whether it happened: it did if this document is there under this name. */
interface Doubt<Reply> {
  readonly id: string;
  readonly name: string;
  readonly reply: Reply;
}

/**
 * Runs a decision to its end; the laws are those of `Store.decide`.
 * @throws Fault('conflict') when others were faster until the deadline; Fault('store_unavailable') when CloudBase did not answer.
 */
export function decideOnCloudBase<Reply>(settings: DecisionSettings, asked: AskedDecision<Reply>): Promise<Reply> {
  return new Decision(settings, asked).run();
}

class Decision<Reply> {
  readonly #database: CloudBaseDatabase;
  readonly #surroundings: Surroundings;
  readonly #patience: Patience;
  readonly #asked: AskedDecision<Reply>;
  /** What `work` has been shown, absent documents included: what the decision rests on. */
  readonly #seen: Set<Id>;
  /** What must be read besides: homes and rows of boards, and what an attempt failed to insert. */
  readonly #besides = new Set<string>();
  readonly #doubts: Doubt<Reply>[] = [];
  #failure: CloudBaseFailure | null = null;
  #facts: Facts = new Map();
  #readAt = 0;

  constructor({ database, surroundings, deadlineMs }: DecisionSettings, asked: AskedDecision<Reply>) {
    this.#database = database;
    this.#surroundings = surroundings;
    this.#patience = new Patience(surroundings, deadlineMs);
    this.#asked = asked;
    this.#seen = new Set(asked.ids);
  }

  async run(): Promise<Reply> {
    for (;;) {
      await this.#read();
      const done = this.#doubts.find(({ id, name }) => this.#facts.get(id)?.n === name);
      if (done !== undefined) return done.reply;
      if (this.#failure !== null && this.#patience.isOver()) throw this.#failure.toFault();
      const name = this.#surroundings.name();
      const decided = this.#decide(name);
      if (decided === null) continue;
      const { reply, plan } = decided;
      if (plan === null || (await this.#write(plan, name, reply))) return reply;
    }
  }

  /** Reads everything once more, so that `work` sees one moment, and the tokens of whatever is in doubt with it. */
  async #read(): Promise<void> {
    const ids = [...new Set([...this.#seen, ...this.#besides, ...this.#doubts.map(({ id }) => id)])];
    this.#readAt = this.#surroundings.now();
    const found = await readStored(this.#database, this.#patience, ids);
    this.#facts = new Map(ids.map((id): [string, Stored | null] => [id, found.get(id) ?? null]));
  }

  /** Runs `work` over what has been read; null when something else must be read first. */
  #decide(name: string): Decided<Reply> | null {
    const { community, work } = this.#asked;
    for (;;) {
      const outcome = work(this.#view());
      checkOutcome(outcome);
      if ('need' in outcome) {
        for (const id of checkNeed(outcome.need, this.#seen, community)) this.#seen.add(id);
        return null;
      }
      if (outcome.writes.length === 0) return { reply: outcome.reply, plan: null };
      const writes = checkWrites(community, this.#seen, outcome.writes);
      if (this.#meet(writes)) continue;
      const unused = new Set(outcome.unused?.());
      const rested = new Set([...this.#seen].filter((id) => !unused.has(id)));
      const plan = planWrites(this.#facts, rested, writes, { name, at: this.#surroundings.now() });
      if (!('unread' in plan)) return { reply: outcome.reply, plan };
      for (const id of plan.unread) this.#besides.add(id);
      return null;
    }
  }

  /** The documents that `work` is shown. Each run gets its own, so that none sees what another one did to them. */
  #view(): Documents {
    const view = new Map<Id, StoredDocument>();
    for (const id of this.#seen) {
      const text = this.#facts.get(id)?.d;
      if (text !== undefined) view.set(id, decodeFrozen(text));
    }
    return view;
  }

  /**
   * Whether inserts meet documents that `work` has not been shown: then it sees them from now on.
   * @throws Fault('conflict') when `work` insists on inserting what it has been shown.
   */
  #meet(writes: CheckedWrites): boolean {
    const existing = writes.documents.filter(({ kind, id }) => kind === 'insert' && this.#facts.get(id)?.d !== undefined);
    const unseen = existing.filter(({ id }) => !this.#seen.has(id));
    for (const { id } of unseen) this.#seen.add(id);
    if (existing.length > unseen.length) throw new Fault('conflict', `${existing.map(({ id }) => id).join(', ')} exists already`);
    return unseen.length > 0;
  }

  /** Makes one attempt. Says whether it is written; otherwise everything has to be read and decided again. */
  async #write(plan: Plan, name: string, reply: Reply): Promise<boolean> {
    let transaction: CloudBaseTransaction | null = null;
    let isCommitting = false;
    try {
      transaction = await this.#database.begin();
      // Looked at inside of the transaction, which the server ends after 30 seconds: whatever holds up this process, a reading older
      // than both together never meets a version whose token has been swept.
      if (this.#surroundings.now() - this.#readAt > READING_AGE_MS_MAX) {
        await this.#end(transaction);
        return false;
      }
      await transaction.add(plan.inserts);
      for (const { id, content } of plan.sets) await transaction.set(id, content);
      for (const { id, v } of plan.touches) await transaction.update(id, { v });
      isCommitting = true;
      await transaction.commit();
      return true;
    } catch (error) {
      if (!(error instanceof CloudBaseFailure)) throw error;
      if (isCommitting) this.#doubts.push({ id: plan.inserts[0]?._id ?? '', name, reply });
      await this.#recover(error, transaction, isCommitting);
      for (const inserted of plan.inserts) if ('v' in inserted) this.#besides.add(inserted._id);
      return false;
    }
  }

  /** After a failed attempt: ends its transaction, and waits until another one makes sense. */
  async #recover(failure: CloudBaseFailure, transaction: CloudBaseTransaction | null, isCommitting: boolean): Promise<void> {
    const isFirst = this.#failure === null;
    this.#failure = failure;
    if (transaction !== null && failure.kind !== 'ended') await this.#end(transaction);
    if (failure.kind === 'refused' && !isCommitting) throw failure.toFault();
    // Who met a document only has to look at it; who meets somebody time and again has to get out of step.
    if (failure.kind !== 'exists' || !isFirst) await this.#patience.rest();
  }

  /**
   * Ends a transaction, as long as it takes to get an answer: one that nobody ended keeps others out for 30 seconds, the next attempt
   * included; and while a commit may be under way, looking for its token does not tell the truth.
   */
  async #end(transaction: CloudBaseTransaction): Promise<void> {
    for (;;) {
      try {
        await transaction.abort();
        return;
      } catch (error) {
        if (!(error instanceof CloudBaseFailure)) throw error;
        if ((error.kind !== 'lost' && error.kind !== 'busy') || this.#patience.isOver()) return;
        await this.#patience.rest();
      }
    }
  }
}
