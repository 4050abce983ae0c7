// The chats of the playground's people: who sees what, in which order, and how much of it is new to them.
import { describe, expect, it } from 'vitest';
import { personas } from '#server/hosts/node/personas';
import type { ChatMessage } from '#server/hosts/node/playground/chat';
import { chatsOf, firstChat, GROUP, messagesIn, readKey, unreadOf } from '#server/hosts/node/playground/page/chats';

function said(from: string, to: string | null, at: number): ChatMessage {
  return { id: `${from}-${at}`, from, to, at, text: '早上好', card: null, event: null };
}

const messages = [said('owner', null, 10), said('member', 'newcomer', 20), said('newcomer', 'member', 30), said('member', null, 40)];
const state = { people: personas, messages };
const keysOf = (me: string) => chatsOf(state, me, {}, 0).map(({ key }) => key);

describe('a person’s list of chats', () => {
  it('has the group only for those who are in it, and a chat with everybody else, the newest first', () => {
    expect(keysOf('member')).toEqual([GROUP, 'newcomer', 'owner', 'clerk', 'neighbour', 'friend']);
    expect(keysOf('newcomer')).toEqual(['member', 'owner', 'clerk', 'neighbour', 'friend']);
  });

  it('shows a private message to the two of them and to nobody else', () => {
    const seenBy = (me: string) => chatsOf(state, me, {}, 0).flatMap((line) => line.messages.filter(({ to }) => to !== null));
    expect(['member', 'newcomer', 'owner', 'friend'].map((me) => seenBy(me).length)).toEqual([2, 2, 0, 0]);
  });

  it('begins, for somebody who was brought into the group, with that', () => {
    const came: ChatMessage = { ...said('newcomer', null, 50), text: null, event: 'joined' };
    const people = personas.map((person) => ({ ...person, inGroup: true }));
    const seenBy = (me: string) =>
      messagesIn({ people, messages: [...messages, came, said('owner', null, 60)] }, me, GROUP).map(({ at }) => at);
    expect(seenBy('newcomer')).toEqual([50, 60]);
    expect(seenBy('member')).toEqual([10, 40, 50, 60]);
  });

  it('counts what others said since the chat was read, or since the first visit', () => {
    expect(chatsOf(state, 'member', {}, 0).map(({ unread }) => unread)).toEqual([1, 1, 0, 0, 0, 0]);
    expect(unreadOf(chatsOf(state, 'member', {}, 15))).toBe(1);
    expect(unreadOf(chatsOf(state, 'member', { [readKey('member', 'newcomer')]: 30 }, 15))).toBe(0);
    expect(unreadOf(chatsOf(state, 'clerk', {}, 0))).toBe(2);
  });

  it('is opened at the group, else where somebody wrote last, else as a list', () => {
    expect(['member', 'newcomer', 'friend'].map((me) => firstChat(chatsOf(state, me, {}, 0)))).toEqual([GROUP, 'member', null]);
  });
});
