// Documents of the reference store: one map per table, and decisions that read, decide and write without a pause between.
import { setImmediate as turn } from 'node:timers/promises';
import { communityOf, type Id, tableOf } from '#core/values/ids';
import {
  type CheckedWrites,
  checkNamed,
  checkNeed,
  checkOutcome,
  checkWrites,
  communityOfWrite,
} from '#server/adapters/store-lane/check-decision';
import { decodeFrozen } from '#server/adapters/store-lane/document-text';
import type { MemoryBoards } from '#server/adapters/store-memory/memory-boards';
import { Fault } from '#server/ports/fault';
import type { Documents, Outcome, StoredDocument } from '#server/ports/store';

/** The documents of one memory store. */
export class MemoryDocuments {
  readonly #tables = new Map<string, Map<Id, StoredDocument>>();
  readonly #boards: MemoryBoards;

  constructor(boards: MemoryBoards) {
    this.#boards = boards;
  }

  table(name: string): Map<Id, StoredDocument> {
    const known = this.#tables.get(name);
    if (known !== undefined) return known;
    const table = new Map<Id, StoredDocument>();
    this.#tables.set(name, table);
    return table;
  }

  find(ids: Iterable<Id>): Map<Id, StoredDocument> {
    const found = new Map<Id, StoredDocument>();
    for (const id of ids) {
      const document = this.table(tableOf(id)).get(id);
      if (document !== undefined) found.set(id, document);
    }
    return found;
  }

  /** Runs a decision to its end; the arguments are those of `Store.decide`. */
  async decide<Reply>(ids: readonly Id[], work: (documents: Documents) => Outcome<Reply>): Promise<Reply> {
    let community = ids.length === 0 ? null : checkNamed(ids);
    const seen = new Set(ids);
    for (;;) {
      await turn();
      // From here to the end of the writes nothing else runs: that is what makes a decision atomic here.
      const outcome = work(this.find(seen));
      checkOutcome(outcome);
      if ('need' in outcome) {
        community = see(seen, outcome.need, community);
        continue;
      }
      const first = outcome.writes[0];
      if (first === undefined) return outcome.reply;
      const writes = checkWrites(community ?? communityOfWrite(first), seen, outcome.writes);
      const inserted = writes.documents.filter((change) => change.kind === 'insert').map((change) => change.id);
      const existing = [...this.find(inserted).keys()];
      if (existing.some((id) => !seen.has(id))) {
        for (const id of existing) seen.add(id);
        continue;
      }
      if (existing.length > 0) throw new Fault('conflict', `${existing.join(', ')} exists already`);
      this.#apply(writes);
      return outcome.reply;
    }
  }

  #apply(writes: CheckedWrites): void {
    for (const change of writes.documents) {
      if (change.kind === 'remove') this.table(tableOf(change.id)).delete(change.id);
      else this.table(tableOf(change.id)).set(change.id, decodeFrozen(change.text));
    }
    for (const score of writes.scores) this.#boards.set(score);
  }
}

/** Adds what a decision asks for to what it has seen, and gives its community. */
function see(seen: Set<Id>, need: readonly Id[], known: string | null): string {
  const community = known ?? communityOf(need[0] ?? '');
  for (const id of checkNeed(need, seen, community)) seen.add(id);
  return community;
}
