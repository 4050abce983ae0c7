// The words of a member’s own things in Chinese: the page of theirs and its settings.
import { formatsZhCn as f } from '#app/i18n/formats-zh-cn';
import type { Words } from '#app/i18n/words';

export const membershipZhCn = {
  me: {
    title: '我的',
    points: '积分',
    tickets: '可用的券',
    streak: '连续天数',
    invites: '我的邀请',
    settings: '设置',
    owner: '群主台',
    counter: '核销',
    role: { visitor: '访客', member: '成员', clerk: '店员', co_owner: '副群主', owner: '群主' },
    joinedOn: (day: string) => `${day}加入`,
  },
  settings: {
    title: '设置',
    language: '语言',
    textSize: '字号',
    textSizes: { standard: '标准', large: '大', largest: '特大' },
    textSizeHint: '手机里设得更大时，以手机为准。',
    nickname: '公开昵称',
    nicknameHint: '1 到 16 个字。留空就只显示「成员」和编号。',
    namePlaceholder: '例如：小林',
    save: '保存',
    saved: '已保存。',
    hidden: '在榜单里隐身',
    hiddenHint: '别人看不到你，你的打卡和积分照常。',
    groups: '我所在的群',
    groupFresh: '刚确认过',
    groupOld: (day: string) => `${day}确认`,
    noGroup: '还没有确认任何群。从群里的卡片打开一次就好。',
    verify: '从这里重新确认',
    verified: '确认好了。',
    noProof: {
      not_from_group: { reason: '这里不是从群里打开的。', next: '回到群里，点开群里的卡片就能确认。' },
      left_group: { reason: '你已不在这个群里。', next: '回到群里以后，再点开群里的卡片。' },
      cannot_tell: { reason: '当前的微信看不出你在哪个群。', next: '请用手机微信，点开群里的卡片。' },
    },
    organiser: '主办方',
    contact: '联系',
    version: '版本',
    about: '关于',
    seen: '别人看到的我',
    seenHidden: '已隐身',
    groupCount: (count: number) => `${count} 个`,
  },
};

export const membershipNoZhCn = {
  too_many_segments: ({ max }) => ({ reason: `一个社群最多 ${f.count(max)} 个分群，已经满了。`, next: '先删掉一个不用的，再存新的。' }),
  too_many_tags: ({ max }) => ({ reason: `一个社群最多 ${f.count(max)} 个标签，已经满了。`, next: '到「成员分群」删掉一个不用的。' }),
  tag_in_use: ({ titles }) => ({
    reason: `还有活动在用这个标签：${titles.map((title) => `「${title}」`).join('、')}。`,
    next: '等活动结束，或先放宽它的参与条件，再来删。',
  }),
  picture_unreadable: ({ sideMin, sideMax }) => ({
    reason: '没有读出这张图片。',
    next: `请选一张照片，边长会缩到 ${f.count(sideMin)} 至 ${f.count(sideMax)} 像素。`,
  }),
} satisfies Partial<Words['no']>;
