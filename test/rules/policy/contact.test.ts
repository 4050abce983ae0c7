// Asking people to go on elsewhere: found however it is written, and not where the same letters are harmless.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findContact } from '#core/rules/policy/find-contact';

const asking = [
  '加微信abc123领福利',
  '加V：xxx',
  '➕薇…',
  '+v abc_123',
  '加我微信看价格',
  '添加客服薇信',
  'vx 13800138000',
  'VX：abcdef',
  '我的wx：abc123',
  '微信号 abcdef',
  '微信：abc12345',
  '13800138000',
  '扫码进群领好东西',
  '扫一扫二维码加我好友',
  '扫描下方二维码加入群',
  'QQ群123456',
  '扣扣 1234567',
  '加QQ聊',
  '群号：987654',
  '➕微',
  'Add me on WeChat',
];

const harmless = [
  '参加微信群里的打卡，连续七天',
  '满 30 元+微信支付立减 5 元',
  '牛奶加微波炉热两分钟',
  '双人餐+微辣',
  '加维生素的那种',
  '加VIP会员可以打折吗',
  '增加微量元素',
  '扫码核销很快，欢迎大家进群',
  '扫码付款以后领了券',
  '扫码就能领券',
  '店里电话 010-5555 0101',
  '订单号 202611280001234567',
  '条码 6901234567892',
  'QQ 糖买二送一',
  '面很 Q 弹，加了 2 次',
  '微信 20 元券已经用了',
  '从微信群来的，群主人真好',
  '11 月 13 日 14:30-15:30 领的券',
  '营业时间 8:30-21:30，连续打卡 13 14 15 天',
  '第 138 次打卡，攒了 13800 积分',
  '老会员了，给 VX6 车型加油',
  'See you in the WeChat group at 8',
  'New Xiaomi 14 Pro, 128 GB',
  'Fresh fruit every day, 20% off + a free bag',
];

test.each(asking)('%s is found', (text) => expect(findContact(text)).not.toBeNull());

test.each(harmless)('%s is let through', (text) => expect(findContact(text)).toBeNull());

const wide = (character: string) =>
  /[!-~]/.test(character) ? String.fromCharCode(character.charCodeAt(0) + 0xfee0) : character.toUpperCase();

const betweens = ['', ' ', '·', '\u200b', '，', '\u3000', '😀', '❤️', '.', '_', '*', '\n'];

describe('what is found', () => {
  test('is found with signs between its letters, in wide letters and in capitals', () => {
    const spelling = fc.record({ between: fc.constantFrom(...betweens), isWide: fc.boolean(), isLoud: fc.boolean() });
    fc.assert(
      fc.property(fc.constantFrom(...asking), fc.array(spelling, { minLength: 40, maxLength: 40 }), (text, spellings) => {
        const written = [...text].map((character, index) => {
          const { between, isWide, isLoud } = spellings[index] ?? { between: '', isWide: false, isLoud: false };
          return `${isWide ? wide(character) : isLoud ? character.toUpperCase() : character}${between}`;
        });
        expect(findContact(`今天${written.join('')}`), written.join('')).not.toBeNull();
      }),
    );
  });
});
