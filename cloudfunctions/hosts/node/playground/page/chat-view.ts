// Draws the chats: words, and cards with their 5:4 picture and the phones that can open them.

import type { Persona } from '#server/hosts/node/personas';
import type { ChatMessage } from '#server/hosts/node/playground/chat';
import { element } from './element';
import type { PlaygroundState } from './server';
import type { Language, Words } from './words';

/** What the chat view is given. */
export interface ChatView {
  readonly state: PlaygroundState;
  readonly words: Words;
  readonly language: Language;
  open(person: Persona, message: ChatMessage): void;
  bringIn(person: Persona): void;
}

/** A person's name in the language of the page. */
export function nameOf(person: Persona | undefined, language: Language): string {
  if (person === undefined) return '';
  return language === 'zh' ? person.name : person.nameEn;
}

function timeOf(view: ChatView, at: number): string {
  const locale = view.language === 'zh' ? 'zh-CN' : 'en-GB';
  const options = {
    timeZone: view.state.zone,
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  } as const;
  return new Intl.DateTimeFormat(locale, options).format(at);
}

// A card whose sender sent no picture: drawn from its title, in the manner of the app's own cards.
function drawnPicture(title: string): HTMLElement {
  return element(
    'div',
    { class: 'picture picture--drawn', role: 'img', 'aria-label': title },
    element('span', { class: 'picture__seal' }, '惠'),
    element('strong', {}, title),
  );
}

function cardView(view: ChatView, message: ChatMessage, card: NonNullable<ChatMessage['card']>): HTMLElement {
  const { people } = view.state;
  const readers =
    message.to === null ? people.filter((person) => person.inGroup) : people.filter((person) => person.persona === message.to);
  const picture = card.hasPicture
    ? element('img', { class: 'picture', src: `/playground/picture/${message.id}`, alt: card.title, width: 220, height: 176 })
    : drawnPicture(card.title);
  const chips = readers.map((person) => {
    const name = nameOf(person, view.language);
    const attributes = { class: 'chip', 'data-open-with': person.persona, 'aria-label': view.words.openHere(name) };
    return element('button', { ...attributes, onclick: () => view.open(person, message) }, name);
  });
  return element(
    'div',
    { class: 'card' },
    element('p', { class: 'card__app' }, '群惠'),
    element('p', { class: 'card__title' }, card.title),
    picture,
    element('p', { class: 'card__with' }, view.words.openWith),
    element('div', { class: 'chips' }, ...chips),
  );
}

function messageView(view: ChatView, message: ChatMessage): HTMLElement {
  const personOf = (persona: string | null) => view.state.people.find((person) => person.persona === persona);
  const from = nameOf(personOf(message.from), view.language);
  const head = message.to === null ? from : view.words.privately(from, nameOf(personOf(message.to), view.language));
  return element(
    'li',
    { class: message.to === null ? 'message' : 'message message--private', 'data-message': message.id },
    element('span', { class: 'face', 'aria-hidden': 'true' }, from.slice(0, 1)),
    element(
      'div',
      { class: 'message__body' },
      element('p', { class: 'message__head' }, `${head} `, element('time', {}, timeOf(view, message.at))),
      message.text === null ? null : element('p', { class: 'bubble' }, message.text),
      message.card === null ? null : cardView(view, message, message.card),
    ),
  );
}

/** Draws the chat, the newest at the end. */
export function drawChat(view: ChatView): HTMLElement {
  const { state, words, language } = view;
  const outside = state.people.filter((person) => !person.inGroup);
  const inside = state.people.length - outside.length;
  const list = element('ol', { class: 'messages', tabindex: 0 }, ...state.messages.map((message) => messageView(view, message)));
  if (state.messages.length === 0) list.append(element('li', { class: 'quiet' }, words.noCards));
  const invitations = outside.map((person) =>
    element(
      'button',
      { class: 'button', 'data-bring-in': person.persona, onclick: () => view.bringIn(person) },
      words.bringIn(nameOf(person, language)),
    ),
  );
  return element(
    'section',
    { class: 'chat', 'aria-label': state.groupName },
    element(
      'header',
      { class: 'chat__head' },
      element('h2', {}, state.groupName),
      element('span', { class: 'quiet' }, words.members(inside)),
    ),
    list,
    outside.length === 0
      ? null
      : element('footer', { class: 'chat__foot' }, element('p', { class: 'quiet' }, words.newcomerHint), ...invitations),
  );
}
