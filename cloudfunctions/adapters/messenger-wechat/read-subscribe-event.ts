// Reads what WeChat pushes about subscribe messages: answers in the dialog, refusals in the settings, results of sendings.
import type { PlatformAnswer } from '#core/rules/reminder/accept';
import { type ReminderKind, reminderKinds } from '#core/rules/reminder/kinds';
import type { Templates } from '#server/ports/messenger';

/** What a push says of one person and one kind. */
export interface SubscribeAnswer {
  readonly personKey: string;
  readonly kind: ReminderKind;
  readonly answer: PlatformAnswer;
  /** The same for the same push, however often it comes. */
  readonly key: string;
}

const OPEN_ID = /^[A-Za-z0-9_-]{6,64}$/;

/** The result of a sending that says: this person takes no message any more. */
const REFUSED = 43101;

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined;
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** One entry comes as an object, several as a list; in XML that was made JSON they stand one level deeper. */
function entriesOf(event: unknown): readonly unknown[] {
  const name = textOf(fieldOf(event, 'Event'));
  const deeper = { subscribe_msg_popup_event: 'Popup', subscribe_msg_change_event: 'Change', subscribe_msg_sent_event: 'Sent' }[name];
  const list = fieldOf(event, 'List') ?? fieldOf(fieldOf(event, `SubscribeMsg${deeper}Event`), 'List');
  return Array.isArray(list) ? list : list === undefined ? [] : [list];
}

function answerOf(event: string, entry: unknown): PlatformAnswer | null {
  const status = textOf(fieldOf(entry, 'SubscribeStatusString'));
  switch (event) {
    case 'subscribe_msg_popup_event':
      return status === 'accept' ? 'accepted' : status === 'reject' || status === 'ban' ? 'refused' : null;
    case 'subscribe_msg_change_event':
      return status === 'reject' || status === 'ban' ? 'refused' : null;
    case 'subscribe_msg_sent_event':
      return Number(textOf(fieldOf(entry, 'ErrorCode'))) === REFUSED ? 'refused' : null;
    default:
      return null;
  }
}

/**
 * Reads a push. What says nothing about our templates, or nothing that changes anything, is left out.
 * The caller makes sure that WeChat itself sent it: it names a person by itself.
 */
export function readSubscribeEvent(event: unknown, templates: Templates): readonly SubscribeAnswer[] {
  const openId = textOf(fieldOf(event, 'FromUserName'));
  const name = textOf(fieldOf(event, 'Event'));
  if (!OPEN_ID.test(openId)) return [];
  return entriesOf(event).flatMap((entry) => {
    const templateId = textOf(fieldOf(entry, 'TemplateId'));
    const kind = reminderKinds.find((candidate) => templateId !== '' && templates[candidate] === templateId);
    const answer = answerOf(name, entry);
    if (kind === undefined || answer === null) return [];
    const key = [name, textOf(fieldOf(event, 'CreateTime')), textOf(fieldOf(entry, 'MsgID')), kind, answer].join('\n');
    return [{ personKey: `wechat:${openId}`, kind, answer, key }];
  });
}
