// Finds where a text asks people to go on elsewhere: to a WeChat or QQ name, a code to scan, a mobile number, however it is spelled.
import { plainText } from '#core/rules/policy/find-words';

/** Signs that are written in place of 加; without them a plus only stands between two things. */
const PLUS = /[+＋﹢⁺➕✚]/gu;

/** Phrases in which such letters are harmless. */
const HARMLESS = /[参增更追附]加|微信(?:支付|付款|转账|零钱|步数|运动|小程序)|vip|vivo|video|vitamin/gu;

const WECHAT = '(?:[微薇威维徽][信芯]|v信|卫星|wechat|weixin|vx|wx)';
const WHOM = '(?:我们?|一?下|个|店主|老板|群主|客服|老师|好友|的)*';
const IS = '(?:号码?)?[是为]?';
const NAME = '[a-z\\d]{5,20}';
const NAME_WITH_DIGIT = `(?=[a-z]*\\d)${NAME}`;

/** In plain text. What is short, or also a word of its own, counts only beside a name or what one comes for. */
const patterns: readonly RegExp[] = [
  `加${WHOM}(?:${WECHAT}|薇|qq|扣扣|企鹅)`,
  `加${WHOM}[微威维v扣q]${IS}(?:[a-z\\d]{3,20}|领|拉|进|私|聊|了解|咨询|$)`,
  'add(?:me|my|us|our|on|via)*wechat',
  `(?:[微薇威维徽][信芯]|v信|weixin)${IS}${NAME_WITH_DIGIT}`,
  `(?:[微薇威维徽][信芯]号码?[是为]?|wechatid)${NAME}`,
  `(?:^|[^a-z])(?:vx${IS}${NAME}|wx${IS}${NAME_WITH_DIGIT})`,
  `(?:qq|扣扣|企鹅|[qk扣]群|群号|加群)群?${IS}\\d{5,11}`,
  '[扫掃](?:一[扫掃]|描)?(?:我|这个|[上下][方面]|头像|图片?|主页|的)*(?:二[维維])?[码碼]?(?:就|即|可以?|来)*(?:[进進加入]{1,2}(?:我们?的?)?(?:微信)?[群羣]|加(?:我|好友|微)|领(?:红包|现金))',
  '(?:^|\\D)1[3-9]\\d{9}(?:\\D|$)',
].map((source) => new RegExp(source, 'u'));

/** The first place, as plain text, that asks to go on elsewhere; null where none does. */
export function findContact(text: string): string | null {
  const readings = [text, text.replace(PLUS, '加')].map((one) => plainText(one).replace(HARMLESS, '\n'));
  for (const reading of readings) {
    for (const pattern of patterns) {
      const found = pattern.exec(reading);
      if (found !== null) return found[0].trim();
    }
  }
  return null;
}
