// Draws a person's list of chats, as a phone shows it: face, name, what was said last, when, and how much is new.
import type { ChatMessage } from '#server/hosts/node/playground/chat';
import { shortTime } from './chat-times';
import type { ChatView } from './chat-view';
import { type ChatLine, GROUP } from './chats';
import { element } from './element';
import { badgeOf, faceOf, groupFace, nameOf } from './faces';

function lastSaid(view: ChatView, line: ChatLine): string {
  const message: ChatMessage | undefined = line.messages[line.messages.length - 1];
  if (message === undefined) return view.words.nothingSaid;
  const from = nameOf(view.personOf(message.from), view.language);
  if (message.event === 'joined') return view.words.joined(from);
  const said = message.card === null ? (message.text ?? '') : view.words.cardSaid(message.card.title);
  return line.key === GROUP && message.from !== view.me ? view.words.saidBy(from, said) : said;
}

function lineView(view: ChatView, line: ChatLine): HTMLElement {
  const person = view.personOf(line.key);
  const name = line.key === GROUP ? view.state.groupName : nameOf(person, view.language);
  const last = line.messages[line.messages.length - 1];
  return element(
    'li',
    {},
    element(
      'button',
      { class: view.next === `chat ${line.key}` ? 'line is-next' : 'line', 'data-chat': line.key, onclick: () => view.openChat(line.key) },
      element(
        'span',
        { class: 'line__face' },
        line.key === GROUP ? groupFace(view.state.people, view.language) : faceOf(person, view.language),
        badgeOf(line.unread, view.words.unread(line.unread)),
      ),
      element(
        'span',
        { class: 'line__words' },
        element('strong', {}, name),
        element('span', { class: 'line__last' }, lastSaid(view, line)),
      ),
      last === undefined ? null : element('time', { class: 'line__time' }, shortTime(view, last.at)),
    ),
  );
}

/** Draws the list; who is outside the group reads what to do about it above. */
export function drawChatList(view: ChatView, lines: readonly ChatLine[]): HTMLElement {
  const me = view.personOf(view.me);
  const outside = me === undefined || me.inGroup ? null : outsideView(view, nameOf(me, view.language));
  return element('div', { class: 'lines', tabindex: 0 }, outside, element('ul', {}, ...lines.map((line) => lineView(view, line))));
}

/** What somebody outside the group can do about it. */
export function outsideView(view: ChatView, name: string): HTMLElement {
  return element(
    'div',
    { class: 'outside' },
    element('p', {}, view.words.outsideHint(name, view.state.groupName)),
    element(
      'button',
      {
        class: view.next === 'bring-in' ? 'button is-next' : 'button',
        'data-bring-in': view.me,
        onclick: () => view.bringIn(view.me),
      },
      view.words.letIn(name),
    ),
  );
}
