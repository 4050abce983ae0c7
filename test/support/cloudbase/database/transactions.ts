// Open transactions: what each has written, which documents it holds, and how it ends.
import { randomUUID } from 'node:crypto';
import { transactionBusy, transactionNotExist } from '../wire-error';
import type { Collection } from './collection';
import type { UniqueIndex } from './unique-index';
import type { CloudDocument } from './value-order';

/** A transaction lives this long (vendor). */
export const TRANSACTION_MS_MAX = 30_000;

/** One open transaction. */
export interface Transaction {
  readonly id: string;
  readonly startedAt: number;
  /** The last commit that it sees; taken at its first operation (assumption, as MongoDB), null before. */
  snapshot: number | null;
  /** What it has written, unseen by others; null is a removal. */
  readonly writes: Map<Collection, Map<string, CloudDocument | null>>;
  /** Whether a request of it is under way. */
  busy: boolean;
  /** Settles when it has been committed, aborted or has expired. */
  readonly ended: Promise<void>;
}

interface OpenTransaction extends Transaction {
  end(): void;
}

/** The list of open transactions. */
export class Transactions {
  readonly #open = new Map<string, OpenTransaction>();
  readonly #clock: () => number;
  readonly #onQuiet: () => void;

  /** `onQuiet` is told whenever no transaction is open any more. */
  constructor(clock: () => number, onQuiet: () => void) {
    this.#clock = clock;
    this.#onQuiet = onQuiet;
  }

  /** Begins one and gives its id. */
  begin(): string {
    const id = randomUUID();
    let release = (): void => undefined;
    const ended = new Promise<void>((resolve) => {
      release = resolve;
    });
    // An abandoned transaction lets go of its locks even when nobody sends anything any more.
    const timer = setTimeout(() => this.expire(), TRANSACTION_MS_MAX).unref();
    const end = () => {
      clearTimeout(timer);
      release();
    };
    this.#open.set(id, { id, startedAt: this.#clock(), snapshot: null, writes: new Map(), busy: false, ended, end });
    return id;
  }

  /** Ends whatever has lived too long (vendor: 30 s), as if it had been aborted. */
  expire(): void {
    for (const { id, startedAt } of this.#open.values()) if (this.#clock() - startedAt >= TRANSACTION_MS_MAX) this.end(id);
  }

  /**
   * Enters a transaction with one request; the answer is how to leave it again.
   * @throws WireError when it does not exist any more, or when another request of it is under way (reports).
   */
  enter(id: string): () => void {
    const transaction = this.get(id);
    if (transaction.busy) throw transactionBusy();
    transaction.busy = true;
    return () => {
      transaction.busy = false;
    };
  }

  /** An open transaction by its id. */
  get(id: string): Transaction {
    this.expire();
    const transaction = this.#open.get(id);
    if (!transaction) throw transactionNotExist();
    return transaction;
  }

  /** Ends a transaction and lets those go on who wait for it. What it wrote must have been committed before, else it is lost. */
  end(id: string): void {
    const transaction = this.#open.get(id);
    if (!transaction) return;
    this.#open.delete(id);
    if (this.#open.size === 0) this.#onQuiet();
    transaction.end();
  }

  /** How many are open. */
  get size(): number {
    this.expire();
    return this.#open.size;
  }

  /** Ends all of them. */
  endAll(): void {
    for (const id of [...this.#open.keys()]) this.end(id);
  }

  /** The oldest commit that an open transaction may look at; null if nobody looks back. */
  oldestSnapshot(): number | null {
    const snapshots = [...this.#open.values()].flatMap(({ snapshot }) => (snapshot === null ? [] : [snapshot]));
    return snapshots.length === 0 ? null : Math.min(...snapshots);
  }

  /** Another transaction that has written this document, or one with the same unique key. */
  holderOf(collection: Collection, key: string, document: CloudDocument | null, except: Transaction | null): Transaction | null {
    for (const transaction of this.#open.values()) {
      const writes = transaction === except ? undefined : transaction.writes.get(collection);
      if (!writes) continue;
      if (writes.has(key)) return transaction;
      if (document && collection.uniqueIndexes.some((index) => sharesKey(index, document, writes.values()))) return transaction;
    }
    return null;
  }
}

function sharesKey(index: UniqueIndex, document: CloudDocument, others: Iterable<CloudDocument | null>): boolean {
  const keys = index.keysOf(document);
  for (const other of others) if (other && index.keysOf(other).some((key) => keys.includes(key))) return true;
  return false;
}
