// The keys that come up for a number in a browser. A field of numbers would drop what it does not know, letter by letter, and make 13 of
// 1e3: here it is a field of text that asks for other keys, and whoever reads it says what is wrong.

/** What a field is given for the keys that it wants. */
export function keysFor(keyboard: 'text' | 'number' | 'digit') {
  if (keyboard === 'text') return { type: 'text' } as const;
  return { type: 'text', nativeProps: { inputMode: keyboard === 'digit' ? 'decimal' : 'numeric' } } as const;
}
