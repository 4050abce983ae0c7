// A sheet that asks for one of a few answers, and a line that says what happened.
import { element } from './element';

/** One answer of a sheet. */
export interface Choice<T> {
  readonly value: T;
  readonly label: string;
}

/** Asks for one of several answers; null when the sheet is closed without. `giveUpMs` answers by itself with the first. */
export function askWithSheet<T>(
  name: string,
  question: string,
  choices: readonly Choice<T>[],
  cancel: string,
  giveUpMs?: number,
): Promise<T | null> {
  return new Promise((resolve) => {
    const sheet = element('dialog', { class: 'sheet', 'data-sheet': name, 'aria-label': question });
    const timer = giveUpMs === undefined ? undefined : setTimeout(() => finish(choices[0]?.value ?? null), giveUpMs);
    const finish = (value: T | null) => {
      clearTimeout(timer);
      sheet.remove();
      resolve(value);
    };
    sheet.append(element('p', { class: 'sheet__question' }, question));
    for (const { value, label } of choices)
      sheet.append(element('button', { class: 'button button--wide', onclick: () => finish(value) }, label));
    sheet.append(element('button', { class: 'button button--wide button--plain', onclick: () => finish(null) }, cancel));
    sheet.addEventListener('cancel', () => finish(null));
    document.body.append(sheet);
    sheet.showModal();
  });
}

const NOTE_MS = 4_000;

/** Says something for a few seconds. */
export function note(text: string): void {
  for (const old of document.querySelectorAll('.note')) old.remove();
  const line = element('p', { class: 'note', role: 'status' }, text);
  document.body.append(line);
  setTimeout(() => line.remove(), NOTE_MS);
}
