// The chats of one person: the group while they are in it, one with each other person, what is in them and what is new.
import type { Persona } from '#server/hosts/node/personas';
import type { ChatMessage } from '#server/hosts/node/playground/chat';

/** The key of the group's chat; every other key is the persona at the other end. */
export const GROUP = 'group';

/** What is read of the chats' state. */
export interface ChatState {
  readonly people: readonly Persona[];
  readonly messages: readonly ChatMessage[];
}

/** One line of a person's list of chats. */
export interface ChatLine {
  readonly key: string;
  readonly messages: readonly ChatMessage[];
  readonly unread: number;
}

/** The instant (ms) up to which each person has read each of their chats. */
export type ReadUntil = Readonly<Record<string, number>>;

/** The name under which the reading of a chat is kept. */
export function readKey(me: string, key: string): string {
  return `${me} ${key}`;
}

function keyOf(message: ChatMessage, me: string): string | null {
  if (message.to === null) return GROUP;
  if (message.from === me) return message.to;
  return message.to === me ? message.from : null;
}

/** What a person sees of a chat, the oldest first; of the group, as in WeChat, only what came with them and after them. */
export function messagesIn(state: ChatState, me: string, key: string): readonly ChatMessage[] {
  const messages = state.messages.filter((message) => keyOf(message, me) === key);
  if (key !== GROUP) return messages;
  const coming = messages.findIndex(({ from, event }) => from === me && event === 'joined');
  return messages.slice(Math.max(0, coming));
}

/**
 * A person's list of chats: those with something in them by their newest message, then the rest in the order of the people.
 * `since` is how far the group counts as read before it is opened.
 */
export function chatsOf(state: ChatState, me: string, read: ReadUntil, since: number): readonly ChatLine[] {
  const isInGroup = state.people.some((person) => person.persona === me && person.inGroup);
  const others = state.people.map(({ persona }) => persona).filter((persona) => persona !== me);
  const lines = [...(isInGroup ? [GROUP] : []), ...others].map((key): ChatLine => {
    const messages = messagesIn(state, me, key);
    const until = read[readKey(me, key)] ?? (key === GROUP ? since : 0);
    return { key, messages, unread: messages.filter(({ from, at }) => from !== me && at > until).length };
  });
  const newestAt = ({ messages }: ChatLine) => messages[messages.length - 1]?.at ?? 0;
  return lines.sort((one, other) => newestAt(other) - newestAt(one));
}

/** How much a person has not read, over all chats. */
export function unreadOf(lines: readonly ChatLine[]): number {
  return lines.reduce((sum, { unread }) => sum + unread, 0);
}

/** The chat that a person finds open: the group, else the one in which somebody wrote last; null leaves the list. */
export function firstChat(lines: readonly ChatLine[]): string | null {
  const group = lines.find(({ key }) => key === GROUP);
  return (group ?? lines.find(({ messages }) => messages.length > 0))?.key ?? null;
}
