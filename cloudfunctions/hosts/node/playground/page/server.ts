// What the playground's page asks its server.

import type { Persona } from '#server/hosts/node/personas';
import type { ChatMessage } from '#server/hosts/node/playground/chat';

/** What is on the page. */
export interface PlaygroundState {
  readonly now: number;
  readonly zone: string;
  readonly groupName: string;
  readonly people: readonly Persona[];
  readonly messages: readonly ChatMessage[];
}

/** Reads the state. */
export async function readState(): Promise<PlaygroundState> {
  const response = await fetch('/playground/state');
  if (!response.ok) throw new Error(`state: ${response.status}`);
  return (await response.json()) as PlaygroundState;
}

async function post<T>(path: string, body: unknown): Promise<T> {
  const response = await fetch(`/playground/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return (await response.json()) as T;
}

/** Sends a card; a picture that is too large is left out, the receiver draws a plain card. */
export async function sendCard(
  from: string,
  to: string | null,
  card: { title: string; path: string; picture: string | null },
): Promise<void> {
  const picture = card.picture !== null && card.picture.length < 240_000 && card.picture.startsWith('data:image/') ? card.picture : null;
  await post('send', { from, to, card: { title: card.title.slice(0, 100), path: card.path, picture } });
}

/** Says something in the group, or to one person. @returns false where the sender may not speak */
export async function sendText(from: string, to: string | null, text: string): Promise<boolean> {
  return (await post<{ ok: boolean }>('send', { from, to, text })).ok;
}

/** A fresh group proof of a person, or null outside the group. */
export async function askProof(persona: string): Promise<string | null> {
  return (await post<{ proof: string | null }>('proof', { persona })).proof;
}

/** Moves the demo's clock forward. */
export async function moveClock(to: 'next_day' | 'before_midnight'): Promise<void> {
  await post('clock', { to });
}

/** Brings a person into the group. */
export async function bringIntoGroup(persona: string): Promise<void> {
  await post('group', { persona });
}
