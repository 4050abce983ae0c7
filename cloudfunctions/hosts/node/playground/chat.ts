// The playground's chats: who is in the group, and the cards and words that were sent, kept in the store.
import type { SystemDocument } from '#core/tables';
import { type Id, makeId, SYSTEM } from '#core/values/ids';
import type { Instant } from '#core/values/instant';
import { personas } from '#server/hosts/node/personas';
import type { Store } from '#server/ports/store';

/** Something that was said. `to` is null in the group, else the one person who sees it besides the sender. */
export interface ChatMessage {
  readonly id: string;
  readonly from: string;
  readonly to: string | null;
  readonly at: Instant;
  readonly text: string | null;
  readonly card: { readonly title: string; readonly path: string; readonly hasPicture: boolean } | null;
  /** What happened rather than was said: the sender came into the group. */
  readonly event: 'joined' | null;
}

/** A message that is being sent. */
export interface NewMessage {
  readonly id: string;
  readonly from: string;
  readonly to: string | null;
  readonly at: Instant;
  readonly text?: string;
  readonly event?: 'joined';
  readonly card?: { readonly title: string; readonly path: string; readonly picture: string | null };
}

const MESSAGES_MAX = 60;
const CHAT: Id = makeId(SYSTEM, 'playground', 'chat');
const GROUP: Id = makeId(SYSTEM, 'playground', 'group');

const pictureId = (messageId: string): Id => makeId(SYSTEM, 'playground', `picture-${messageId}`);

function keptValue<T>(document: unknown, otherwise: T): T {
  return document === undefined ? otherwise : ((document as SystemDocument).value as T);
}

const atFirst: readonly string[] = personas.filter(({ inGroup }) => inGroup).map(({ persona }) => persona);

/** The chats of one installation. */
export interface Chat {
  messages(): Promise<readonly ChatMessage[]>;
  /** Sends a message; the same id again changes nothing. Only the newest sixty are kept. */
  send(message: NewMessage): Promise<void>;
  /** A card's picture as a data URL, or null. */
  picture(messageId: string): Promise<string | null>;
  /** The personas who are in the group. */
  group(): Promise<readonly string[]>;
  bringIntoGroup(persona: string): Promise<void>;
}

/** Opens the chats on a store. */
export function createChat(store: Store): Chat {
  async function send(message: NewMessage): Promise<void> {
    const { card } = message;
    const picture = pictureId(message.id);
    const kept: ChatMessage = {
      id: message.id,
      from: message.from,
      to: message.to,
      at: message.at,
      text: message.text ?? null,
      event: message.event ?? null,
      card: card === undefined ? null : { title: card.title, path: card.path, hasPicture: card.picture !== null },
    };
    await store.decide([CHAT, picture], (documents) => {
      const before = documents.get(CHAT);
      const messages = keptValue<readonly ChatMessage[]>(before, []);
      if (messages.some(({ id }) => id === message.id)) return { reply: null, writes: [] };
      const all = [...messages, kept];
      const gone = all.slice(0, Math.max(0, all.length - MESSAGES_MAX)).filter((old) => old.card?.hasPicture === true);
      const need = gone.map(({ id }) => pictureId(id)).filter((id) => !documents.has(id));
      if (need.length > 0) return { need };
      const document = { id: CHAT, value: all.slice(-MESSAGES_MAX) };
      return {
        reply: null,
        writes: [
          before === undefined ? { kind: 'insert', document } : { kind: 'put', document },
          ...(card?.picture ? [{ kind: 'insert', document: { id: picture, value: card.picture } } as const] : []),
          ...gone.map(({ id }) => ({ kind: 'remove', id: pictureId(id) }) as const),
        ],
      };
    });
  }

  return {
    send,
    messages: async () => keptValue<readonly ChatMessage[]>((await store.read([CHAT])).get(CHAT), []),
    async picture(messageId) {
      const id = pictureId(messageId);
      return keptValue<string | null>((await store.read([id])).get(id), null);
    },
    group: async () => keptValue((await store.read([GROUP])).get(GROUP), atFirst),
    async bringIntoGroup(persona) {
      await store.decide([GROUP], (documents) => {
        const before = documents.get(GROUP);
        const members = keptValue(before, atFirst);
        if (members.includes(persona)) return { reply: null, writes: [] };
        const document = { id: GROUP, value: [...members, persona] };
        return { reply: null, writes: [before === undefined ? { kind: 'insert', document } : { kind: 'put', document }] };
      });
    },
  };
}
