// The phones beside the chat: which are shown, how large, and which of all things is looked at where there is room for one.
import type { Persona } from '#server/hosts/node/personas';
import { element } from './element';
import { nameOf, roleOf } from './faces';
import type { Phones } from './phones';
import type { Language, Words } from './words';

/** A phone's screen, in CSS pixels, and what its case adds around it. */
const SCREEN = { width: 390, height: 844 };
const CASE = 14;
const LABEL = 30;
const GAP = 16;
/** Smaller than this, words cannot be read: the row scrolls instead. */
const SCALE_MIN = 0.66;

/** What is looked at where there is room for one thing only. */
export const CHAT = 'chat';

/** How many phones stand beside the chat at first. */
function roomFor(width: number): number {
  if (width < 900) return 0;
  return width < 1_280 ? 2 : 3;
}

/** The phones' row. */
export class PhoneRow {
  readonly place = element('div', { class: 'phones' });
  private readonly places = new Map<string, HTMLElement>();
  private shown: ReadonlySet<string>;
  private looksAt = CHAT;

  constructor(
    private readonly root: HTMLElement,
    private readonly phones: Phones,
    private readonly people: readonly Persona[],
  ) {
    // Where there is room for one thing only, phones open when they are looked at.
    this.shown = new Set(people.slice(0, roomFor(window.innerWidth)).map(({ persona }) => persona));
    for (const { persona } of people) {
      const place = element('div', { class: 'place place--phone', 'data-place': persona });
      this.places.set(persona, place);
      this.place.append(place);
    }
    new ResizeObserver(() => this.fit()).observe(this.place);
  }

  /** Whether a phone is on show beside the chat. */
  isShown(persona: string): boolean {
    return this.shown.has(persona);
  }

  /** Shows a phone: beside the others while there is room, then in place of the one that was called for longest ago. */
  show(persona: string): void {
    const others = [...this.shown].filter((one) => one !== persona);
    this.shown = new Set([...others.slice(Math.max(0, others.length + 1 - Math.max(1, roomFor(window.innerWidth)))), persona]);
    this.look(persona);
    const isCalm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.places.get(persona)?.scrollIntoView({ behavior: isCalm ? 'auto' : 'smooth', inline: 'nearest', block: 'nearest' });
  }

  /** Puts a phone away, or back. */
  toggle(persona: string): void {
    this.shown = new Set(this.isShown(persona) ? [...this.shown].filter((one) => one !== persona) : [...this.shown, persona]);
    this.look(this.looksAt === persona ? CHAT : this.looksAt);
  }

  /** Looks at the chat or at a phone. A frame, once in its place, is never moved, as that would load it anew. */
  look(at: string): void {
    this.looksAt = at;
    this.root.setAttribute('data-tab', at);
    for (const person of this.people) {
      const place = this.places.get(person.persona);
      const isShown = this.isShown(person.persona) || at === person.persona;
      if (place === undefined) continue;
      if (isShown && place.childElementCount === 0) place.append(this.phoneView(person));
      place.classList.toggle('is-shown', isShown);
      place.classList.toggle('is-tab', at === person.persona);
    }
    for (const button of this.root.querySelectorAll<HTMLElement>('[data-look]'))
      button.setAttribute('aria-pressed', String(button.dataset.look === at));
    for (const button of this.root.querySelectorAll<HTMLElement>('[data-show]'))
      button.setAttribute('aria-pressed', String(this.isShown(button.dataset.show ?? '')));
    this.fit();
  }

  /** Looks at what was looked at, such as after its buttons were drawn anew. */
  lookAgain(): void {
    this.look(this.looksAt);
  }

  /** Points at a person's phone; null at none. */
  point(persona: string | null): void {
    for (const [one, place] of this.places) place.classList.toggle('is-next', one === persona);
  }

  /** Writes whose phones they are. */
  name(words: Words, language: Language): void {
    for (const person of this.people) {
      const place = this.places.get(person.persona);
      const title = words.phoneOf(nameOf(person, language), roleOf(person, language));
      const owner = place?.querySelector('.phone__owner');
      if (owner) owner.textContent = title;
      place?.querySelector('.phone')?.setAttribute('aria-label', title);
      place?.querySelector('iframe')?.setAttribute('title', title);
    }
  }

  /** Every phone is a whole one, as large as the room lets all of them be. */
  private fit(): void {
    const count = Math.max(1, this.place.querySelectorAll('.is-shown').length);
    const width = (this.place.clientWidth - GAP * (count - 1)) / count - CASE;
    const height = this.place.clientHeight - LABEL - CASE;
    const scale = Math.min(1, Math.max(SCALE_MIN, Math.min(width / SCREEN.width, height / SCREEN.height)));
    this.place.style.setProperty('--scale', scale.toFixed(4));
  }

  private phoneView(person: Persona): HTMLElement {
    const title = this.phones.frameOf(person).title;
    return element(
      'section',
      { class: 'phone', 'data-phone': person.persona, 'aria-label': title },
      element('h2', { class: 'phone__owner' }, title),
      element('div', { class: 'phone__case' }, this.phones.frameOf(person)),
    );
  }
}
