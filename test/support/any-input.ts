// Inputs of the right shape for any action, derived from its schema: whoever adds an action adds nothing here.
import fc from 'fast-check';
import * as v from 'valibot';

/** Values that a field of a name is given besides what its schema alone would allow, such as ids that exist. */
export type KnownValues = Readonly<Record<string, readonly unknown[]>>;

/** Any schema, as far as this file looks into it. */
interface LooseSchema {
  readonly type: string;
  readonly pipe?: readonly { readonly type: string; readonly requirement?: unknown }[];
  readonly entries?: Readonly<Record<string, LooseSchema>>;
  readonly wrapped?: LooseSchema;
  readonly item?: LooseSchema;
  readonly key?: LooseSchema;
  readonly value?: LooseSchema;
  readonly literal?: unknown;
  readonly options?: readonly unknown[];
}

/** Texts of every kind that some schema takes: words, ids, days, months, zones, pictures, and the longest and oddest that may pass. */
const texts: readonly string[] = [
  '',
  '店',
  '茶馆',
  '每天一杯好茶',
  '外脆里软,下次还来买',
  '010-5555 0102',
  '🍎🍏',
  'é́',
  "'; DROP TABLE member; --",
  '<script>alert(1)</script>',
  '{{7*7}}',
  '%00%2e%2e%2f',
  'a',
  'q1',
  'nothing',
  'toString',
  'valueOf',
  '..',
  '_system',
  '-',
  'x'.repeat(64),
  '长'.repeat(200),
  '0001-01-01',
  '2026-03-02',
  '2026-03-31',
  '2028-02-29',
  '9999-12-31',
  '0000-01',
  '2026-03',
  '9999-12',
  'UTC',
  'Asia/Shanghai',
  'America/St_Johns',
  'Pacific/Apia',
  '1234567890',
  '0~0~0',
  'AAAA',
  '/9j/4AAQSkZJRg==',
];

const numbers: readonly number[] = [-1, 0, 1, 2, 3, 6, 7, 50, 99, 100, 719, 10_000, 1e8, 2 ** 31, Number.MAX_SAFE_INTEGER, 1e21, 1e300];

function stringOf(schema: LooseSchema): fc.Arbitrary<unknown> {
  const isRight = (value: unknown) => v.is(schema as never, value);
  const fitting = texts.filter(isRight);
  if (fitting.length === 0) throw new Error('no text of any-input.ts fits a schema: add one that does');
  return fc.constantFrom(...fitting);
}

function numberOf(schema: LooseSchema): fc.Arbitrary<unknown> {
  const fitting = numbers.filter((value) => v.is(schema as never, value));
  if (fitting.length === 0) throw new Error('no number of any-input.ts fits a schema: add one that does');
  return fc.constantFrom(...fitting);
}

function boundsOf({ pipe = [] }: LooseSchema): { readonly minLength: number; readonly maxLength: number } {
  const said = (type: string) => pipe.find((step) => step.type === type)?.requirement;
  const least = Number(said('min_length') ?? 0);
  return { minLength: least, maxLength: Math.max(least, Math.min(Number(said('max_length') ?? 4), 4)) };
}

/** Whether a schema has checks that its parts do not know: how long, in which order, each once. */
function withChecks(schema: LooseSchema, values: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return schema.pipe === undefined ? values : values.filter((value) => v.is(schema as never, value));
}

function objectOf(schema: LooseSchema, known: KnownValues): fc.Arbitrary<unknown> {
  const entries = Object.entries(schema.entries ?? {});
  const isOptional = ([, entry]: readonly [string, LooseSchema]) => entry.type === 'optional';
  const model = Object.fromEntries(entries.map(([name, entry]) => [name, fieldOf(name, entry.wrapped ?? entry, entry, known)]));
  const required = entries.filter((entry) => !isOptional(entry)).map(([name]) => name);
  return withChecks(schema, fc.record(model, { requiredKeys: required, noNullPrototype: true }));
}

/** A field's values: those that are known by its name, where its schema takes them, and any that it takes. */
function fieldOf(name: string, inner: LooseSchema, outer: LooseSchema, known: KnownValues): fc.Arbitrary<unknown> {
  const schema = outer.type === 'optional' ? inner : outer;
  const fitting = (known[name] ?? []).filter((value) => v.is(schema as never, value));
  const any = valuesOf(schema, known);
  return fitting.length === 0 ? any : fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...fitting) }, { weight: 1, arbitrary: any });
}

/** A record whose keys are not those that every object inherits: they are denied wherever they stand. */
function recordOf(schema: LooseSchema, known: KnownValues): fc.Arbitrary<unknown> {
  const keys = (valuesOf(schema.key as LooseSchema, known) as fc.Arbitrary<string>).filter((key) => !(key in Object.prototype));
  return fc.dictionary(keys, valuesOf(schema.value as LooseSchema, known), { maxKeys: 4, noNullPrototype: true });
}

function valuesOf(schema: LooseSchema, known: KnownValues): fc.Arbitrary<unknown> {
  switch (schema.type) {
    case 'strict_object':
    case 'object':
      return objectOf(schema, known);
    case 'string':
      return stringOf(schema);
    case 'number':
      return numberOf(schema);
    case 'boolean':
      return fc.boolean();
    case 'picklist':
      return fc.constantFrom(...(schema.options ?? []));
    case 'literal':
      return fc.constant(schema.literal);
    case 'nullable':
      return fc.option(valuesOf(schema.wrapped as LooseSchema, known), { nil: null, freq: 3 });
    case 'array':
      return withChecks(schema, fc.array(valuesOf(schema.item as LooseSchema, known), boundsOf(schema)));
    case 'record':
      return withChecks(schema, recordOf(schema, known));
    case 'variant':
    case 'union':
      return fc.oneof(...(schema.options ?? []).map((option) => valuesOf(option as LooseSchema, known)));
    default:
      throw new Error(`any-input.ts makes no values of the kind ${schema.type} yet`);
  }
}

/** Inputs that a schema takes. */
export function anyInput(schema: v.GenericSchema, known: KnownValues = {}): fc.Arbitrary<unknown> {
  return valuesOf(schema as unknown as LooseSchema, known);
}

/** One input that a schema takes, always the same: what is known by its fields' names stands in it, what may be left out and is not known does not. */
export function sampleInput(schema: v.GenericSchema, known: KnownValues = {}): Record<string, unknown> {
  const { entries = {} } = schema as unknown as LooseSchema;
  const stays = ([name, entry]: readonly [string, LooseSchema]) => entry.type !== 'optional' || known[name] !== undefined;
  const inputs = objectOf({ type: 'object', entries: Object.fromEntries(Object.entries(entries).filter(stays)) }, known);
  const wanted = Object.entries(known).filter(([name]) => Object.hasOwn(entries, name));
  const first = Object.fromEntries(wanted.map(([name, values]) => [name, values[0]]));
  const named = inputs.map((input) => ({ ...(input as Record<string, unknown>), ...first }));
  const [sample] = fc.sample(withChecks(schema as unknown as LooseSchema, named) as typeof named, { seed: 1, numRuns: 1 });
  if (!v.is(schema, sample)) throw new Error(`not an input: ${JSON.stringify(sample)}`);
  return sample as Record<string, unknown>;
}
