// The way back of an owner whose browser has lost them: a link that an operator makes, which signs one browser in, once.
import { createHash, randomBytes } from 'node:crypto';
import type { CommunityDocument, IdentityDocument, SystemDocument } from '#core/tables';
import { type Id, isIdPart, makeId, SYSTEM } from '#core/values/ids';
import { type Instant, MINUTE_MS } from '#core/values/instant';
import type { Log } from '#server/ports/log';
import type { Store } from '#server/ports/store';

/** How long a link can be opened. */
export const OWNER_LINK_LIFE_MS = 15 * MINUTE_MS;

/** Where the link leads; its ticket stands behind `#`, which browsers send to nobody. */
export const OWNER_LINK_PATH = '/sign-in';

/** What is kept of a link: not what opens it. */
interface KeptLink {
  readonly digest: string;
  readonly until: Instant;
}

/** Whom a link signs in. */
export interface Owner {
  readonly communityId: string;
  readonly communityName: string;
  readonly ownerId: string;
  readonly personKey: string;
}

const TICKET = /^([^.]{1,64})\.([A-Za-z0-9_-]{43})$/;

const linkId = (communityId: string): Id => makeId(SYSTEM, 'signIn', communityId);
const digestOf = (word: string): string => createHash('sha256').update(word).digest('base64url');

async function ownerOf(store: Store, communityId: string): Promise<Owner | null> {
  if (!isIdPart(communityId)) return null;
  const id = makeId(communityId, 'community');
  const community = (await store.read([id])).get(id) as CommunityDocument | undefined;
  if (community === undefined) return null;
  const { name: communityName, ownerId } = community;
  const identityId = makeId(communityId, 'identity', ownerId);
  const identity = (await store.read([identityId])).get(identityId) as IdentityDocument | undefined;
  return identity === undefined ? null : { communityId, communityName, ownerId, personKey: identity.personKey };
}

/** What a link is made with. */
export interface LinkParts {
  readonly store: Store;
  readonly log: Log;
  /** The address under which people reach the server. */
  readonly origin: string;
}

/**
 * Makes a link; one that was made before for the same community opens nothing any more.
 * @returns null where there is no such community
 */
export async function makeOwnerLink({ store, log, origin }: LinkParts, communityId: string, now: Instant): Promise<string | null> {
  const owner = await ownerOf(store, communityId);
  if (owner === null) return null;
  const word = randomBytes(32).toString('base64url');
  const value: KeptLink = { digest: digestOf(word), until: now + OWNER_LINK_LIFE_MS };
  const id = linkId(communityId);
  await store.decide([id], (documents) => ({
    reply: null,
    writes: [{ kind: documents.has(id) ? 'put' : 'insert', document: { id, value } }],
  }));
  log.line('notice', 'owner_link_made', { community: communityId, member: owner.ownerId });
  return `${origin}${OWNER_LINK_PATH}#${communityId}.${word}`;
}

function isOpen(document: unknown, word: string, now: Instant): boolean {
  if (document === undefined) return false;
  const { digest, until } = (document as SystemDocument).value as KeptLink;
  return digest === digestOf(word) && now < until;
}

/** Whom a ticket signs in, which leaves it as it is; null where it opens nothing. */
export async function readTicket(store: Store, ticket: string, now: Instant): Promise<Owner | null> {
  const [, communityId = '', word = ''] = TICKET.exec(ticket) ?? [];
  if (!isIdPart(communityId)) return null;
  const id = linkId(communityId);
  return isOpen((await store.read([id])).get(id), word, now) ? ownerOf(store, communityId) : null;
}

/** Whom a ticket signs in; it opens nothing afterwards, whoever else had it open. */
export async function useTicket(store: Store, ticket: string, now: Instant): Promise<Owner | null> {
  const owner = await readTicket(store, ticket, now);
  if (owner === null) return null;
  const word = ticket.slice(owner.communityId.length + 1);
  const id = linkId(owner.communityId);
  return store.decide([id], (documents) =>
    isOpen(documents.get(id), word, now) ? { reply: owner, writes: [{ kind: 'remove', id }] } : { reply: null, writes: [] },
  );
}
