// Writes a profile beside the journal, and notes which pictures nobody refers to any more.
import type { Workspace } from '#core/rules/audit/workspace';
import { isEmptyProfile, openProfile, type ProfileStep, picturesOf } from '#core/rules/membership/profile';
import type { KeptPicture, ProfileDocument } from '#core/tables';
import { makeId } from '#core/values/ids';
import type { Instant } from '#core/values/instant';

/** A member's profile as it stands. @throws DocumentsNeeded when it has not been loaded. */
export function profileIn(workspace: Workspace, memberId: string): ProfileDocument {
  return openProfile(workspace.communityId, memberId, workspace.find('profile', memberId));
}

/** The note that a picture is to be removed: a file is no part of a decision, so it is taken away after it, however often that takes. */
function discard(workspace: Workspace, picture: KeptPicture, at: Instant): void {
  const id = makeId(workspace.communityId, 'discardedPicture', picture.pictureId);
  workspace.put('discardedPicture', { id, ...picture, discardedAt: at });
}

/** Keeps a profile; none is kept of somebody who shows nothing. */
export function keepProfile(workspace: Workspace, { profile, discarded }: ProfileStep, at: Instant): void {
  for (const picture of discarded) discard(workspace, picture, at);
  if (!isEmptyProfile(profile)) workspace.put('profile', profile);
  else if (workspace.find('profile', profile.memberId) !== null) workspace.remove(profile.id);
}

/** Removes a profile with all that it refers to. */
export function removeProfile(workspace: Workspace, memberId: string, at: Instant): void {
  const profile = profileIn(workspace, memberId);
  for (const picture of picturesOf(profile)) discard(workspace, picture, at);
  if (workspace.find('profile', memberId) !== null) workspace.remove(profile.id);
}
