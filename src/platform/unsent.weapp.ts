// What is written and not sent yet: a mini-program's pages go, and the app stays, until it is closed.

const texts = new Map<string, string>();

/** What was kept under a name; null when nothing was. */
export function recallUnsent(name: string): string | null {
  return texts.get(name) ?? null;
}

/** Keeps a text, or forgets it with null. */
export function keepUnsent(name: string, text: string | null): void {
  if (text === null) texts.delete(name);
  else texts.set(name, text);
}
