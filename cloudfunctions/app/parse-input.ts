// Reads an input by its action's schema; what does not fit is denied with the path of the field and nothing of its content.
import * as v from 'valibot';
import type { Denial } from '#core/refusals';
import { isIdPart } from '#core/values/ids';

/** The longest path that a denial repeats: it may consist of keys that somebody made up. */
const PATH_LENGTH_MAX = 80;

/** The name of a key, at any depth, that every object inherits, such as `__proto__`: schemas look past it, so it is denied here. */
function inheritedKey(input: unknown): string | null {
  // A list of what is still to look at, not recursion: the input may be nested as deep as its size allows.
  const waiting: unknown[] = [input];
  for (let value = waiting.pop(); value !== undefined; value = waiting.pop()) {
    if (typeof value !== 'object' || value === null) continue;
    if (Array.isArray(value)) {
      for (const one of value) waiting.push(one ?? null);
      continue;
    }
    for (const key of Object.keys(value)) {
      if (key in Object.prototype) return key;
      waiting.push((value as Record<string, unknown>)[key] ?? null);
    }
  }
  return null;
}

/** The input as its schema makes it, or the denial. */
export function parseInput(schema: v.GenericSchema, input: unknown): { readonly input: unknown } | { readonly denial: Denial } {
  // A list is an object to the schemas.
  if (Array.isArray(input)) return { denial: { code: 'invalid_input', data: { path: '', problem: 'list' } } };
  const inherited = inheritedKey(input);
  if (inherited !== null) return { denial: { code: 'invalid_input', data: { path: inherited, problem: 'inherited_key' } } };
  const parsed = v.safeParse(schema, input, { abortEarly: true });
  if (parsed.success) return { input: parsed.output };
  const [issue] = parsed.issues;
  const path = (v.getDotPath(issue) ?? '').slice(0, PATH_LENGTH_MAX);
  return { denial: { code: 'invalid_input', data: { path, problem: issue.type } } };
}

/** A requestId that a phone made: 8 to 64 characters that may stand in an id. */
export function isRequestId(value: unknown): value is string {
  return typeof value === 'string' && /^[A-Za-z0-9_-]{8,64}$/.test(value) && isIdPart(value);
}
