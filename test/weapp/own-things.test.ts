// A person's own things in the built mini-program: WeChat's nickname and picture components, its privacy check, and leaving for good.
import { afterEach, expect, test } from 'vitest';
import { MiniProgram } from '../support/mini-program';
import { builtFolder, callsOf, drawn, envelopeOf, eventually, gone, tapOn, typeInto } from '../support/mini-program-in-hand';
import { createDarkroom, createPrivacyCheck } from '../support/mini-program-own-things';
import { createTown, openShop, type Resident } from '../support/town';

afterEach(() => document.body.replaceChildren());

function inHand(resident: Resident, apis: Readonly<Record<string, unknown>>): MiniProgram {
  return new MiniProgram(builtFolder, {
    answer: async (call) => {
      const { action, input, requestId } = envelopeOf(call);
      return resident.send(action, input, requestId);
    },
    apis,
  });
}

async function openSettings(apis: Readonly<Record<string, unknown>> = {}) {
  const shop = await openShop();
  const anna = await shop.member('anna');
  const program = inHand(anna, apis);
  program.launch(`/packages/member/campaign/index?c=${shop.communityId}`);
  program.replaceAll('/packages/member/settings/index');
  await drawn(program, 'nickname');
  return { ...shop, anna, program };
}

/** The element around another that WeChat sends a form's content to. */
function formOf(element: Element): Element {
  for (let around: Element | null = element; around !== null; around = around.parentElement) {
    if (around.tagName.toLowerCase().endsWith('form')) return around;
  }
  throw new Error('not inside a form');
}

test('a nickname is taken from the form as WeChat sends it, not from what was typed before WeChat emptied the field', async () => {
  const { program, anna, communityId } = await openSettings();
  const field = await drawn(program, 'nickname');
  expect(field.getAttribute('type') ?? field.querySelector('[type]')?.getAttribute('type')).toBe('nickname');
  await typeInto(program, 'nickname', '不好的名字');
  program.happen(formOf(field), 'submit', { value: { nickname: '小林' } });
  await drawn(program, 'nickname-saved');
  expect((await anna.get('community.home', { communityId })).me.name).toBe('小林');
  expect(callsOf(program, 'membership.showName')).toHaveLength(1);
});

test('a picture that WeChat hands over is drawn as a small JPEG of its middle, and waits for the owner', async () => {
  const darkroom = createDarkroom(600, 400);
  const { program, owner, communityId } = await openSettings(darkroom.apis);
  const button = await drawn(program, 'choose-picture');
  program.happen(button, 'chooseavatar', { avatarUrl: 'wxfile://tmp_photo' });
  await drawn(program, 'picture-saved');
  expect(darkroom.drawings).toMatchObject([
    {
      source: 'wxfile://tmp_photo',
      drawn: [100, 0, 400, 400, 0, 0, 132, 132],
      written: { fileType: 'jpg', destWidth: 132, destHeight: 132 },
    },
  ]);
  const { waiting } = await owner.get('moderation.queue', { communityId });
  expect(waiting[0]?.picture).not.toBeNull();
});

test('a picture that cannot be read is told so and not sent', async () => {
  const { program } = await openSettings(createDarkroom().apis);
  program.happen(await drawn(program, 'choose-picture'), 'chooseavatar', { avatarUrl: 'wxfile://broken' });
  await drawn(program, 'refusal-picture_unreadable');
  expect(callsOf(program, 'membership.showAvatar')).toEqual([]);
});

test('the privacy sheet comes up only when something needs it, and an agreement names its button', async () => {
  const check = createPrivacyCheck();
  const { program } = await openSettings(check.apis);
  expect(program.find('privacy-sheet')).toBeNull();
  check.need();
  expect((await drawn(program, 'privacy-guide')).textContent).toBe('《群惠小程序隐私保护指引》');
  await tapOn(program, 'privacy-guide');
  expect(check.guidesOpened()).toBe(1);
  program.happen(await drawn(program, 'agree-privacy'), 'agreeprivacyauthorization', {});
  await eventually(() => expect(check.answers.map(({ event }) => event)).toEqual(['exposureAuthorization', 'agree']));
  expect(check.answers.at(-1)).toEqual({ event: 'agree', buttonId: 'agree-privacy' });
  await gone(program, 'privacy-sheet');
});

test('a no to the privacy sheet keeps nobody from looking around and checking in, and is respected', async () => {
  const check = createPrivacyCheck();
  const { program, publish } = await openSettings(check.apis);
  await publish({ type: 'checkin_plan' });
  check.need();
  await tapOn(program, 'refuse-privacy');
  await gone(program, 'privacy-sheet');
  check.need();
  await eventually(() => expect(check.answers.map(({ event }) => event)).toEqual(['exposureAuthorization', 'disagree', 'disagree']));
  await eventually(() => expect(program.wx.shown).toContainEqual(expect.objectContaining({ icon: 'none' })));
  expect(program.find('privacy-sheet')).toBeNull();
  program.replaceAll('/pages/home/index');
  await tapOn(program, 'check-in');
  await drawn(program, 'check-in-done');
});

test('a WeChat without a privacy check asks nothing', async () => {
  const { program } = await openSettings();
  expect(program.find('privacy-sheet')).toBeNull();
});

test('leaving for good wants its word typed, and leaves a visitor', async () => {
  const { program, anna, communityId } = await openSettings();
  await tapOn(program, 'open-erase');
  await drawn(program, 'erase');
  program.tap(await drawn(program, 'erase-confirm'));
  expect(callsOf(program, 'membership.erase')).toEqual([]);
  await typeInto(program, 'erase-typed', '注销');
  await eventually(() => expect(program.find('erase-confirm')?.className).not.toContain('off'));
  await tapOn(program, 'erase-confirm');
  await drawn(program, 'erased');
  expect((await anna.get('community.home', { communityId })).me.role).toBe('visitor');
});

test('nobody has a nickname or a picture to set where none are shown', async () => {
  const shop = await openShop(createTown({ userContent: false }));
  const program = inHand(await shop.member('anna'), {});
  program.launch(`/packages/member/campaign/index?c=${shop.communityId}`);
  program.replaceAll('/packages/member/settings/index');
  await drawn(program, 'hide-me');
  expect([program.find('nickname'), program.find('choose-picture')]).toEqual([null, null]);
});
