// The messenger of WeChat: one-time subscribe messages through the cloud call `subscribeMessage.send`.
import { perKind } from '#core/rules/reminder/kinds';
import { formatValue } from '#server/adapters/messenger-wechat/format-value';
import type { InstalledTemplate, InstalledTemplates } from '#server/adapters/messenger-wechat/read-templates';
import { Fault } from '#server/ports/fault';
import type { Log } from '#server/ports/log';
import type { AddressedReminder, Messenger } from '#server/ports/messenger';

/** What the call takes, in WeChat's own spelling. */
export interface SubscribeMessage {
  readonly touser: string;
  readonly template_id: string;
  readonly page: string;
  readonly data: Readonly<Record<string, { readonly value: string }>>;
  readonly miniprogram_state: string;
  readonly lang: string;
}

/** Which edition of the mini-program a message opens, in the words of this call. */
export type MessageEdition = 'formal' | 'trial' | 'developer';

/** Reads it from the environment variable that says `release`, `trial` or `develop`; anything else means the published one. */
export function messageEdition(text: string | undefined): MessageEdition {
  return text === 'trial' ? 'trial' : text === 'develop' ? 'developer' : 'formal';
}

/** What the messenger is made from. */
export interface WechatMessengerParts {
  readonly templates: InstalledTemplates;
  /** Sends; throws an object with WeChat's `errCode` when WeChat says no. */
  readonly call: (message: SubscribeMessage) => Promise<unknown>;
  readonly log: Log;
  readonly edition: MessageEdition;
}

/** A person who signed in by WeChat; nobody else can be reached. */
const PERSON = /^wechat:(.+)$/;

/** What WeChat's own codes mean for us; every one of them says for certain that nothing was sent. */
const outcomes: Readonly<Record<number, 'no_credit' | 'banned' | 'later' | 'bad_data'>> = {
  // The person has accepted no further message, or refuses them.
  43101: 'no_credit',
  // The ability to send is taken from this mini-program; the cloud call is not declared in the function's config.json.
  43107: 'banned',
  [-604101]: 'banned',
  // Another message to the same person is on its way; too many calls today.
  43108: 'later',
  45009: 'later',
  // Openid, template, page, values, or a word that may not be said.
  40003: 'bad_data',
  40037: 'bad_data',
  41030: 'bad_data',
  47003: 'bad_data',
  45168: 'bad_data',
};

function codeOf(error: unknown): number | null {
  const code = typeof error === 'object' && error !== null && 'errCode' in error ? error.errCode : null;
  return typeof code === 'number' ? code : null;
}

/** The values of a message by the template's keys; null where a key cannot say its value. */
function dataOf(template: InstalledTemplate, reminder: AddressedReminder): Record<string, { value: string }> | null {
  const data: Record<string, { value: string }> = {};
  const fields: Readonly<Record<string, (typeof reminder.fields)[keyof typeof reminder.fields]>> = reminder.fields;
  for (const { key, type, field } of template.keys) {
    const value = fields[field];
    const text = value === undefined ? null : formatValue(value, type);
    if (text === null) return null;
    data[key] = { value: text };
  }
  return data;
}

/** Creates the messenger. What went wrong is logged by code and kind, never with a text or a person. */
export function createWechatMessenger({ templates, call, log, edition }: WechatMessengerParts): Messenger {
  return {
    templates: () => perKind((kind) => templates[kind]?.templateId ?? null),
    async send(reminder) {
      const { kind } = reminder;
      const template = templates[kind];
      const openId = PERSON.exec(reminder.personKey)?.[1];
      if (template === null || openId === undefined) return 'banned';
      const data = dataOf(template, reminder);
      if (data === null) {
        log.line('error', 'reminder_not_sent', { kind, reason: 'a key of the template cannot say its field' });
        return 'bad_data';
      }
      const page = reminder.page.replace(/^\//, '');
      try {
        await call({ touser: openId, template_id: template.templateId, page, data, miniprogram_state: edition, lang: 'zh_CN' });
        return 'sent';
      } catch (error) {
        const code = codeOf(error);
        const outcome = code === null ? undefined : outcomes[code];
        if (outcome === undefined) {
          throw new Fault('messenger_unavailable', `WeChat's answer to a message is not known (${code ?? 'no code'})`, { cause: error });
        }
        log.line(outcome === 'bad_data' || outcome === 'banned' ? 'error' : 'notice', 'reminder_not_sent', { kind, code, outcome });
        return outcome;
      }
    },
  };
}
