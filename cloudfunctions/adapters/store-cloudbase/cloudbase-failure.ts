// What CloudBase and the way to it can answer instead of a result, and the fault of the port that each becomes.
import { Fault } from '#server/ports/fault';

/**
 * What a failed request means:
 * - `exists`: something that was to be inserted is there already; the transaction may still have to be ended;
 * - `ended`: somebody was faster, or it took too long, and the server has ended the transaction by itself;
 * - `busy`: the transaction could not go on now;
 * - `lost`: no answer that says anything came back, and what was asked may have been done;
 * - `refused`: the request itself is not acceptable, now or later.
 */
export type FailureKind = 'exists' | 'ended' | 'busy' | 'lost' | 'refused';

// Codes are few and coarse, and one thing arrives under several of them: the text decides first.
const EXISTS = /E11000 duplicate key/;
const ENDED = /TransactionConflict|TransactionNotExist|DATABASE_TRANSACTION_CONFLICT/;
const BUSY = /TransactionBusy|DATABASE_TRANSACTION_FAIL/;
const LOST = /^(?:E[A-Z]+|EAI_[A-Z]+|HPE_\w+|UND_ERR\w*|EXCEED_\w+|\w*TIMEOUT\w*|SYS_ERR|INTERNAL\w*|408|429|5\d\d)$/;

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function kindOf(code: string, message: string): FailureKind {
  const text = `${code} ${message}`;
  if (EXISTS.test(text)) return 'exists';
  if (ENDED.test(text)) return 'ended';
  if (BUSY.test(text)) return 'busy';
  // Without a code the SDK has stumbled over an answer that is none, such as a gateway's page.
  return code === '' || LOST.test(code) ? 'lost' : 'refused';
}

/** Thrown for every request to CloudBase that brought no result. */
export class CloudBaseFailure extends Error {
  readonly kind: FailureKind;
  readonly wireCode: string;

  constructor(cause: unknown) {
    const { code, message } = (typeof cause === 'object' && cause !== null ? cause : {}) as { code?: unknown; message?: unknown };
    super(`${textOf(code)} ${textOf(message)}`.trim(), { cause });
    this.name = 'CloudBaseFailure';
    this.wireCode = textOf(code);
    this.kind = kindOf(textOf(code), textOf(message));
  }

  /** The fault that a caller is told, after whatever could be tried has been tried. */
  toFault(): Fault {
    if (/COLLECTION_NOT_EXIST|missing secretId/.test(this.message)) {
      return new Fault('not_configured', 'CloudBase lacks the collection of the store, or this process its credentials', { cause: this });
    }
    if (this.kind === 'lost' || this.kind === 'refused') {
      return new Fault('store_unavailable', 'CloudBase does not answer as it should', { cause: this });
    }
    return new Fault('conflict', 'others kept changing what this decision rests on', { cause: this });
  }
}
