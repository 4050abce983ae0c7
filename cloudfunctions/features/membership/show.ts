// What a member shows of themselves: a nickname and a picture, each checked before others see it.
import { type Refusal, refuse } from '#core/refusals';
import { type Decision, done } from '#core/rules/decision';
import { keepProfile, profileIn } from '#core/rules/membership/keep-profile';
import { type ProfileStep, showNickname, showPicture } from '#core/rules/membership/profile';
import { PICTURE_SIDE_MAX, PICTURE_SIDE_MIN, readPicture } from '#core/rules/membership/read-picture';
import { contentRefusal } from '#core/rules/policy/content';
import type { KeptPicture } from '#core/tables';
import { makeId } from '#core/values/ids';
import { type ChangeContext, change } from '#server/app/request-context';

function profileId(_input: unknown, context: ChangeContext): readonly string[] {
  return [makeId(context.communityId, 'profile', context.caller.memberId)];
}

/** What has become of the wish; the step is what the profile then is. Said even where nothing changes, so that a late copy finds it. */
interface Shown extends ProfileStep {
  readonly state: 'shown' | 'waiting' | 'masked';
}

function shown(wish: unknown, passed: boolean, step: ProfileStep): Decision<Shown> {
  const state = wish === null ? 'masked' : passed ? 'shown' : 'waiting';
  return done({ ...step, state }, [{ kind: 'profile_changed' }]);
}

/** Shows a nickname, or with null the mask again. The name lives in the profile only, never in the journal. */
export const showName = change<'membership.showName'>()({
  async prepare({ nickname }, context): Promise<{ passed: boolean } | { refusal: Refusal<'content_refused' | 'user_content_off'> }> {
    if (nickname === null) return { passed: true };
    if (!context.userContent) return { refusal: refuse('user_content_off', {}) };
    const checked = await context.content.texts('profile', context.caller.personKey, [{ path: 'nickname', text: nickname }]);
    const refusal = contentRefusal(checked);
    return refusal === null ? { passed: checked.every(({ verdict }) => verdict.result === 'pass') } : { refusal };
  },
  documents: profileId,
  decide({ nickname }, workspace, context, { passed }: { passed: boolean }) {
    const profile = showNickname(profileIn(workspace, context.caller.memberId), nickname, passed, context.now);
    return shown(nickname, passed, { profile, discarded: [] });
  },
  aside: (_input, workspace, context, step: Shown) => keepProfile(workspace, step, context.now),
  reply: ({ state }) => ({ state }),
});

interface PreparedPicture {
  readonly kept: KeptPicture | null;
  readonly passed: boolean;
  readonly traceId: string | null;
}

type PictureRefusal = Refusal<'picture_unreadable' | 'content_refused' | 'user_content_off'>;

/** Reads, keeps and checks a picture: WeChat looks at it where it is kept. */
async function preparePicture(picture: string, context: ChangeContext): Promise<PreparedPicture | { readonly refusal: PictureRefusal }> {
  if (!context.userContent) return { refusal: refuse('user_content_off', {}) };
  const read = readPicture(new Uint8Array(Buffer.from(picture, 'base64')));
  if (read === null) return { refusal: refuse('picture_unreadable', { sideMin: PICTURE_SIDE_MIN, sideMax: PICTURE_SIDE_MAX }) };
  const { communityId, pictures } = context;
  const pictureId = context.newIdOf(read.bytes);
  const address = await pictures.keep({ communityId, pictureId, contentType: 'image/jpeg', bytes: read.bytes });
  const verdict = await context.content.picture(address, context.caller.personKey);
  if (verdict === 'risky') {
    await pictures.remove(address);
    return { refusal: refuse('content_refused', { path: 'picture', label: 'other', word: null }) };
  }
  return { kept: { pictureId, address }, passed: verdict === 'pass', traceId: typeof verdict === 'object' ? verdict.pending : null };
}

/** Shows a picture, or with null the mask again. What it replaces is removed. */
export const showAvatar = change<'membership.showAvatar'>()({
  prepare: async ({ picture }, context) =>
    picture === null ? { kept: null, passed: true, traceId: null } : preparePicture(picture, context),
  documents: profileId,
  decide(_input, workspace, context, { kept, passed, traceId }: PreparedPicture) {
    const step = showPicture(profileIn(workspace, context.caller.memberId), kept, { passed, traceId }, context.now);
    return shown(kept, passed, step);
  },
  aside: (_input, workspace, context, step: Shown) => keepProfile(workspace, step, context.now),
  reply: ({ state }) => ({ state }),
});
