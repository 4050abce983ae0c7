// What is written and not sent yet stays with the browser's tab: a reload finds it again, another tab does not.
import { keyOf } from '#app/platform/storage';

const nameOf = (name: string) => keyOf(`unsent.${name}`);

/** What was kept under a name; null when nothing was, or the browser forbids it. */
export function recallUnsent(name: string): string | null {
  try {
    return window.sessionStorage.getItem(nameOf(name));
  } catch {
    return null;
  }
}

/** Keeps a text, or forgets it with null. */
export function keepUnsent(name: string, text: string | null): void {
  try {
    if (text === null) window.sessionStorage.removeItem(nameOf(name));
    else window.sessionStorage.setItem(nameOf(name), text);
  } catch {
    // It is on the screen all the same.
  }
}
