// The keys that come up for a number in WeChat: its keyboards for numbers have no letters.

/** What a field is given for the keys that it wants. */
export function keysFor(keyboard: 'text' | 'number' | 'digit') {
  return { type: keyboard } as const;
}
