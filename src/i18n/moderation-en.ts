// Why something is not shown in English.
import type { Words } from '#app/i18n/words';

/** What a text or a picture is about that may not be shown. */
export const contentLabelsEn: Words['contentLabels'] = {
  normal: 'content',
  advertising: 'advertising',
  politics: 'politics',
  sexual: 'sexual content',
  abuse: 'abuse',
  crime: 'crime',
  fraud: 'fraud',
  vulgar: 'vulgar',
  copyright: 'copyright',
  promotion: 'words that promotions may not use',
  unchecked: 'not checked yet',
  other: 'not fit to be shown',
};

export const moderationNoEn = {
  content_refused: ({ path, label, word }) => ({
    reason: `This ${path === 'picture' ? 'picture' : 'text'} did not pass the content check (${contentLabelsEn[label]})${word === null ? '' : `: “${word}”`}.`,
    next: path === 'picture' ? 'Choose another one.' : 'Put it in other words; what you typed is kept.',
  }),
  user_content_off: () => ({
    reason: 'Nothing that members write, and no names or pictures of theirs, is shown here.',
    next: 'Others see “Member” and a number. Check-ins and coupons go on.',
  }),
  nothing_waiting: () => ({
    reason: 'This has been dealt with already, or the member has changed it.',
    next: 'Refresh to see what is still waiting.',
  }),
} satisfies Partial<Words['no']>;
