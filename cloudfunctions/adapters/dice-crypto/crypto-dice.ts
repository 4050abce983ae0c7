// Chance from the operating system's cryptographic source.
import { randomBytes } from 'node:crypto';
import { toBase32 } from '#server/adapters/signing/sign';
import type { Dice } from '#server/ports/dice';

/** Unguessable ids: five random bits per character. */
export const cryptoDice: Dice = { id: (length) => toBase32(randomBytes(Math.ceil((length * 5) / 8)), length) };
