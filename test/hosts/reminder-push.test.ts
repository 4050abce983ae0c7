// What WeChat pushes about reminders, through the timer's function: the same as the phone tells, never counted twice.
import { expect, test } from 'vitest';
import type { ReminderDocument } from '#core/tables';
import { makeId } from '#core/values/ids';
import { createHmacCodes } from '#server/adapters/codes-hmac/hmac-codes';
import { checkData } from '#server/app/check-data';
import { createTimerMain } from '#server/hosts/wechat/timer/create-timer-main';
import { pushHandlers } from '#server/hosts/wechat/timer/push-events';
import { createRecordingMessenger, testTemplates } from '../support/recording-messenger';
import { createTown, loadedDice, openShop, type Shop } from '../support/town';
import { createHeardLog } from './node-host';

/** Anna, who signed in by WeChat and has checked in; and WeChat, which pushes to the timer's function. */
async function openPushed() {
  const messenger = createRecordingMessenger();
  const shop = await openShop(createTown({ messenger }));
  const { communityId, town } = shop;
  const campaignId = await shop.publish({ type: 'checkin_plan' });
  const anna = await shop.member('wechat:oAnna-1');
  await anna.get('checkin.checkIn', { communityId, campaignId });
  const log = createHeardLog();
  const dice = loadedDice();
  const clock = { now: town.now };
  const main = createTimerMain({
    context: () => ({}),
    open: async () => ({ store: town.store, codes: createHmacCodes('test-codes'), dice, messenger, log }),
    handlers: pushHandlers,
    clock,
    dice,
    log,
    budgetMs: 1_000,
  });
  let pushes = 0;
  const push = async (Event: string, SubscribeStatusString: string, CreateTime = 1_773_100_800 + pushes) => {
    pushes += 1;
    const List = { TemplateId: testTemplates.checkin_open, SubscribeStatusString, PopupScene: '0' };
    const answer = await main({ ToUserName: 'gh_1', FromUserName: 'oAnna-1', CreateTime, MsgType: 'event', Event, List });
    expect(answer).toBe('success');
    expect((await checkData(town.store)).differences).toEqual([]);
  };
  const accept = () => anna.get('reminder.accept', { communityId, accepted: [{ kind: 'checkin_open', campaignId }] });
  return { ...shop, anna, push, accept, creditsIn: (place: Shop = shop) => creditsOf(place, anna.memberIdIn(place.communityId)) };
}

async function creditsOf({ town, communityId }: Shop, memberId: string): Promise<number | null> {
  const id = makeId(communityId, 'reminder', memberId);
  const wallet = (await town.store.read([id])).get(id) as unknown as ReminderDocument | undefined;
  return wallet?.credits.checkin_open ?? null;
}

const popup = 'subscribe_msg_popup_event';

test('an acceptance that the phone has told of counts once, whichever comes first', async () => {
  const { accept, push, creditsIn } = await openPushed();
  await accept();
  await push(popup, 'accept');
  expect(await creditsIn()).toBe(1);
  await push(popup, 'accept');
  expect(await creditsIn()).toBe(2);
  await accept();
  expect(await creditsIn()).toBe(2);
  await accept();
  expect(await creditsIn()).toBe(3);
});

test('the same push twice counts once', async () => {
  const { push, creditsIn } = await openPushed();
  await push(popup, 'accept', 1);
  await push(popup, 'accept', 1);
  expect(await creditsIn()).toBe(1);
});

test('an acceptance in a phone that was cut off is not lost, and plans nothing by itself', async () => {
  const { push, anna, communityId } = await openPushed();
  await push(popup, 'accept');
  const { kinds } = await anna.get('reminder.wallet', { communityId });
  expect(kinds[1]).toMatchObject({ credits: 1, planned: [] });
});

test.each(['subscribe_msg_popup_event', 'subscribe_msg_change_event'])('a refusal by %s leaves nothing of its kind', async (event) => {
  const { accept, push, anna, communityId, creditsIn } = await openPushed();
  await accept();
  await accept();
  await push(event, 'reject');
  expect(await creditsIn()).toBe(0);
  expect((await anna.get('reminder.wallet', { communityId })).kinds[1]).toMatchObject({ credits: 0, planned: [] });
  await push(event, 'reject');
  expect(await creditsIn()).toBe(0);
});

test('somebody in two communities: an acceptance goes where the phone told of one, a refusal everywhere', async () => {
  const { accept, push, anna, town, creditsIn, ...shop } = await openPushed();
  const second = await openShop(town, { name: '茶馆茶馆' });
  await anna.get('community.enter', { communityId: second.communityId });
  await anna.get('community.join', { communityId: second.communityId });
  await push(popup, 'accept');
  expect([await creditsIn(), await creditsIn(second)]).toEqual([null, null]);
  await accept();
  await push(popup, 'accept');
  expect([await creditsIn(), await creditsIn(second)]).toEqual([1, null]);
  await push('subscribe_msg_change_event', 'reject');
  expect([await creditsIn({ ...shop, town }), await creditsIn(second)]).toEqual([0, null]);
});

test('about somebody whom nobody knows changes nothing', async () => {
  const { push, town, anna, communityId } = await openPushed();
  await town.store.decide([makeId(communityId, 'identity', anna.memberIdIn(communityId))], (documents) => ({
    reply: null,
    writes: [...documents.keys()].map((id) => ({ kind: 'remove' as const, id })),
  }));
  const before = town.written();
  await push(popup, 'accept');
  expect(town.written()).toBe(before);
});
