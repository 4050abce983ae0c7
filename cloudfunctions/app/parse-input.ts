// Reads an input by its action's schema; what does not fit is denied with the path of the field and nothing of its content.
import * as v from 'valibot';
import type { Denial } from '#core/refusals';

/** The longest path that a denial repeats: it may consist of keys that somebody made up. */
const PATH_LENGTH_MAX = 80;

/** The input as its schema makes it, or the denial. */
export function parseInput(schema: v.GenericSchema, input: unknown): { readonly input: unknown } | { readonly denial: Denial } {
  const parsed = v.safeParse(schema, input, { abortEarly: true });
  if (parsed.success) return { input: parsed.output };
  const [issue] = parsed.issues;
  const path = (v.getDotPath(issue) ?? '').slice(0, PATH_LENGTH_MAX);
  return { denial: { code: 'invalid_input', data: { path, problem: issue.type } } };
}

/** A requestId that a phone made: 8 to 64 characters that may stand in an id. */
export function isRequestId(value: unknown): value is string {
  return typeof value === 'string' && /^[A-Za-z0-9_-]{8,64}$/.test(value);
}
