// The phone's reminders: asked inside of the tap, told to the server only when accepted, shown as the server says.
import { expect, test } from 'vitest';
import { createCaller } from '#app/features/call';
import { type AskedReminder, createReminders, plannedFor, type ReminderWallet } from '#app/features/reminder/create-reminders';
import type { SubscribeAnswer } from '#app/platform/subscribe';
import { countedIds, good, no, type ScriptedAnswer, scriptTransport } from '../support/scripted-transport';

const asked: AskedReminder = { kind: 'coupon_expiring', couponId: 'c1/coupon/1' };
const plan = { about: 'c1/coupon/1', on: '2026-03-30', dueAt: 1 };

function walletWith(credits: number, planned: readonly object[], templateId: string | null = 'coupon-template'): ReminderWallet {
  return {
    kinds: [
      { kind: 'coupon_expiring', templateId, credits, planned: [...planned] },
      { kind: 'checkin_open', templateId: null, credits: 0, planned: [] },
    ],
  } as ReminderWallet;
}

const accepted: SubscribeAnswer = { kind: 'answered', accepted: ['coupon-template'] };

function remindersOf(answer: SubscribeAnswer, script: Readonly<Record<string, readonly ScriptedAnswer[]>>) {
  const transport = scriptTransport({ 'reminder.wallet': [good(walletWith(0, []))], ...script });
  const dialogs: (readonly string[])[] = [];
  const reminders = createReminders({
    caller: createCaller({ send: transport.send, wait: () => Promise.resolve() }),
    newId: countedIds(),
    here: () => ({ communityId: 'c1' }),
    subscribe: (templateIds) => {
      dialogs.push(templateIds);
      return Promise.resolve(answer);
    },
  });
  const changes = () => transport.sent.filter(({ action }) => action !== 'reminder.wallet');
  return { reminders, transport, dialogs, changes };
}

test('what was accepted in the dialog is told to the server, and is planned', async () => {
  const { reminders, dialogs, changes } = remindersOf(accepted, {
    'reminder.wallet': [good(walletWith(0, [])), good(walletWith(1, [{ ...plan, title: '五元券' }]))],
    'reminder.accept': [good(walletWith(1, [plan]))],
  });
  await reminders.wallet.refresh();
  expect(await reminders.ask(asked)).toBe('planned');
  expect(dialogs).toEqual([['coupon-template']]);
  expect(changes()).toEqual([{ action: 'reminder.accept', input: { communityId: 'c1', accepted: [asked] }, requestId: 'tap-1' }]);
  expect(plannedFor(reminders.wallet.store.getState().value, asked)).toMatchObject({ on: '2026-03-30' });
});

test('the dialog opens inside of the tap, before anything is waited for', async () => {
  const { reminders, dialogs } = remindersOf(accepted, { 'reminder.accept': [good(walletWith(1, [plan]))] });
  await reminders.wallet.refresh();
  void reminders.ask(asked);
  expect(dialogs).toHaveLength(1);
});

test.each<[answer: SubscribeAnswer, outcome: string]>([
  [{ kind: 'answered', accepted: [] }, 'declined'],
  [{ kind: 'answered', accepted: ['another-template'] }, 'declined'],
  [{ kind: 'switched_off' }, 'switched_off'],
  [{ kind: 'impossible' }, 'impossible'],
])('after %j nothing is told to the server: %s', async (answer, outcome) => {
  const { reminders, changes } = remindersOf(answer, {});
  await reminders.wallet.refresh();
  expect(await reminders.ask(asked)).toBe(outcome);
  expect(changes()).toEqual([]);
  expect(reminders.store.getState().busy).toBe(false);
});

test('where there is no template, or it is not known yet, no dialog opens', async () => {
  const { reminders, dialogs } = remindersOf(accepted, { 'reminder.wallet': [good(walletWith(0, [], null))] });
  expect(await reminders.ask(asked)).toBeNull();
  await reminders.wallet.refresh();
  expect(await reminders.ask(asked)).toBeNull();
  expect(dialogs).toEqual([]);
});

test('two taps open one dialog', async () => {
  const { reminders, dialogs } = remindersOf(accepted, { 'reminder.accept': [good(walletWith(1, [plan]))] });
  await reminders.wallet.refresh();
  const taps = await Promise.all([reminders.ask(asked), reminders.ask(asked)]);
  expect(taps).toEqual(['planned', null]);
  expect(dialogs).toHaveLength(1);
});

test('what is too late to plan says so, and the server’s "no" is handed on', async () => {
  const late = remindersOf(accepted, { 'reminder.accept': [good(walletWith(1, []))] });
  await late.reminders.wallet.refresh();
  expect(await late.reminders.ask(asked)).toBe('too_late');
  const gone = remindersOf(accepted, { 'reminder.accept': [no('not_found', { what: 'coupon' })] });
  await gone.reminders.wallet.refresh();
  expect(await gone.reminders.ask(asked)).toMatchObject({ code: 'not_found' });
});

test('an acceptance whose answer was lost is told again under the same id, so that it counts once', async () => {
  const { reminders, changes } = remindersOf(accepted, { 'reminder.accept': ['lost', good(walletWith(1, [plan]))] });
  await reminders.wallet.refresh();
  expect(await reminders.ask(asked)).toBe('planned');
  expect(changes().map(({ requestId }) => requestId)).toEqual(['tap-1', 'tap-1']);
});

test('stopping shows at once that nothing is planned, and keeps the credits', async () => {
  const { reminders } = remindersOf(accepted, {
    'reminder.wallet': [good(walletWith(2, [{ ...plan, title: '五元券' }]))],
    'reminder.stop': [good(walletWith(2, []))],
  });
  await reminders.wallet.refresh();
  expect(await reminders.stop('coupon_expiring')).toBeNull();
  expect(reminders.wallet.store.getState().value?.kinds[0]).toMatchObject({ credits: 2, planned: [], templateId: 'coupon-template' });
});

test('the wallet is loaded once, however many offers are on show', async () => {
  const { reminders, transport } = remindersOf(accepted, {});
  reminders.load();
  reminders.load();
  await reminders.wallet.refresh();
  reminders.load();
  expect(transport.sent).toHaveLength(1);
});
