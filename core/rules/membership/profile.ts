// What a member shows of themselves: a nickname and a picture, each shown, waiting for a look, or refused with the reason.
import type { KeptPicture, ModerationReason, ProfileDocument } from '#core/tables';
import { makeId } from '#core/values/ids';
import type { Instant } from '#core/values/instant';

/** The two things that a member may show. */
export type Shown = 'nickname' | 'picture';

/** A profile after a step, and the pictures that nothing refers to any more. */
export interface ProfileStep {
  readonly profile: ProfileDocument;
  readonly discarded: readonly KeptPicture[];
}

const nothing = {
  nickname: null,
  picture: null,
  waiting: { nickname: null, picture: null },
  refused: { nickname: null, picture: null },
  waitingSince: null,
  traceId: null,
} as const;

/** The profile as it stands; of somebody who shows nothing where there is none. Older documents know the nickname only. */
export function openProfile(communityId: string, memberId: string, document: ProfileDocument | null): ProfileDocument {
  return { id: makeId(communityId, 'profile', memberId), memberId, ...nothing, ...document };
}

/** Whether a profile says nothing, so that no document is needed for it. */
export function isEmptyProfile({ nickname, picture, waiting, refused }: ProfileDocument): boolean {
  const parts = [nickname, picture, waiting.nickname, waiting.picture, refused.nickname, refused.picture];
  return parts.every((part) => part === null);
}

/** Keeps the fields that indexes order by in step with what waits. */
function indexed(profile: ProfileDocument): ProfileDocument {
  const { nickname, picture } = profile.waiting;
  const since = [nickname, picture].flatMap((waiting) => (waiting === null ? [] : [waiting.since]));
  return { ...profile, waitingSince: since.length === 0 ? null : Math.min(...since), traceId: picture?.traceId ?? null };
}

/** A nickname that passed is shown at once; one that has to be looked at waits, and the one before it stays on show. Null takes all back. */
export function showNickname(profile: ProfileDocument, nickname: string | null, passed: boolean, at: Instant): ProfileDocument {
  const isWaiting = nickname !== null && !passed;
  return indexed({
    ...profile,
    nickname: isWaiting ? profile.nickname : nickname,
    waiting: { ...profile.waiting, nickname: isWaiting ? { text: nickname, since: at } : null },
    refused: { ...profile.refused, nickname: null },
  });
}

/** As a nickname; `traceId` names the check whose answer is still to come. */
export function showPicture(
  profile: ProfileDocument,
  picture: KeptPicture | null,
  verdict: { readonly passed: boolean; readonly traceId: string | null },
  at: Instant,
): ProfileStep {
  const isWaiting = picture !== null && !verdict.passed;
  const before = [profile.waiting.picture, ...(isWaiting ? [] : [profile.picture])];
  const waiting = isWaiting ? { ...picture, since: at, traceId: verdict.traceId } : null;
  return {
    profile: indexed({
      ...profile,
      picture: isWaiting ? profile.picture : picture,
      waiting: { ...profile.waiting, picture: waiting },
      refused: { ...profile.refused, picture: null },
    }),
    discarded: before.flatMap((old) => (old === null || old.pictureId === picture?.pictureId ? [] : [keptOf(old)])),
  };
}

function keptOf({ pictureId, address }: KeptPicture): KeptPicture {
  return { pictureId, address };
}

/** What waits is shown from now on, or refused with the reason; null when nothing of that time waits any more. */
export function judgeWaiting(profile: ProfileDocument, shown: Shown, since: Instant, refusal: ModerationReason | null): ProfileStep | null {
  if (shown === 'nickname') {
    const waiting = profile.waiting.nickname;
    if (waiting?.since !== since) return null;
    const nickname = refusal === null ? waiting.text : profile.nickname;
    const step = {
      ...profile,
      nickname,
      waiting: { ...profile.waiting, nickname: null },
      refused: { ...profile.refused, nickname: refusal },
    };
    return { profile: indexed(step), discarded: [] };
  }
  const waiting = profile.waiting.picture;
  if (waiting?.since !== since) return null;
  const kept = keptOf(waiting);
  const step = {
    ...profile,
    picture: refusal === null ? kept : profile.picture,
    waiting: { ...profile.waiting, picture: null },
    refused: { ...profile.refused, picture: refusal },
  };
  const gone = refusal === null ? profile.picture : kept;
  return { profile: indexed(step), discarded: gone === null ? [] : [gone] };
}

/** Every picture that a profile refers to. */
export function picturesOf({ picture, waiting }: ProfileDocument): readonly KeptPicture[] {
  return [picture, waiting.picture].flatMap((kept) => (kept === null ? [] : [keptOf(kept)]));
}
