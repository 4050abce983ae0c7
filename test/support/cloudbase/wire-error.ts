// The errors that the stand-in answers with: the wire code and the text, by which alone they can be told apart.

const ADVICE = 'Please check your request, but if the problem cannot be solved, contact us.';

/** In which of its two seen forms a duplicate key is reported. */
export type DuplicateWording = 'request_failed' | 'duplicate_write';

/** An error that travels as HTTP 200 with `code` and `message`. */
export class WireError extends Error {
  override readonly name = 'WireError';
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** Somebody else's transaction was first on a document (text and code: vendor). */
export function transactionConflict(): WireError {
  return new WireError(
    'DATABASE_TRANSACTION_CONFLICT',
    `[ResourceUnavailable.TransactionConflict] Transaction is conflict, maybe resource operated by others. ${ADVICE}`,
  );
}

/** Two operations of one transaction at once (marker: reports; code: assumption, since only the SDK's own was reported). */
export function transactionBusy(): WireError {
  return new WireError(
    'DATABASE_TRANSACTION_FAIL',
    `[ResourceUnavailable.TransactionBusy] Transaction is busy, operations of one transaction must not run at the same time. ${ADVICE}`,
  );
}

/** The transaction has ended, has expired or never was (marker: reports; code: vendor). */
export function transactionNotExist(): WireError {
  return new WireError(
    'DATABASE_TRANSACTION_FAIL',
    `[ResourceUnavailable.TransactionNotExist] Transaction does not exist on the server, it must be committed or aborted within 30 seconds. ${ADVICE}`,
  );
}

/** A statement that the database refuses (code: reports). */
export function requestFailed(operation: string, why: string): WireError {
  return new WireError('DATABASE_REQUEST_FAILED', `[FailedOperation.${operation}] ${why}. ${ADVICE}`);
}

/** An unknown collection (code: vendor; marker: reports). */
export function collectionNotExist(name: string): WireError {
  return new WireError('DATABASE_COLLECTION_NOT_EXIST', `[ResourceNotFound] Db or Table not exist: ${name}. ${ADVICE}`);
}

/** A collection that is already there (reports). */
export function collectionExists(): WireError {
  return new WireError('DATABASE_COLLECTION_ALREADY_EXIST', `[ResourceUnavailable.ResourceExist] Table exist. ${ADVICE}`);
}

/** A malformed request. */
export function invalidParameter(why: string): WireError {
  return new WireError('INVALID_PARAM', `[InvalidParameter] ${why}. ${ADVICE}`);
}

/**
 * A key that an index allows once only.
 * Both forms were reported from the real cloud; an adapter must recognise either by the words `E11000 duplicate key`.
 */
export function duplicateKey(collection: string, index: string, key: string, operation: string, wording: DuplicateWording): WireError {
  const what = `E11000 duplicate key error collection: tnt-standin.${collection} index: ${index} dup key: ${key}`;
  return wording === 'request_failed'
    ? requestFailed(operation, `multiple write errors: [{write errors: [{${what}}]}, {<nil>}]`)
    : new WireError('DATABASE_DUPLICATE_WRITE', `[FailedOperation.${operation}] bulk write error: [{[{${what}}]}, {<nil>}]. ${ADVICE}`);
}
