// The bar above everything: the demo's clock, the phones to show, the stories, the language; and the tabs of a narrow window.
import type { Persona } from '#server/hosts/node/personas';
import { element } from './element';
import { badgeOf, nameOf } from './faces';
import { CHAT } from './phone-row';
import type { Language, Words } from './words';

/** What the bar is given. */
export interface BarView {
  readonly people: readonly Persona[];
  readonly words: Words;
  readonly language: Language;
  readonly clock: HTMLElement;
  /** Whether the story points at the clock. */
  readonly isClockNext: boolean;
  toggle(persona: string): void;
  move(to: 'next_day' | 'before_midnight'): void;
  stories(): void;
  switchLanguage(): void;
}

/** Draws the bar. */
export function drawBar(view: BarView): HTMLElement {
  const { words, language } = view;
  const shows = view.people.map((person) =>
    element('button', { class: 'chip', 'data-show': person.persona, onclick: () => view.toggle(person.persona) }, nameOf(person, language)),
  );
  const move = (to: 'next_day' | 'before_midnight', text: string, isNext: boolean) =>
    element('button', { class: isNext ? 'button is-next' : 'button', 'data-clock': to, onclick: () => view.move(to) }, text);
  return element(
    'header',
    { class: 'bar' },
    element('div', { class: 'bar__name' }, element('h1', {}, words.title), element('p', { class: 'quiet' }, words.subtitle)),
    element('nav', { class: 'shows', 'aria-label': words.show }, ...shows),
    element(
      'div',
      { class: 'bar__time', title: words.clockHint },
      view.clock,
      move('next_day', words.nextDay, view.isClockNext),
      move('before_midnight', words.beforeMidnight, false),
    ),
    element(
      'div',
      { class: 'bar__more' },
      element('button', { class: 'button', 'data-stories': '', onclick: () => view.stories() }, words.guide.name),
      element('button', { class: 'button button--plain', 'data-language': language, onclick: () => view.switchLanguage() }, words.language),
    ),
    element('p', { class: 'lost', role: 'alert' }, words.lost),
  );
}

/** What the tabs are given. */
export interface TabsView {
  readonly people: readonly Persona[];
  readonly words: Words;
  readonly language: Language;
  /** What the story points at: the chat, or a person's phone. */
  readonly next: string | null;
  /** What is new in the chats of the person who was chosen. */
  readonly unread: number;
  look(at: string): void;
}

/** Draws the tabs of a window that has room for one thing at a time. */
export function drawTabs({ people, words, language, next, unread, look }: TabsView): HTMLElement {
  const tab = (at: string, text: string, label: string, badge: HTMLElement | null) =>
    element(
      'button',
      { class: next === at ? 'tab is-next' : 'tab', 'data-look': at, 'aria-label': label, onclick: () => look(at) },
      text,
      badge,
    );
  const chatLabel = unread === 0 ? words.groupTab : `${words.groupTab}, ${words.unread(unread)}`;
  return element(
    'nav',
    { class: 'tabs', 'aria-label': words.show },
    tab(CHAT, words.groupTab, chatLabel, badgeOf(unread, words.unread(unread))),
    ...people.map((person) => {
      const name = nameOf(person, language);
      return tab(person.persona, name, words.phoneTab(name), null);
    }),
  );
}
