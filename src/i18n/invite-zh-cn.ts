// The words of invites in Chinese: the list, the poster, and why one does not count.
import type { Words, Yuan } from '#app/i18n/words';

export const inviteZhCn = {
  invites: {
    title: '我的邀请',
    heading: {
      both: (amount: Yuan) => `你和朋友各得 ${amount} 券`,
      friend: (amount: Yuan) => `送朋友一张 ${amount} 券`,
      inviter: (amount: Yuan) => `每来一位朋友，你得 ${amount} 券`,
    },
    intro: '朋友第一次打卡或领券的那一刻，券就到账。只算一层，转发本身没有奖励。',
    step: (friends: number, amount: Yuan) => `第 ${friends} 位朋友第一次打卡或领券时，你再得 ${amount} 券`,
    stepDone: '已到账',
    stepMissing: (friends: number) => `还差 ${friends} 位`,
    send: '发邀请卡给朋友',
    poster: '做一张海报',
    sent: '邀请卡已发出。',
    copied: '链接已复制，贴给朋友就行。',
    impossible: '这里发不出去，请用海报。',
    states: { opened: '已打开', joined: '已加入', rewarded: '已得券', refused: '没有生效', reversed: '已撤回' },
    nextStep: { opened: '等 Ta 加入，再打卡或领券。', joined: '等 Ta 第一次打卡或领券。', rewarded: '', refused: '', reversed: '' },
    steps: ['打开', '加入', '打卡或领券', '得券'] as readonly string[],
    coming: {
      both: (amount: Yuan) => `到时你们各得 ${amount} 券。`,
      friend: (amount: Yuan) => `到时 Ta 得 ${amount} 券。`,
      inviter: (amount: Yuan) => `到时你得 ${amount} 券。`,
    },
    openedAt: (moment: string) => `${moment} 打开`,
    again: '再发一次',
    coupons: (count: number) => (count === 0 ? '' : `你得了 ${count} 张券，在券包里。`),
    reversed: (reason: string, evidence: string) => `主办方查实后撤回：${reason}。${evidence}`,
    fraud: { same_person: '一人多号', not_a_person: '用程序冒充', paid_to_act: '花钱雇人参加' },
    appeal: '没用的券已作废。有异议请联系主办方。',
    empty: '还没有人打开你的邀请。',
    none: '现在没有邀请活动。',
    list: '每一份邀请',
    progress: (rewarded: number, max: number) => `已得礼 ${rewarded}/${max}`,
  },
  poster: {
    title: '邀请海报',
    hint: '长按图片保存，发给朋友或打印出来。',
    noCode: '小程序码要等小程序发布以后才能生成，现在请直接发邀请卡。',
    cannotDraw: '这台手机画不出海报，请直接发邀请卡。',
    drawing: '正在画海报',
    scan: '扫码看条款，再决定加入',
    reward: {
      both: (amount: Yuan) => `第一次打卡或领券，我们各得 ${amount} 券`,
      friend: (amount: Yuan) => `第一次打卡或领券，你得 ${amount} 券`,
      inviter: (amount: Yuan) => `你第一次打卡或领券，我得 ${amount} 券`,
    },
    image: '邀请海报',
  },
};

export const inviteRefusalsZhCn: Words['inviteRefusals'] = {
  self: '这是你自己的邀请，不能邀请自己。',
  loop: '你们已经有邀请关系，不能反过来再邀请。',
  already_member: '这位朋友早已是成员。',
  already_invited: '这位朋友先打开了别人的邀请。',
  touch_expired: '打开邀请太久，第一次打卡或领券已过期限。',
  limit_reached: '邀请人得券已到上限。',
  campaign_over: '活动已暂停或结束。',
  sold_out: '备好的券已经发完。',
  left: '有一方已经退出并注销。',
  stopped: '这份邀请暂时不计奖励。',
};

export const inviteNoZhCn = {
  invite_not_rewarded: ({ state }) => ({
    reason: state === 'reversed' ? '这份邀请已经撤回过。' : '这份邀请没有发过奖励。',
    next: '只有已经得券的邀请才能撤回。',
  }),
} satisfies Partial<Words['no']>;
