// The invite poster of the built mini-program where things are slow or missing: it is drawn in the end, or says why not.
import { afterEach, expect, test } from 'vitest';
import { openInvites } from '../support/invites';
import { MiniProgram } from '../support/mini-program';
import { createEasel } from '../support/mini-program-easel';
import { builtFolder, callsOf, drawn, envelopeOf, eventually, tapOn } from '../support/mini-program-in-hand';
import { createTown } from '../support/town';

afterEach(() => document.body.replaceChildren());

/** Anna's phone on her invites, in a town where WeChat draws mini-codes; `held` says which actions wait, and for what. */
async function openInvitesPage(apis: Readonly<Record<string, unknown>>, held: Readonly<Record<string, Promise<void>>> = {}) {
  const town = createTown({ miniCode: { picture: async () => Buffer.from('the picture of a mini-code') } });
  const { anna, communityId, campaignId } = await openInvites({}, '2026-03-31', town).then((shop) => ({ ...shop, ...shop.invites }));
  const program = new MiniProgram(builtFolder, {
    answer: async (call) => {
      const { action, input, requestId } = envelopeOf(call);
      await held[action];
      return anna.send(action, input, requestId);
    },
    apis,
  });
  program.launch(`/packages/member/wallet/index?c=${communityId}`);
  program.replaceAll(`/packages/member/invites/index?id=${campaignId}`);
  return program;
}

test('a poster that is opened while the invite is still being made waits for it', async () => {
  let make = () => {};
  const made = new Promise<void>((resolve) => {
    make = resolve;
  });
  const program = await openInvitesPage(createEasel().apis, { 'invite.create': made });
  await tapOn(program, 'open-poster');
  await eventually(() => expect(program.screen.querySelector('.skeleton')).not.toBeNull());
  make();
  await drawn(program, 'poster');
  expect(callsOf(program, 'invite.create')).toHaveLength(1);
});

test('a phone that cannot draw says so, and what to do instead', async () => {
  const program = await openInvitesPage({ getFileSystemManager: createEasel().apis['getFileSystemManager'], env: {} });
  await tapOn(program, 'open-poster');
  expect((await drawn(program, 'refusal-cannot_draw')).textContent).toContain('请直接发邀请卡');
});

test('a mini-code that cannot be read leaves nobody waiting', async () => {
  const easel = createEasel();
  const noFiles = { accessSync: () => undefined };
  const program = await openInvitesPage({ ...easel.apis, getFileSystemManager: () => noFiles });
  await tapOn(program, 'open-poster');
  await drawn(program, 'refusal-cannot_draw');
});
