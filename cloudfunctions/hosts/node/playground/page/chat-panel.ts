// The chats of the person who was chosen: whose they are, the list or the chat that is open, and the line to write in.
import type { Persona } from '#server/hosts/node/personas';
import { drawChatList, outsideView } from './chat-list';
import { type CardMessage, type ChatView, drawMessages } from './chat-view';
import { type ChatLine, chatsOf, firstChat, GROUP, unreadOf } from './chats';
import { element } from './element';
import { badgeOf, faceOf, nameOf, roleOf } from './faces';
import type { ReadMemory } from './reading';
import type { PlaygroundState } from './server';
import type { Language, Words } from './words';

/** What the panel asks of the page around it. */
export interface PanelNeeds {
  openCard(me: string, message: CardMessage): void;
  moreOf(me: string, message: CardMessage): void;
  bringIn(persona: string): void;
  /** Asks whom to bring into the group. */
  bringSomebodyIn(): void;
  say(me: string, to: string | null, text: string): Promise<void>;
}

/** What the panel shows by. */
export interface PanelSight {
  readonly state: PlaygroundState;
  readonly words: Words;
  readonly language: Language;
  /** What the story points at, and in whose chats. */
  readonly next: { readonly who: string; readonly at: string } | null;
}

/** A list that is this near to its end (in pixels) follows what is said. */
const NEAR_END = 80;

/** The panel. */
export class ChatPanel {
  /** The key of the chat that is open; `null` is the list, `undefined` whichever the person finds open. */
  private at: string | null | undefined;
  private sight: PanelSight | null = null;
  private drawn = '';
  private pointedAt = '';
  /** What is being written, by person and chat. */
  private readonly written = new Map<string, string>();
  private readonly whose = element('div', { class: 'whose' });
  private readonly head = element('header', { class: 'chat__head' });
  private readonly body = element('div', { class: 'chat__body' });
  private readonly line = element('textarea', { class: 'say__line', rows: 1, maxlength: 500, id: 'say-line' });
  private readonly send = element('button', { class: 'say__send', type: 'submit' });
  private readonly form = element('form', { class: 'say' }, this.line, this.send);
  private readonly chat = element('section', { class: 'chat' }, this.whose, this.head, this.body, this.form);
  readonly place = element('div', { class: 'place place--chat', 'data-place': 'chat' }, this.chat);

  constructor(
    private readonly reading: ReadMemory,
    private mine: string,
    private readonly needs: PanelNeeds,
  ) {
    this.form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.say();
    });
    this.line.addEventListener('keydown', (event) => {
      // While a Chinese word is being composed, Enter chooses it.
      if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      void this.say();
    });
  }

  /** The person whose chats these are. */
  get me(): string {
    return this.mine;
  }

  /** How much a person has not read. */
  unreadOf(persona: string): number {
    return unreadOf(this.linesOf(persona));
  }

  /** Shows the chats of a person: at one of them, at the list, or at the one that they find open. */
  show(me: string, key?: string | null): void {
    this.written.set(this.writing(), this.line.value);
    this.mine = me;
    this.at = key;
    this.line.value = this.written.get(this.writing()) ?? '';
    this.drawn = '';
    this.pointedAt = '';
    this.redraw();
  }

  /** Shows the chats as they are now; nothing is drawn anew that has not changed. */
  draw(sight: PanelSight): void {
    this.sight = sight;
    this.redraw();
  }

  private linesOf(persona: string): readonly ChatLine[] {
    return this.sight === null ? [] : chatsOf(this.sight.state, persona, this.reading.until(), this.reading.since());
  }

  private personOf(persona: string): Persona | undefined {
    return this.sight?.state.people.find((person) => person.persona === persona);
  }

  private openKey(): string | null {
    return this.at === undefined ? firstChat(this.linesOf(this.mine)) : this.at;
  }

  private writing(): string {
    return `${this.mine} ${this.openKey() ?? ''}`;
  }

  private async say(): Promise<void> {
    const text = this.line.value.trim();
    const key = this.openKey();
    if (text === '' || key === null) return;
    this.line.value = '';
    await this.needs.say(this.mine, key === GROUP ? null : key, text);
  }

  private whoButton(person: Persona, { words, language, next }: PanelSight): HTMLElement {
    const unread = this.unreadOf(person.persona);
    const name = nameOf(person, language);
    const isMe = person.persona === this.mine;
    const about = `${words.viewAs(name, roleOf(person, language))}${unread === 0 ? '' : `, ${words.unread(unread)}`}`;
    const isNext = next !== null && next.who === person.persona && !isMe;
    return element(
      'button',
      {
        class: isNext ? 'who is-next' : 'who',
        'data-view-as': person.persona,
        'aria-label': about,
        'aria-pressed': String(isMe),
        onclick: () => this.show(person.persona),
      },
      element('span', { class: 'line__face' }, faceOf(person, language), badgeOf(unread, words.unread(unread))),
      element('span', { class: 'who__name', 'aria-hidden': 'true' }, name),
    );
  }

  private headView({ state, words, language, next }: PanelSight, key: string | null): HTMLElement[] {
    if (key === null) return [element('h2', {}, words.chatsOf(nameOf(this.personOf(this.mine), language)))];
    const elsewhere = unreadOf(this.linesOf(this.mine).filter((other) => other.key !== key));
    const isGroup = key === GROUP;
    const count = state.people.filter(({ inGroup }) => inGroup).length;
    const title = isGroup ? `${state.groupName}(${count})` : nameOf(this.personOf(key), language);
    const label = elsewhere === 0 ? words.allChats : `${words.allChats}, ${words.unread(elsewhere)}`;
    const back = element(
      'button',
      { class: 'chat__back', 'data-chats': '', 'aria-label': label, onclick: () => this.show(this.mine, null) },
      element('span', { 'aria-hidden': 'true' }, '‹'),
      badgeOf(elsewhere, words.unread(elsewhere)),
    );
    const isNext = next?.at === 'bring-in' && next.who === this.mine;
    const bring = { class: isNext ? 'chat__add is-next' : 'chat__add', 'data-bring': '', 'aria-label': words.bringSomebody };
    const add = isGroup && count < state.people.length;
    return [
      back,
      element('h2', {}, title),
      add ? element('button', { ...bring, onclick: () => this.needs.bringSomebodyIn() }, '+') : element('span', { class: 'chat__add' }),
    ];
  }

  private viewOf({ state, words, language, next }: PanelSight): ChatView {
    const me = this.mine;
    return {
      state,
      words,
      language,
      me,
      next: next !== null && next.who === me ? next.at : null,
      personOf: (persona) => this.personOf(persona),
      openChat: (key) => this.show(me, key),
      openCard: (message) => this.needs.openCard(me, message),
      moreOf: (message) => this.needs.moreOf(me, message),
      bringIn: (persona) => this.needs.bringIn(persona),
    };
  }

  private bodyView(sight: PanelSight, key: string | null): HTMLElement[] {
    const view = this.viewOf(sight);
    const lines = this.linesOf(this.mine);
    if (key === null) return [drawChatList(view, lines)];
    const messages = drawMessages(view, key, lines.find((one) => one.key === key)?.messages ?? []);
    const me = this.personOf(this.mine);
    return me?.inGroup === false ? [messages, outsideView(view, nameOf(me, sight.language))] : [messages];
  }

  private redraw(): void {
    const { sight } = this;
    if (sight === null) return;
    const { state, words, language, next } = sight;
    const key = this.openKey();
    const newest = this.linesOf(this.mine)
      .find((one) => one.key === key)
      ?.messages.slice(-1)[0];
    const isSeen = this.chat.offsetParent !== null;
    if (key !== null && newest !== undefined && isSeen) this.reading.see(this.mine, key, newest.at);
    const drawing = JSON.stringify([state.messages, state.people, language, this.mine, key, next, isSeen, this.reading.until()]);
    if (drawing === this.drawn) return;
    const before = this.body.querySelector('.messages');
    // The list is scrolled from its end: zero there, and less than that above.
    const was = before === null || this.drawn === '' || before.scrollTop > -NEAR_END ? 0 : before.scrollTop;
    const held = this.heldNow();
    this.drawn = drawing;
    const name = nameOf(this.personOf(this.mine), language);
    this.chat.setAttribute('aria-label', key === GROUP ? state.groupName : words.chatsOf(name));
    this.whose.replaceChildren(
      element('p', { class: 'whose__label' }, words.asWhom),
      element('div', { class: 'whose__row' }, ...state.people.map((person) => this.whoButton(person, sight))),
    );
    this.head.replaceChildren(...this.headView(sight, key));
    this.body.replaceChildren(...this.bodyView(sight, key));
    this.form.hidden = key === null;
    this.line.setAttribute('aria-label', words.sayAs(name));
    this.line.placeholder = words.sayAs(name);
    this.send.textContent = words.send;
    this.scroll(was, `${this.mine} ${key} ${next?.at}`);
    if (held !== null) this.chat.querySelector<HTMLElement>(held)?.focus();
  }

  /** Shows what was said last, what the story has just begun to point at, or what was on show. */
  private scroll(was: number, pointsAt: string): void {
    const list = this.body.querySelector('.messages');
    const cards = this.body.querySelectorAll('.card.is-next');
    if (list !== null) list.scrollTop = was;
    if (pointsAt !== this.pointedAt) cards[cards.length - 1]?.scrollIntoView({ block: 'center' });
    // What is hidden is not scrolled.
    this.pointedAt = this.chat.offsetParent === null ? '' : pointsAt;
  }

  /** Where the keyboard is, as a selector that finds it again after a redraw. */
  private heldNow(): string | null {
    const active = document.activeElement;
    if (active === null || !this.chat.contains(active)) return null;
    const name = ['data-view-as', 'data-chat', 'data-chats', 'data-bring'].find((one) => active.hasAttribute(one));
    if (name !== undefined) return `[${name}="${active.getAttribute(name) ?? ''}"]`;
    return active.classList.contains('messages') ? '.messages' : null;
  }
}
