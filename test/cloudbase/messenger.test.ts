// The messenger of WeChat through the unchanged wx-server-sdk: what goes over the wire, and what each answer comes to.
import { afterAll, beforeEach, expect, test } from 'vitest';
import { enterCloudBase } from '../support/cloudbase/enter-cloud-base';
import { aReminder } from '../support/reminder-messages';
import { createSubscribeDesk, type WireMessage } from '../support/subscribe-desk';

const cloudBase = await enterCloudBase({ checkSignatures: true });
process.env.REMINDER_TEMPLATE_COUPON_EXPIRING = 'couponTemplateOfTheOwner_0001 coupon=thing4 until=date2 worth=thing7 shop=thing1';
process.env.REMINDER_TEMPLATE_CHECKIN_OPEN = 'checkinTemplateOfTheOwner-0002';
process.env.REMINDER_TEMPLATE_STANDING_FADING = 'fadingTemplateOfTheOwner-00003';
const { openMessenger } = await import('#server/hosts/wechat/open-messenger');

const lines: { level: string; event: string; fields: unknown }[] = [];
const messenger = openMessenger({ line: (level, event, fields) => void lines.push({ level, event, fields }) });
let desk = createSubscribeDesk();

beforeEach(() => {
  cloudBase.reset();
  lines.length = 0;
  desk = createSubscribeDesk();
  cloudBase.services = { openApi: { 'subscribeMessage.send': (message) => desk.handle(message as unknown as WireMessage) } };
});
afterAll(async () => {
  delete process.env.REMINDER_TEMPLATE_COUPON_EXPIRING;
  delete process.env.REMINDER_TEMPLATE_CHECKIN_OPEN;
  delete process.env.REMINDER_TEMPLATE_STANDING_FADING;
  await cloudBase.stop();
});

const answerWith = (errcode: number) => {
  cloudBase.services = { openApi: { 'subscribeMessage.send': () => ({ errcode, errmsg: 'no' }) } };
};

test('the owner’s templates are offered', () => {
  expect(messenger.templates()).toEqual({
    coupon_expiring: 'couponTemplateOfTheOwner_0001',
    checkin_open: 'checkinTemplateOfTheOwner-0002',
    standing_fading: 'fadingTemplateOfTheOwner-00003',
  });
});

test('a coupon’s reminder arrives under the keys of the owner’s template, every value within WeChat’s limits', async () => {
  desk.accept('oAnna-1', 'couponTemplateOfTheOwner_0001');
  expect(await messenger.send(aReminder('coupon_expiring'))).toBe('sent');
  expect(desk.taken).toEqual([
    {
      touser: 'oAnna-1',
      template_id: 'couponTemplateOfTheOwner_0001',
      page: 'packages/member/ticket/index?c=c&coupon=1',
      data: {
        thing4: { value: '满三十减五元券' },
        date2: { value: '2026年3月31日' },
        thing7: { value: '减5.50元' },
        thing1: { value: '幸福里果蔬店幸福里果蔬店幸福里果蔬店幸…' },
      },
      miniprogram_state: 'formal',
      lang: 'zh_CN',
    },
  ]);
  expect(lines).toEqual([]);
});

test('a check-in’s reminder arrives under the keys in our own order', async () => {
  desk.accept('oAnna-1', 'checkinTemplateOfTheOwner-0002');
  expect(await messenger.send(aReminder('checkin_open'))).toBe('sent');
  expect(desk.taken[0]?.data).toEqual({
    thing1: { value: '每日打卡' },
    number2: { value: '12' },
    time3: { value: '2026年3月10日 23:59' },
  });
});

test('what fades is told in one message, cut to what a keyword may hold', async () => {
  desk.accept('oAnna-1', 'fadingTemplateOfTheOwner-00003');
  expect(await messenger.send(aReminder('standing_fading'))).toBe('sent');
  expect(desk.taken[0]?.data).toEqual({
    thing1: { value: '1250 积分、会员等级' },
    date2: { value: '2026年3月31日' },
    thing3: { value: '幸福里果蔬店' },
  });
});

test('one acceptance is one message: the second is told 43101 and logged once, without the person', async () => {
  desk.accept('oAnna-1', 'checkinTemplateOfTheOwner-0002');
  expect(await messenger.send(aReminder('checkin_open'))).toBe('sent');
  expect(await messenger.send(aReminder('checkin_open'))).toBe('no_credit');
  expect(lines).toEqual([
    { level: 'notice', event: 'reminder_not_sent', fields: { kind: 'checkin_open', code: 43101, outcome: 'no_credit' } },
  ]);
});

test.each([
  [43101, 'no_credit'],
  [43107, 'banned'],
  [43108, 'later'],
  [45009, 'later'],
  [47003, 'bad_data'],
  [45168, 'bad_data'],
  [40037, 'bad_data'],
  [40003, 'bad_data'],
  [41030, 'bad_data'],
] as const)('WeChat’s %i means %s', async (code, outcome) => {
  answerWith(code);
  expect(await messenger.send(aReminder('checkin_open'))).toBe(outcome);
});

test('what WeChat has never said before is no answer: the message may have gone out', async () => {
  answerWith(-1);
  await expect(messenger.send(aReminder('checkin_open'))).rejects.toMatchObject({ code: 'messenger_unavailable' });
});

test('an answer that is lost on the way is no answer either, and the messenger does not try again by itself', async () => {
  desk.accept('oAnna-1', 'checkinTemplateOfTheOwner-0002');
  cloudBase.faults.inject({ action: 'wx.openApi', fault: { kind: 'drop_answer' } });
  await expect(messenger.send(aReminder('checkin_open'))).rejects.toMatchObject({ code: 'messenger_unavailable' });
  expect(desk.taken).toHaveLength(1);
});

test('somebody who did not sign in by WeChat cannot be reached, and WeChat is not asked', async () => {
  expect(await messenger.send({ ...aReminder('checkin_open'), personKey: 'demo:anna' })).toBe('banned');
  expect(cloudBase.requests).toEqual([]);
});
