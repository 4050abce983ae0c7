// The offer of a reminder in the built mini-program: after a check-in, in WeChat's own dialog, and nowhere where there is none.
import { resolve } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { perKind } from '#core/rules/reminder/kinds';
import { MiniProgram } from '../support/mini-program';
import { drawn, eventually } from '../support/mini-program-in-hand';
import type { Cloud } from '../support/mini-program-wx';
import { createRecordingMessenger, testTemplates } from '../support/recording-messenger';
import { createTown, openShop } from '../support/town';

const folder = resolve(__dirname, '..', '..', 'dist/weapp');

interface Envelope {
  readonly action: string;
  readonly input: unknown;
  readonly requestId?: string;
}

/** Anna on the page of a plan, just after her check-in; `subscribe` is what she says in the dialog. */
async function afterCheckIn(subscribe: Cloud['subscribe'], messenger = createRecordingMessenger()) {
  const shop = await openShop(createTown({ messenger }));
  const campaignId = await shop.publish({ type: 'checkin_plan', title: '每日打卡' });
  const anna = await shop.member('anna');
  const program = new MiniProgram(folder, {
    answer: (call) => {
      const { action, input, requestId } = call.data as Envelope;
      return anna.send(action, input, requestId);
    },
    groupCloudId: () => anna.proof(),
    ...(subscribe === undefined ? {} : { subscribe }),
  });
  program.launch(`/packages/member/campaign/index?c=${shop.communityId}&id=${campaignId}`);
  program.tap(await drawn(program, 'check-in'));
  await drawn(program, 'check-in-done');
  const callsOf = (name: string) => program.wx.cloudCalls.map(({ data }) => data as Envelope).filter(({ action }) => action === name);
  return { ...shop, campaignId, anna, program, callsOf };
}

afterEach(() => document.body.replaceChildren());

test('a tap on the quiet button opens WeChat’s dialog; what was accepted is planned, and can be stopped in the settings', async () => {
  const dialogs: (readonly string[])[] = [];
  const { program, communityId, campaignId, callsOf } = await afterCheckIn((templateIds) => {
    dialogs.push(templateIds);
    return Object.fromEntries(templateIds.map((templateId) => [templateId, 'accept']));
  });
  const offer = await drawn(program, 'remind-checkin');
  expect(dialogs).toEqual([]);
  program.tap(offer);
  expect((await drawn(program, 'remind-checkin-planned')).textContent).toContain('晚八点');
  expect(dialogs).toEqual([[testTemplates.checkin_open]]);
  expect(callsOf('reminder.accept').map(({ input }) => input)).toEqual([{ communityId, accepted: [{ kind: 'checkin_open', campaignId }] }]);

  program.launch('/packages/member/settings/index');
  // The answer names no title: it comes with the wallet that is asked for after it.
  await eventually(() => expect(program.find('reminder-checkin_open')?.textContent).toMatch(/还可提醒 1 次.*每日打卡/));
  program.tap(await drawn(program, 'stop-checkin_open'));
  await eventually(() => expect(program.find('stop-checkin_open')).toBeFalsy());
  expect(callsOf('reminder.stop')).toHaveLength(1);
});

test('whoever says no in the dialog has nothing planned, is told so quietly, and can tap again', async () => {
  const { program, callsOf } = await afterCheckIn((templateIds) => Object.fromEntries(templateIds.map((id) => [id, 'reject'])));
  program.tap(await drawn(program, 'remind-checkin'));
  await eventually(() => expect(program.screen.textContent).toContain('没有安排提醒'));
  expect(program.find('remind-checkin')).toBeTruthy();
  expect(callsOf('reminder.accept')).toEqual([]);
  expect(program.wx.shown).toEqual([]);
});

test('an old WeChat without the dialog, and an installation without templates, offer nothing', async () => {
  const old = await afterCheckIn(undefined);
  await new Promise(setImmediate);
  expect(old.program.find('remind-checkin')).toBeFalsy();
  expect(old.callsOf('reminder.wallet')).toEqual([]);
  document.body.replaceChildren();

  const without = await afterCheckIn(() => ({}), createRecordingMessenger(perKind(() => null)));
  await eventually(() => expect(without.callsOf('reminder.wallet')).toHaveLength(1));
  await new Promise(setImmediate);
  expect(without.program.find('remind-checkin')).toBeFalsy();
});
