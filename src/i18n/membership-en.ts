// The words of a member’s own things in English: the page of theirs and its settings.
import { counted, formatsEn as f } from '#app/i18n/formats-en';
import type { MemberWords } from '#app/i18n/member-zh-cn';
import type { Words } from '#app/i18n/words';

export const membershipEn: Pick<MemberWords, 'me' | 'settings'> = {
  me: {
    title: 'Me',
    points: 'Points',
    tickets: 'Usable coupons',
    streak: 'Days in a row',
    invites: 'My invites',
    settings: 'Settings',
    owner: 'Owner console',
    counter: 'Counter',
    role: { visitor: 'Visitor', member: 'Member', clerk: 'Clerk', co_owner: 'Co-owner', owner: 'Owner' },
    joinedOn: (day) => `Joined ${day}`,
  },
  settings: {
    title: 'Settings',
    language: 'Language',
    textSize: 'Text size',
    textSizes: { standard: 'Normal', large: 'Large', largest: 'Largest' },
    textSizeHint: 'If your phone is set larger, the phone’s size holds.',
    nickname: 'Public nickname',
    nicknameHint: '1 to 16 characters. Left empty, others see “Member” and four characters.',
    namePlaceholder: 'For example: Lin',
    save: 'Save',
    saved: 'Saved.',
    hidden: 'Hide me on boards',
    hiddenHint: 'Others do not see you. Your check-ins and points go on.',
    groups: 'My groups',
    groupFresh: 'just seen',
    groupOld: (day) => `seen ${day}`,
    noGroup: 'Not seen in any group yet. Open a card in the group once.',
    verify: 'Check again from here',
    verified: 'Done.',
    noProof: {
      not_from_group: { reason: 'This was not opened from a group.', next: 'Go back to the group and open a card there.' },
      left_group: { reason: 'You are no longer in this group.', next: 'Once you are in it again, open a card there.' },
      cannot_tell: {
        reason: 'This WeChat cannot tell which group you are in.',
        next: 'Open a card in the group with WeChat on your phone.',
      },
    },
    organiser: 'Organiser',
    contact: 'Contact',
    version: 'Version',
    about: 'About',
    seen: 'How others see me',
    seenHidden: 'Hidden',
    groupCount: (count) => String(count),
  },
};

export const membershipNoEn = {
  too_many_segments: ({ max }) => ({
    reason: `A community has at most ${counted(max, 'segment')}.`,
    next: 'Delete one that you do not use.',
  }),
  too_many_tags: ({ max }) => ({
    reason: `A community has at most ${counted(max, 'tag')}.`,
    next: 'Delete one that you do not use, under Segments.',
  }),
  tag_in_use: ({ titles }) => ({
    reason: `Campaigns are for members with this tag: ${titles.map((title) => `“${title}”`).join(', ')}.`,
    next: 'Wait until they end, or open them to more people first.',
  }),
  picture_unreadable: ({ sideMin, sideMax }) => ({
    reason: 'This picture could not be read.',
    next: `Choose a photo; its sides become ${f.count(sideMin)} to ${f.count(sideMax)} pixels.`,
  }),
} satisfies Partial<Words['no']>;
