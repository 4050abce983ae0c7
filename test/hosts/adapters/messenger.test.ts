// The messengers' own parts: how values are written for WeChat, how an owner's templates and WeChat's pushes are read, and who sends nothing.
import { describe, expect, test } from 'vitest';
import type { Benefit } from '#core/rules/coupon/benefit';
import { reminderKinds } from '#core/rules/reminder/kinds';
import type { MessageValue } from '#core/rules/reminder/message';
import { type KeywordType, reminderTemplates } from '#core/rules/reminder/templates';
import { fen } from '#core/values/fen';
import { createLogMessenger } from '#server/adapters/messenger-log/log-messenger';
import { formatValue } from '#server/adapters/messenger-wechat/format-value';
import { readSubscribeEvent } from '#server/adapters/messenger-wechat/read-subscribe-event';
import { readTemplates } from '#server/adapters/messenger-wechat/read-templates';
import { createWechatMessenger, messageEdition } from '#server/adapters/messenger-wechat/wechat-messenger';
import { amountOff } from '../../support/documents';
import { testTemplates } from '../../support/recording-messenger';
import { aReminder } from '../../support/reminder-messages';
import { takesValue } from '../../support/subscribe-desk';

const text = (said: string): MessageValue => ({ type: 'text', text: said });
const worth = (benefit: Benefit): MessageValue => ({ type: 'benefit', benefit });
const moment = (zone: string): MessageValue => ({ type: 'moment', at: Date.UTC(2026, 2, 10, 15, 59), zone });

describe('a value', () => {
  test.each<[value: MessageValue, type: KeywordType, written: string]>([
    [text('五元券'), 'thing', '五元券'],
    [text('一二三四五六七八九十一二三四五六七八九十'), 'thing', '一二三四五六七八九十一二三四五六七八九十'],
    [text('一二三四五六七八九十一二三四五六七八九十一'), 'thing', '一二三四五六七八九十一二三四五六七八九…'],
    [text(`${'一'.repeat(18)}🍎🍎`), 'thing', `${'一'.repeat(18)}…`],
    [text('  '), 'thing', '无'],
    [text('每日打卡第 3 期!'), 'phrase', '每日打卡第'],
    [text('abc'), 'phrase', '无'],
    [text('券 A-12 号'), 'character_string', 'A-12'],
    [text('券'), 'character_string', '-'],
    [{ type: 'count', count: 12 }, 'number', '12'],
    [{ type: 'money', fen: 550 }, 'number', '5.50'],
    [{ type: 'money', fen: 500 }, 'amount', '5元'],
    [{ type: 'money', fen: 100_000_000 }, 'amount', '1000000元'],
    [{ type: 'money', fen: 5 }, 'amount', '0.05元'],
    [worth(amountOff(550)), 'thing', '减5.50元'],
    [worth(amountOff(550)), 'amount', '5.50元'],
    [worth({ kind: 'percent_off', percentOff: 15, capFen: fen(2_000) }), 'thing', '8.5折'],
    [worth({ kind: 'gift', item: '豆浆一杯' }), 'thing', '豆浆一杯'],
    [worth({ kind: 'group_price', item: '吐司', priceFen: fen(990), referenceFen: fen(1_500), quantity: 2 }), 'thing', '19.80元 吐司'],
    [{ type: 'day', day: '2026-03-01' }, 'date', '2026年3月1日'],
    [{ type: 'day', day: '2026-03-01' }, 'time', '2026年3月1日 23:59'],
    [moment('Asia/Shanghai'), 'time', '2026年3月10日 23:59'],
    [moment('America/New_York'), 'time', '2026年3月10日 11:59'],
    [moment('Pacific/Chatham'), 'date', '2026年3月11日'],
    [moment('Asia/Shanghai'), 'thing', '2026年3月10日 23:59'],
    [{ type: 'count', count: 3 }, 'thing', '3'],
    [{ type: 'fading', fading: [{ what: 'tier', tier: 'fan', untilOn: '2026-03-31' }] }, 'thing', '会员等级'],
    [
      {
        type: 'fading',
        fading: [
          { what: 'points', points: 120, untilOn: '2026-03-30' },
          { what: 'tier', tier: 'fan', untilOn: '2026-03-31' },
        ],
      },
      'thing',
      '120 积分、会员等级',
    ],
  ])('%j is written as %s: %s', (value, type, written) => {
    expect(formatValue(value, type)).toBe(written);
    expect(takesValue(`${type}1`, written)).toBe(true);
  });

  test.each<[value: MessageValue, type: KeywordType]>([
    [text('五元券'), 'number'],
    [text('五元券'), 'date'],
    [{ type: 'count', count: 3 }, 'amount'],
    [{ type: 'money', fen: 3 }, 'time'],
    [worth({ kind: 'gift', item: '豆浆一杯' }), 'amount'],
  ])('%j cannot be said as %s', (value, type) => {
    expect(formatValue(value, type)).toBeNull();
  });
});

describe('the templates of an owner', () => {
  const id = 'aTemplateOfTheOwner_0001';

  test('that are not set are not there', () => {
    expect(readTemplates({ REMINDER_TEMPLATE_CHECKIN_OPEN: ' ' })).toEqual({
      templates: { coupon_expiring: null, checkin_open: null, standing_fading: null },
      problems: [],
    });
  });

  test('named by their id alone have the keys of our own order', () => {
    const { templates } = readTemplates({ REMINDER_TEMPLATE_COUPON_EXPIRING: id });
    expect(templates.coupon_expiring?.keys.map(({ key, field }) => `${field}=${key}`)).toEqual([
      'coupon=thing1',
      'worth=thing2',
      'until=date3',
      'shop=thing4',
    ]);
  });

  test('may have keys of their own, and fewer of them', () => {
    const { templates, problems } = readTemplates({ REMINDER_TEMPLATE_COUPON_EXPIRING: `${id}  coupon=thing12 until=time3` });
    expect(problems).toEqual([]);
    expect(templates.coupon_expiring?.keys).toEqual([
      { key: 'thing12', type: 'thing', field: 'coupon' },
      { key: 'time3', type: 'time', field: 'until' },
    ]);
  });

  test.each(['short', `${id} price=thing1`, `${id} coupon=enum1`, `${id} coupon`, `${id} coupon=thing`])(
    'with a mistake are not there, and the mistake is said: %s',
    (written) => {
      const { templates, problems } = readTemplates({ REMINDER_TEMPLATE_COUPON_EXPIRING: written, REMINDER_TEMPLATE_CHECKIN_OPEN: id });
      expect(templates.coupon_expiring).toBeNull();
      expect(templates.checkin_open).not.toBeNull();
      expect(problems).toEqual([expect.stringContaining('REMINDER_TEMPLATE_COUPON_EXPIRING')]);
    },
  );

  test('can be applied for: their titles differ, and each keyword takes the value that we have for it', () => {
    const titles = reminderKinds.map((kind) => reminderTemplates[kind].title);
    expect(new Set(titles).size).toBe(titles.length);
    for (const kind of reminderKinds) {
      const fields: Readonly<Record<string, MessageValue>> = aReminder(kind).fields;
      for (const { field, type } of reminderTemplates[kind].keywords) {
        const value = fields[field];
        expect(value && takesValue(`${type}1`, formatValue(value, type) ?? '')).toBe(true);
      }
    }
  });
});

describe('a push of WeChat', () => {
  const push = (Event: string, List: unknown) => ({ FromUserName: 'oAnna-1', CreateTime: 1_773_100_800, MsgType: 'event', Event, List });
  const coupon = testTemplates.coupon_expiring;
  const said = (event: unknown) =>
    readSubscribeEvent(event, testTemplates).map(({ personKey, kind, answer }) => ({ personKey, kind, answer }));
  const anna = { personKey: 'wechat:oAnna-1', kind: 'coupon_expiring' };

  test('says what was accepted and what was not, be it one template or several', () => {
    const accept = { TemplateId: coupon, SubscribeStatusString: 'accept', PopupScene: '0' };
    const reject = { TemplateId: testTemplates.checkin_open, SubscribeStatusString: 'reject', PopupScene: '0' };
    expect(said(push('subscribe_msg_popup_event', accept))).toEqual([{ ...anna, answer: 'accepted' }]);
    expect(said(push('subscribe_msg_popup_event', [accept, reject]))).toEqual([
      { ...anna, answer: 'accepted' },
      { ...anna, kind: 'checkin_open', answer: 'refused' },
    ]);
    const { List: _, ...deeper } = { ...push('subscribe_msg_popup_event', null), SubscribeMsgPopupEvent: { List: [accept] } };
    expect(said(deeper)).toEqual([{ ...anna, answer: 'accepted' }]);
  });

  test('says that messages are refused in the settings, and at the sending', () => {
    expect(said(push('subscribe_msg_change_event', { TemplateId: coupon, SubscribeStatusString: 'reject' }))).toEqual([
      { ...anna, answer: 'refused' },
    ]);
    const sent = (ErrorCode: string) => push('subscribe_msg_sent_event', { TemplateId: coupon, MsgID: '17', ErrorCode, ErrorStatus: 'x' });
    expect(said(sent('0'))).toEqual([]);
    expect(said(sent('43101'))).toEqual([{ ...anna, answer: 'refused' }]);
  });

  test('has the same key when it comes again, and another when it is another', () => {
    const keysOf = (at: number) =>
      readSubscribeEvent(
        { ...push('subscribe_msg_popup_event', { TemplateId: coupon, SubscribeStatusString: 'accept' }), CreateTime: at },
        testTemplates,
      ).map(({ key }) => key);
    expect(keysOf(1)).toEqual(keysOf(1));
    expect(keysOf(1)).not.toEqual(keysOf(2));
  });

  test.each([
    null,
    7,
    {},
    push('subscribe_msg_popup_event', undefined),
    push('subscribe_msg_popup_event', { TemplateId: 'of-another-app', SubscribeStatusString: 'accept' }),
    push('subscribe_msg_popup_event', { TemplateId: coupon, SubscribeStatusString: 'filter' }),
    { ...push('subscribe_msg_popup_event', { TemplateId: coupon, SubscribeStatusString: 'accept' }), FromUserName: '../x' },
    push('wxa_media_check', { TemplateId: coupon, SubscribeStatusString: 'accept' }),
  ])('that says nothing about our reminders is left out: %j', (event) => {
    expect(said(event)).toEqual([]);
  });
});

test.each([
  ['release', 'formal'],
  ['trial', 'trial'],
  ['develop', 'developer'],
  [undefined, 'formal'],
])('a message of a mini-program in edition %s opens the %s one', (variable, edition) => {
  expect(messageEdition(variable)).toBe(edition);
});

test('a key that cannot say its field is told in the log, and WeChat is not asked', async () => {
  const lines: unknown[] = [];
  const { templates } = readTemplates({ REMINDER_TEMPLATE_CHECKIN_OPEN: 'aTemplateOfTheOwner_0001 plan=number1' });
  const call = () => Promise.reject(new Error('WeChat was asked'));
  const log = { line: (...line: unknown[]) => void lines.push(line) };
  expect(await createWechatMessenger({ templates, call, log, edition: 'formal' }).send(aReminder('checkin_open'))).toBe('bad_data');
  expect(lines).toHaveLength(1);
});

test('a server without a messenger offers no template, sends nothing, and says so', async () => {
  const lines: unknown[] = [];
  const messenger = createLogMessenger({ line: (_level, event, fields) => void lines.push({ event, fields }) });
  expect(messenger.templates()).toEqual({ coupon_expiring: null, checkin_open: null, standing_fading: null });
  expect(await messenger.send(aReminder('coupon_expiring'))).toBe('banned');
  expect(lines).toEqual([{ event: 'reminder_not_sent', fields: { kind: 'coupon_expiring', reason: 'this server has no messenger' } }]);
});
