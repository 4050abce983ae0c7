// Who may found a community where founding is not open to all: whoever runs one there, and anybody while there is none.
import type { IdentityDocument, MemberDocument, Role } from '#core/tables';
import { communityOf, makeId } from '#core/values/ids';
import { PAGE_LIMIT_MAX, type Store } from '#server/ports/store';

/** Whether somebody with these roles may; who has none is asked about by whether there is a community at all. */
export async function mayFound(roles: readonly Role[], store: Pick<Store, 'list'>): Promise<boolean> {
  if (roles.length > 0) return roles.includes('owner');
  const first = await store.list('community.byCreated', null, { prefix: [], order: 'ascending' }, 1);
  return first.documents.length === 0;
}

/** The same of a person whose roles are not known yet. */
export async function mayPersonFound(personKey: string, store: Pick<Store, 'list' | 'read'>): Promise<boolean> {
  const { documents } = await store.list('identity.byPerson', null, { prefix: [personKey], order: 'ascending' }, PAGE_LIMIT_MAX);
  const ids = (documents as unknown as readonly IdentityDocument[]).map(({ id, memberId }) => makeId(communityOf(id), 'member', memberId));
  const members = [...(await store.read(ids)).values()] as unknown as readonly MemberDocument[];
  return mayFound(
    members.map(({ role }) => role),
    store,
  );
}
