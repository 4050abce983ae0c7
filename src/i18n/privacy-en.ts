// What the app says about a person's own things in English: the same as in Chinese, and no more.
import { counted } from '#app/i18n/formats-en';
import type { PrivacyWords } from '#app/i18n/privacy-zh-cn';

export const privacyEn: PrivacyWords = {
  title: 'About your privacy',
  what: 'Something of yours is used only when you set a name or a picture, scan, copy or save. The guide says what for.',
  choice: 'If you choose “Not now”, you can look around, check in and claim all the same. You are asked again when it is needed.',
  guide: 'Privacy guide',
  agree: 'Agree',
  refuse: 'Not now',
  problems: {
    undeclared: 'The privacy guide does not name this yet, so it cannot be used',
    refused: 'You did not agree to the privacy guide, so this was not done',
    refused_lately: 'You chose “Not now” just before; try again in a moment',
  },
  page: {
    title: 'Privacy',
    heading: 'What is used, and what for',
    lines: [
      {
        what: 'The number of your account',
        why: 'To know you again. Inside a community there is only a pseudonym; nobody sees the account.',
      },
      {
        what: 'Check-ins, claims, redemptions, invites',
        why: 'For streaks, points and coupons. Promotion rules want them kept for two years; your name is not in them.',
      },
      {
        what: 'The network you join from',
        why: 'Only as a number from which no address can be told, removed after two weeks: to see whether one person has many accounts.',
      },
      {
        what: 'The group you came from',
        why: 'For what is only for a group. The platform tells a number of the group, not its name nor who is in it.',
      },
      { what: 'Answers on joining', why: 'Read by the owner and co-owners alone. They go if you do not come in, and when you are erased.' },
      { what: 'Name and picture', why: 'Shown only if you set them, on boards and in invites. You can take them back at any time.' },
      { what: 'Camera', why: 'Only to scan a coupon’s code. Nothing is kept.' },
      { what: 'Clipboard and album', why: 'Written only when you tap copy or save, never read.' },
      { what: 'Reminders', why: 'As many as you have accepted, and you can stop them.' },
    ],
    not: 'No phone number, place, contacts or friends are collected, and nothing follows you for advertisements.',
    rights: 'In the settings you can have all your data, or be erased. For questions ask the organiser.',
    guideLink: 'Read the platform’s privacy guide',
  },
  picture: {
    label: 'Picture',
    hint: 'Without one, others see a number. It becomes a small picture; when and where it was taken is left out.',
    choose: 'Choose a picture',
    change: 'Choose another',
    remove: 'Take it back',
    unreadable: 'This picture could not be read. Choose a photo.',
  },
  shown: {
    shown: 'Others can see it now.',
    waiting: 'Sent. Others see it once it has passed the check.',
    masked: 'Taken back; others see a number.',
  },
  nameWaiting: (name) => `“${name}” is being checked. Others see it once it has passed.`,
  pictureWaiting: 'Your new picture is being checked. Others see it once it has passed.',
  refusedName: (reason) => `The name was not let through: ${reason}. Try another.`,
  refusedPicture: (reason) => `The picture was not let through: ${reason}. Try another.`,
  reasons: {
    advertising: 'it looks like an advertisement',
    offensive: 'it could offend',
    impersonation: 'it could be taken for somebody else',
    private: 'it tells private facts',
    other: 'it is not fit to be shown',
  },
  data: {
    title: 'My data',
    link: 'Privacy',
    export: 'Get all my data',
    gathering: (count) => `${count} records so far`,
    ready: (count) => `All ${count} records are in this file.`,
    save: 'Save or send the file',
    copy: 'Copy it all',
    saved: 'The file is yours.',
    copied: 'Copied.',
    notHandedOver: 'A file cannot be given out here; copy it instead.',
    notCopied: 'It could not be copied; save or send the file instead.',
    file: 'qunhui-my-data.json',
  },
  erase: {
    open: 'Erase me',
    owner: 'You are the owner. Somebody has to stand behind the promises of the community, so you cannot be erased here.',
    title: 'Erasing is final',
    goes: [
      'Name, picture, the link to your account, the groups you were seen in and your reminders are deleted.',
      'Your points go back, unused coupons are void, and you are on no board.',
      'You become a visitor; you have no role in the shop any more.',
    ],
    stays:
      'Records of check-ins, claims and redemptions stay for two years, as promotion rules want, under a number only. If you join again, nothing is given a second time.',
    waiting: (count) => `${counted(count, 'coupon')} noted at the counter can never be redeemed after this. Go online and redeem first.`,
    typed: (word) => `To go on, type “${word}”`,
    word: 'erase',
    confirm: 'Erase me',
    cancel: 'Not now',
    done: 'You are erased.',
    doneNext: 'You are a visitor now, and welcome to look around.',
  },
};
