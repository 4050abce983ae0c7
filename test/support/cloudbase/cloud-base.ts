// What a test sees of the stand-in: how it is started, what it tells, and what may be done to it.

import type { IndexDeclaration } from './database/unique-index';
import type { Faults } from './faults';
import type { RequestRecord } from './request-record';
import type { FileStorage } from './services/file-storage';
import type { Services } from './services/open-interfaces';
import type { DuplicateWording } from './wire-error';

/** Called before a request is carried out, and waited for: to hold one request until another has done something. */
export type BeforeRequest = (request: RequestRecord) => Promise<void> | void;

/** How the stand-in is to be. */
export interface CloudBaseOptions {
  /** Collections that are there from the beginning. */
  readonly collections?: readonly string[];
  /** The server's clock in ms, for `serverDate()` and the life of transactions. */
  readonly clock?: () => number;
  /** In which of its two reported forms a duplicate key is answered. */
  readonly duplicateWording?: DuplicateWording;
  /** How long each operation of a transaction takes besides its work, in ms; a few turns of the event loop if not given. */
  readonly transactionLatencyMs?: number;
  /** Whether every signature is computed again and compared, not only looked at. */
  readonly checkSignatures?: boolean;
  /** What answers for other functions and for WeChat's open interfaces. */
  readonly services?: Services;
}

/** A running stand-in. */
export interface CloudBase {
  readonly url: string;
  readonly environmentId: string;
  /** The variables that make this process look like a cloud function of this environment, and that send its SDK here. */
  environment(): Record<string, string>;
  /** Every request since the start or the last `clearLog`. */
  readonly requests: readonly RequestRecord[];
  /**
   * What the stand-in did not understand: an unknown action, a wrong signature, an interface that nothing answers for.
   * Such a request gets an error too, and `stop` throws unless the list was emptied, so that no test passes by ignoring it.
   */
  readonly complaints: string[];
  clearLog(): void;
  /** Forgets documents, files, open transactions, faults, hook, complaints and log; collections and indexes stay, empty. */
  reset(): void;
  readonly faults: Faults;
  beforeRequest: BeforeRequest | null;
  duplicateWording: DuplicateWording;
  services: Services;
  readonly files: FileStorage;
  createCollection(name: string): void;
  /** Declares an index, as the console would; makes the collection if it is not there. */
  declareIndex(collection: string, declaration: IndexDeclaration): void;
  /** How many transactions are open, so that a test can tell that none was left behind. */
  readonly openTransactions: number;
  stop(): Promise<void>;
}
