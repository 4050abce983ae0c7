// What PostgreSQL and the way to it can answer, as the faults of the port; no word of it holds the address or a password.
import { TryAgain } from '#server/adapters/store-lane/engine';
import { Fault } from '#server/ports/fault';

/** SQLSTATE codes after which nothing was written and another run may succeed: serialization failure, deadlock. */
const PASSING: readonly string[] = ['40001', '40P01'];

/** The server is going down, is starting, has no connection left, does not let us in, or only lets us read. */
const UNAVAILABLE = /^(08...|57P0.|57014|53300|28...|3D000|25006|25P03|42501)$/;

const NETWORK = /^(E[A-Z]+|UND_ERR.*)$/;
const LOST = /connection (?:terminated|error)|not queryable|client was closed|timeout|ended unexpectedly/i;

function codeOf(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** Whether an error means that the connection is gone, so that another connection may well succeed. */
export function isLostConnection(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = codeOf(error);
  return /^(08...|57P0.|25P03)$/.test(code) || NETWORK.test(code) || (code === '' && LOST.test(error.message));
}

/** Whether an error means that an id exists that was to be inserted. */
export function isExistingId(error: unknown): boolean {
  return error instanceof Error && codeOf(error) === '23505';
}

/** Turns what the driver threw into a Fault or TryAgain; what is no known failure of the world is given back as it is. */
export function faultOf(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof Fault || error instanceof TryAgain) return error;
  const code = codeOf(error);
  if (PASSING.includes(code)) return new TryAgain('the batch lost against another process', [], { cause: error });
  if (code === '55P03') return new Fault('conflict', 'another process keeps this community for too long', { cause: error });
  if (code === '53100') return new Fault('storage_full', 'the disk of the database server is full', { cause: error });
  if (UNAVAILABLE.test(code) || isLostConnection(error)) {
    return new Fault('store_unavailable', 'the database server does not answer as it should', { cause: error });
  }
  return error;
}

/** Runs something on the server and throws its failures as faults. */
export async function faulting<Result>(run: () => Promise<Result>): Promise<Result> {
  try {
    return await run();
  } catch (error) {
    throw faultOf(error);
  }
}
