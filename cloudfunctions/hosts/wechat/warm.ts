// What a cloud function makes once and keeps while its instance is warm; made anew after it could not be made, or has gone bad.

/** Something that is made at the first call and kept. */
export interface Warm<Made> {
  /** The made thing; tried again at the next call when making it fails. */
  get(): Promise<Made>;
  /** Lets go of it: the next call makes it anew. */
  forget(): void;
}

/** Keeps what `make` makes. */
export function keepWarm<Made>(make: () => Promise<Made>): Warm<Made> {
  let making: Promise<Made> | null = null;
  return {
    async get() {
      making ??= make();
      const mine = making;
      try {
        return await mine;
      } catch (error) {
        if (making === mine) making = null;
        throw error;
      }
    },
    forget() {
      making = null;
    },
  };
}

const SIGNATURE = /\bSIGN_[A-Z_]+|InvalidCredential|signature|AuthFailure/i;

/**
 * Whether an error, or what caused it, says that the signature was refused: the credentials that an instance was born with
 * run out while it stays warm, and what was made with them goes on signing with them.
 */
export function isSignatureError(error: unknown): boolean {
  for (let cause = error, depth = 0; cause instanceof Error && depth < 5; cause = cause.cause, depth += 1) {
    const { code, errMsg } = cause as Error & { readonly code?: unknown; readonly errMsg?: unknown };
    if (SIGNATURE.test(`${String(code)} ${String(errMsg)} ${cause.message}`)) return true;
  }
  return false;
}
