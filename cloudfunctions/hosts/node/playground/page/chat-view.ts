// Draws an open chat from the side of one person: others at the left, their own words at the right, times in between.
import type { Persona } from '#server/hosts/node/personas';
import type { ChatMessage } from '#server/hosts/node/playground/chat';
import { pictureOf } from './card-pictures';
import { longTime } from './chat-times';
import { GROUP } from './chats';
import { element } from './element';
import { faceOf, nameOf } from './faces';
import type { PlaygroundState } from './server';
import type { Language, Words } from './words';

/** A message with a card. */
export type CardMessage = ChatMessage & { readonly card: NonNullable<ChatMessage['card']> };

/** What the drawing of chats is given. */
export interface ChatView {
  readonly state: PlaygroundState;
  readonly words: Words;
  readonly language: Language;
  /** The person whose chats these are. */
  readonly me: string;
  /** What the story points at: `chat <key>`, `card <part of its path>`, `bring-in`; null for nothing. */
  readonly next: string | null;
  personOf(persona: string): Persona | undefined;
  openChat(key: string): void;
  openCard(message: CardMessage): void;
  /** What else can be done with a card. */
  moreOf(message: CardMessage): void;
  bringIn(persona: string): void;
}

/** Messages that are closer than this share a time. */
const PAUSE_MS = 5 * 60_000;

/** Whether the story points at this card. */
function isNext(view: ChatView, { card, to }: CardMessage): boolean {
  const part = view.next?.startsWith('card ') === true ? view.next.slice(5) : null;
  // Of a group-only card, the private copy is the wrong one for somebody who is in the group.
  const isInGroup = view.personOf(view.me)?.inGroup === true;
  return part !== null && card.path.includes(part) && (to === null || !isInGroup);
}

/** A card's picture: as it was sent, else drawn as the app draws it; a card that leads to no campaign has none. */
function pictureView(view: ChatView, message: CardMessage): HTMLElement {
  const { card } = message;
  const attributes = { class: 'picture', alt: view.words.pictureOf(card.title), width: 500, height: 400 };
  if (card.hasPicture) return element('img', { ...attributes, src: `/playground/picture/${message.id}` });
  const frame = element('span', { class: 'picture picture--coming' });
  void pictureOf(card.path, view.language).then((src) => {
    if (src === null) frame.remove();
    else frame.replaceWith(element('img', { ...attributes, src }));
  });
  return frame;
}

function cardView(view: ChatView, message: CardMessage): HTMLElement {
  const { title } = message.card;
  const me = nameOf(view.personOf(view.me), view.language);
  return element(
    'div',
    { class: isNext(view, message) ? 'card is-next' : 'card' },
    element(
      'button',
      { class: 'card__face', 'aria-label': view.words.openCard(title, me), onclick: () => view.openCard(message) },
      element('span', { class: 'card__title' }, title),
      pictureView(view, message),
      element('span', { class: 'card__app' }, element('span', { class: 'card__seal', 'aria-hidden': 'true' }, '惠'), view.words.app),
    ),
    element('button', { class: 'card__more', 'aria-label': view.words.moreOf(title), onclick: () => view.moreOf(message) }, '⋯'),
  );
}

function hasCard(message: ChatMessage): message is CardMessage {
  return message.card !== null;
}

function messageView(view: ChatView, message: ChatMessage): HTMLElement {
  const person = view.personOf(message.from);
  const name = nameOf(person, view.language);
  if (message.event === 'joined') {
    return element('li', { class: 'message message--event', 'data-message': message.id }, view.words.joined(name));
  }
  const isMine = message.from === view.me;
  const kind = `${isMine ? 'message message--mine' : 'message'}${message.to === null ? '' : ' message--private'}`;
  return element(
    'li',
    { class: kind, 'data-message': message.id },
    faceOf(person, view.language),
    element(
      'div',
      { class: 'message__body' },
      element('p', { class: isMine || message.to !== null ? 'unseen' : 'message__from' }, name),
      message.text === null ? null : element('p', { class: 'bubble' }, message.text),
      hasCard(message) ? cardView(view, message) : null,
    ),
  );
}

/** Draws the messages of a chat, the newest at the end. */
export function drawMessages(view: ChatView, key: string, messages: readonly ChatMessage[]): HTMLElement {
  const name = key === GROUP ? view.state.groupName : nameOf(view.personOf(key), view.language);
  const list = element('ol', {});
  let before = Number.NEGATIVE_INFINITY;
  for (const message of messages) {
    if (message.at - before > PAUSE_MS)
      list.append(element('li', { class: 'messages__time' }, element('time', {}, longTime(view, message.at))));
    before = message.at;
    list.append(messageView(view, message));
  }
  if (messages.length === 0)
    list.append(element('li', { class: 'messages__time' }, key === GROUP ? view.words.noCards : view.words.nothingSaid));
  return element('div', { class: 'messages', role: 'log', tabindex: 0, 'aria-label': view.words.messagesOf(name) }, list);
}
