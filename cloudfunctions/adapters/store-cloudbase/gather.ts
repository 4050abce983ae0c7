// Gathers what is asked for in one turn of the event loop, so that views which ask side by side share their requests.

/** Fetches the values of distinct keys with one request; what is not there is left out. */
export type Fetch<Value> = (keys: readonly string[]) => Promise<ReadonlyMap<string, Value>>;

interface Waiting<Value> {
  readonly keys: ReadonlySet<string>;
  readonly resolve: (values: ReadonlyMap<string, Value>) => void;
  readonly reject: (error: unknown) => void;
}

/** Puts as many questions into one request as fit; a question alone may be larger than that, and is then the fetcher's to divide. */
function packed<Value>(waiting: readonly Waiting<Value>[], keysMax: number): { keys: Set<string>; waiting: Waiting<Value>[] }[] {
  const parcels: { keys: Set<string>; waiting: Waiting<Value>[] }[] = [];
  for (const question of waiting) {
    const fitting = parcels.find(({ keys }) => new Set([...keys, ...question.keys]).size <= keysMax);
    const parcel = fitting ?? { keys: new Set<string>(), waiting: [] };
    if (fitting === undefined) parcels.push(parcel);
    for (const key of question.keys) parcel.keys.add(key);
    parcel.waiting.push(question);
  }
  return parcels;
}

/** A function that asks for keys; all that is asked in one turn becomes one request of up to `keysMax` keys, or as few as it takes. */
export function gather<Value>(keysMax: number, fetch: Fetch<Value>): Fetch<Value> {
  let waiting: Waiting<Value>[] = [];

  function send(): void {
    const parcels = packed(waiting, keysMax);
    waiting = [];
    for (const parcel of parcels) {
      fetch([...parcel.keys]).then(
        (values) => {
          for (const { resolve } of parcel.waiting) resolve(values);
        },
        (error: unknown) => {
          for (const { reject } of parcel.waiting) reject(error);
        },
      );
    }
  }

  return (keys) =>
    new Promise((resolve, reject) => {
      if (waiting.length === 0) setImmediate(send);
      waiting.push({ keys: new Set(keys), resolve, reject });
    });
}
