// Reads which template of the owner's WeChat account is which kind of reminder, and which of its keys says what.
import { perKind, type ReminderKind } from '#core/rules/reminder/kinds';
import { type KeywordType, type ReminderTemplate, reminderTemplates } from '#core/rules/reminder/templates';

/** A template of an installation: its id, and for each of its keys the field that fills it. */
export interface InstalledTemplate {
  readonly templateId: string;
  readonly keys: readonly { readonly key: string; readonly type: KeywordType; readonly field: string }[];
}

/** The templates of an installation; null where there is none. */
export type InstalledTemplates = Readonly<Record<ReminderKind, InstalledTemplate | null>>;

/** The environment variable that names the template of a kind. */
export const templateVariables: Readonly<Record<ReminderKind, string>> = {
  coupon_expiring: 'REMINDER_TEMPLATE_COUPON_EXPIRING',
  checkin_open: 'REMINDER_TEMPLATE_CHECKIN_OPEN',
  standing_fading: 'REMINDER_TEMPLATE_STANDING_FADING',
};

const TEMPLATE_ID = /^[A-Za-z0-9_-]{20,64}$/;
const KEY = /^(thing|phrase|number|amount|date|time|character_string)\d{1,3}$/;
const PAIR = /^([a-z]+)=([a-z_]+\d{1,3})$/;

/** The keys as WeChat numbers them when the keywords are chosen in our order and none of the library's own numbers is in the way. */
function keysInOrder(template: ReminderTemplate): InstalledTemplate['keys'] {
  return template.keywords.map(({ field, type }, index) => ({ key: `${type}${index + 1}`, type, field }));
}

function readOne(kind: ReminderKind, text: string): InstalledTemplate | string {
  const variable = templateVariables[kind];
  const [templateId = '', ...pairs] = text.trim().split(/\s+/);
  if (!TEMPLATE_ID.test(templateId)) return `${variable} must begin with the id of a template.`;
  const template: ReminderTemplate = reminderTemplates[kind];
  if (pairs.length === 0) return { templateId, keys: keysInOrder(template) };
  const fields = template.keywords.map(({ field }) => field);
  const keys: { key: string; type: KeywordType; field: string }[] = [];
  for (const pair of pairs) {
    const [, field, key] = PAIR.exec(pair) ?? [];
    const type = KEY.exec(key ?? '')?.[1] as KeywordType | undefined;
    if (field === undefined || key === undefined || type === undefined || !fields.includes(field)) {
      return `${variable} may say ${fields.map((name) => `${name}=<key>`).join(' ')} after the id, with keys such as thing1 or date3; it says ${pair}.`;
    }
    keys.push({ key, type, field });
  }
  return { templateId, keys };
}

/**
 * Reads the templates from environment variables: `<template id>`, and where WeChat has numbered the keys in another way than ours,
 * `<template id> coupon=thing4 until=date2 …` with the template's own keys. A variable that is not set means: no such reminders.
 * @returns the templates, and what is wrong with the settings, in words for the owner; a template with a mistake counts as absent
 */
export function readTemplates(environment: Readonly<Record<string, string | undefined>>): {
  readonly templates: InstalledTemplates;
  readonly problems: readonly string[];
} {
  const problems: string[] = [];
  const read = (kind: ReminderKind): InstalledTemplate | null => {
    const text = environment[templateVariables[kind]] ?? '';
    const one = text.trim() === '' ? null : readOne(kind, text);
    if (typeof one !== 'string') return one;
    problems.push(one);
    return null;
  };
  return { templates: perKind(read), problems };
}
