// The owner's words in English for whom a campaign is for, and for tags: the same as in Chinese.
import type { OwnerWords } from '#app/i18n/owner-zh-cn';

export const audienceEn: OwnerWords['audience'] = {
  title: 'Narrower still (optional)',
  tier: 'Tier',
  anyTier: 'Any tier',
  atLeast: (tier) => `“${tier}” or above`,
  tags: 'Members with any of these tags (none chosen: everybody)',
  streak: 'A streak of at least',
  newcomer: 'Newcomers only, joined within',
  days: 'days',
  anything: 'Empty: no limit',
  early: 'Who may take part early',
  nobodyEarly: 'Everybody starts together',
  earlyHint: 'A head start for those who come often.',
  earlyHours: 'How early',
  hours: 'hours',
  summary: {
    tags: (tags) => `one of ${tags} tags`,
    streak: (days) => `${days} in a row`,
    newcomer: (days) => `joined within ${days}`,
    early: (tier) => `“${tier}” earlier`,
  },
};

export const tagsEn: OwnerWords['tags'] = {
  open: 'Tags',
  title: (name) => `Tags of ${name}`,
  explanation: 'Tags only sort people. Members read their names in the conditions of a campaign.',
  none: 'No tags yet: name the first one.',
  newName: 'New tag',
  newHint: 'At most 8 characters, such as “Regular”.',
  add: 'Add this tag',
  save: 'Save tags',
  gone: 'a deleted tag',
  all: {
    title: 'Tags',
    empty: 'No tags yet. Give a member the first one, under Members and clerks.',
    in: (segments) => `In the segments ${segments}`,
    remove: 'Delete',
    removeTitle: (name) => `Delete the tag “${name}”?`,
    fromAll: 'It goes from everybody who bears it.',
    emptied: (segments) => `In the segments ${segments}, this condition finds nobody any more.`,
    forGood: 'This cannot be undone: a new tag of the same name is borne by nobody.',
    confirm: 'Delete',
    removed: (name) => `“${name}” is deleted.`,
    quoted: (name) => `“${name}”`,
    between: ', ',
  },
  saved: (name) => `The tags of ${name} are saved.`,
};
