// Why something is not shown in Chinese.
import type { Words } from '#app/i18n/words';

/** What a text or a picture is about that may not be shown. */
export const contentLabelsZhCn: Words['contentLabels'] = {
  normal: '内容',
  advertising: '广告',
  politics: '时政',
  sexual: '色情',
  abuse: '辱骂',
  crime: '违法犯罪',
  fraud: '欺诈',
  vulgar: '低俗',
  copyright: '版权',
  promotion: '平台不允许的促销说法',
  unchecked: '还没有检查',
  other: '其他不宜公开的内容',
};

export const moderationNoZhCn = {
  content_refused: ({ path, label, word }) => ({
    reason: `${path === 'picture' ? '这张图片' : '这段文字'}没有通过内容检查（${contentLabelsZhCn[label]}）${word === null ? '' : `：「${word}」`}。`,
    next: path === 'picture' ? '换一张再试。' : '换个说法再试，填过的都还在。',
  }),
  user_content_off: () => ({ reason: '这里不公开成员写的文字、昵称和头像。', next: '别人只看到「成员」和编号，打卡、领券照常。' }),
  nothing_waiting: () => ({ reason: '这一条已经处理过，或者成员自己改了。', next: '刷新一下，看还有哪些在等。' }),
} satisfies Partial<Words['no']>;
