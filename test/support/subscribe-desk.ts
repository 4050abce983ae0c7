// WeChat's side of subscribe messages for tests: who has accepted what, and what it says to a message, by its published limits.

/** What came with a call of `subscribeMessage.send`, in the spelling of the wire. */
export interface WireMessage {
  readonly touser: string;
  readonly template_id: string;
  readonly page: string;
  readonly data: Readonly<Record<string, { readonly value: string }>>;
  readonly miniprogram_state: string;
  readonly lang: string;
}

/** The published limits of the types of keywords that are used (official docs: 发送订阅消息, 参数值内容限制). */
const limits: Readonly<Record<string, (value: string) => boolean>> = {
  thing: (value) => value.length >= 1 && value.length <= 20,
  phrase: (value) => /^\p{Script=Han}{1,5}$/u.test(value),
  number: (value) => /^\d+(\.\d+)?$/.test(value) && value.length <= 32,
  amount: (value) => /^[¥￥$]?\d{1,10}(\.\d+)?元?$/.test(value),
  date: (value) => /^\d{4}年\d{1,2}月\d{1,2}日( \d{2}:\d{2})?$/.test(value),
  time: (value) => /^(\d{4}年\d{1,2}月\d{1,2}日 )?\d{2}:\d{2}$/.test(value),
  character_string: (value) => /^[\x21-\x7e]{1,32}$/.test(value),
};

/** Whether a key of a template takes a value. */
export function takesValue(key: string, value: string): boolean {
  return limits[key.replace(/\d+$/, '')]?.(value) ?? false;
}

/** The desk: `accept` gives one message, `handle` answers a call as WeChat's server would. */
export function createSubscribeDesk() {
  const credits = new Map<string, number>();
  const taken: WireMessage[] = [];
  const keyOf = (openId: string, templateId: string) => `${openId} ${templateId}`;
  return {
    taken,
    accept(openId: string, templateId: string): void {
      const key = keyOf(openId, templateId);
      credits.set(key, (credits.get(key) ?? 0) + 1);
    },
    handle(message: WireMessage): Record<string, unknown> {
      const wrong = Object.entries(message.data).find(([key, { value }]) => !takesValue(key, value));
      if (wrong !== undefined) return { errcode: 47003, errmsg: `argument invalid! data.${wrong[0]}.value invalid` };
      const key = keyOf(message.touser, message.template_id);
      const left = credits.get(key) ?? 0;
      if (left === 0) return { errcode: 43101, errmsg: 'user refuse to accept the msg' };
      credits.set(key, left - 1);
      taken.push(message);
      return { errcode: 0, errmsg: 'ok', msgid: taken.length };
    },
  };
}
