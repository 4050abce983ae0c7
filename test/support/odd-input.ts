// Inputs that are almost right, or nothing like it: what a broken or hostile phone may send.
import fc from 'fast-check';
import type * as v from 'valibot';
import { anyInput, type KnownValues } from './any-input';

const deep = (depth: number): unknown => JSON.parse(`${'['.repeat(depth)}${']'.repeat(depth)}`);

/** Values that have broken such systems before. What JSON cannot say is there too: a host may hand over anything. */
const oddValues: readonly unknown[] = [
  undefined,
  null,
  true,
  '',
  ' ',
  'x'.repeat(100_000),
  '长'.repeat(5_000),
  '\u0000',
  '\ud800',
  '\u202e\u200b',
  'Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L',
  '../../etc/passwd',
  'a/b',
  'a/b/c/d',
  '~',
  '0~',
  '0~[]',
  '9~["a"]',
  '_system/secret/session',
  '2026-02-30',
  '2026-13',
  '0000-00',
  '-000001-01-01',
  "' OR '1'='1",
  '{"$gt":""}',
  '__proto__',
  Number.NaN,
  Number.POSITIVE_INFINITY,
  -0,
  -1,
  0.1,
  1e21,
  -1e300,
  Number.MAX_SAFE_INTEGER,
  Number.MAX_SAFE_INTEGER + 1,
  Number.MIN_SAFE_INTEGER,
  8.64e15,
  8.64e15 + 1,
  [],
  {},
  [[]],
  { $gt: '' },
  { $where: 'sleep(1000)' },
  { length: 1e9 },
  { toJSON: 1 },
  JSON.parse('{"__proto__":{"role":"owner"}}'),
  JSON.parse('{"constructor":{"prototype":{"role":"owner"}}}'),
  deep(2_000),
  Array(500).fill('a'),
];

const oddKeys = ['surprise', '__proto__', 'constructor', 'memberId', 'role', 'personKey', '$set', '', '0'] as const;

/** One thing that goes wrong, at some place of an input: a value is another, a field is missing, a field is too much. */
interface Damage {
  readonly place: number;
  readonly kind: 'replace' | 'drop' | 'add';
  readonly value: unknown;
  readonly key: string;
}

const damage: fc.Arbitrary<Damage> = fc.record({
  place: fc.nat(1_000),
  kind: fc.constantFrom('replace', 'replace', 'replace', 'drop', 'add'),
  value: fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...oddValues) }, { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) }),
  key: fc.constantFrom(...oddKeys),
});

type Box = Record<string, unknown>;

/** Every place of an input: the object or list, and the key in it. */
function placesOf(root: Box): { readonly box: Box; readonly key: string }[] {
  const places: { box: Box; key: string }[] = [];
  for (const waiting: Box[] = [root]; waiting.length > 0 && places.length < 200; ) {
    const box = waiting.pop() ?? {};
    for (const key of Object.keys(box)) {
      places.push({ box, key });
      const value = box[key];
      if (typeof value === 'object' && value !== null) waiting.push(value as Box);
    }
  }
  return places;
}

/** Sets a field of an object's own, `__proto__` too. */
function setOwn(box: Box, key: string, value: unknown): void {
  Object.defineProperty(box, key, { value, writable: true, enumerable: true, configurable: true });
}

function damaged(input: unknown, damages: readonly Damage[]): unknown {
  const root: Box = { input: structuredClone(input) };
  for (const { place, kind, value, key } of damages) {
    const places = placesOf(root);
    const hit = places[place % places.length];
    if (hit === undefined) continue;
    const inner = hit.box[hit.key];
    if (kind === 'drop' && hit.box !== root) delete hit.box[hit.key];
    else if (kind === 'add' && typeof inner === 'object' && inner !== null) setOwn(inner as Box, key, structuredClone(value));
    else setOwn(hit.box, hit.key, structuredClone(value));
  }
  return root['input'];
}

/** Inputs around what a schema takes, and now and then anything at all. */
export function oddInput(schema: v.GenericSchema, known: KnownValues = {}): fc.Arbitrary<unknown> {
  const almost = fc.tuple(anyInput(schema, known), fc.array(damage, { minLength: 1, maxLength: 2 }));
  return fc.oneof(
    { weight: 9, arbitrary: almost.map(([input, damages]) => damaged(input, damages)) },
    { weight: 1, arbitrary: fc.oneof(fc.constantFrom(...oddValues), fc.jsonValue()) },
  );
}

/** Ids of requests: mostly as a phone makes them, some that come again, some that are none. */
export const anyRequestId: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 8, arbitrary: fc.uuid() },
  { weight: 1, arbitrary: fc.constantFrom('request-again-1', 'request-again-2', 'toString-toString', 'x'.repeat(64)) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(undefined, null, 7, '', 'short', 'x'.repeat(65), '../../../etc', '请求请求请求请求', {}, ['request-1']),
  },
);
