// What members read of promises in English: whether they are kept, complaints, and why one is not taken.
import { counted, formatsEn as f } from '#app/i18n/formats-en';
import type { PromiseWords } from '#app/i18n/promise-zh-cn';
import type { Words } from '#app/i18n/words';

export const promiseEn: PromiseWords = {
  trust: {
    open: 'Does this owner keep promises?',
    title: 'Kept promises',
    organiser: (organiser) => `The record of ${organiser}`,
    percent: (percent) => `${percent}% of what was promised was kept`,
    nothing: 'Nothing was due yet.',
    kept: (kept) => `Given: ${kept}`,
    waiting: (open) => (open === 0 ? 'Nothing waits to be made good' : `${counted(open, 'promise')} to be made good`),
    broken: (broken, madeGood) => (broken === 0 ? 'None was ever broken' : `${broken} broken, ${madeGood} made good`),
    complaints: (all, open) => (all === 0 ? 'No complaints' : `${counted(all, 'complaint')}, ${open} to be answered`),
    campaigns: (finished, endedEarly) => `${counted(finished, 'campaign')} finished, ${endedEarly} ended early`,
    how: 'Computed from every single record; nobody can change it.',
    contact: (contact) => `Contact: ${contact}`,
  },
  complain: {
    open: 'A promise was not kept? Tell the owner',
    title: 'What was not kept?',
    intro: 'The owner and the co-owners see your reason and your words; other members do not.',
    reasons: {
      not_honoured: 'I did not get it',
      refused_at_counter: 'The shop did not take it',
      differs: 'Not what was said',
      other: 'Something else',
    },
    text: 'A few words',
    example: 'Optional, 80 characters at most',
    send: 'Tell the owner',
    sent: 'The owner will see it. The answer will stand under “My complaints” in the tab “Me”.',
    mine: 'My complaints',
    none: 'No complaints so far. If a promise is not kept, tell the owner at the end of the coupon’s or the campaign’s page.',
    states: { open: 'Waiting for the owner', answered: 'The owner has answered', settled: 'Made good' },
    answer: (text) => `Owner: ${text}`,
  },
  rules: {
    version: (version, before, changes) => `Rules, version ${version}. Since version ${before}: ${changes}.`,
    change: (field, before, after) => `${field} from ${before} to ${after}`,
    wider: 'more people can take part',
    everyone: 'everybody',
    rewritten: (field) => `${field} reworded`,
    comma: ', ',
    on: 'on',
    off: 'off',
    none: 'none',
    fields: { title: 'Title', summary: 'Text', startsOn: 'First day', endsOn: 'Last day', groupId: 'For whom', audience: 'For whom' },
    all: 'See every version',
  },
};

export const promiseNoEn = {
  words_needed: () => ({
    reason: 'Neither a coupon nor points can make this good.',
    next: 'Write down how you made it good; that settles it.',
  }),
  complaint_open: ({ filedAt }) => ({
    reason: `You complained on ${f.moment(filedAt)}, and the owner has not answered yet.`,
    next: 'The answer will be shown here.',
  }),
  too_many_complaints: ({ max }) => ({
    reason: `At most ${counted(max, 'complaint')} about one campaign.`,
    next: 'Please use the contact in the campaign’s terms.',
  }),
  already_settled: ({ settledAt }) => ({
    reason: `This promise was made good at ${f.moment(settledAt)}.`,
    next: 'Both have their coupons. There is nothing left to do.',
  }),
} satisfies Partial<Words['no']>;
