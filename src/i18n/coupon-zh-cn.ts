// The words of coupons in Chinese: the wall, the wallet, and why there is none.
import { formatsZhCn as f } from '#app/i18n/formats-zh-cn';
import type { Words, Yuan } from '#app/i18n/words';

export const couponZhCn = {
  wall: {
    title: '福利',
    heading: '本群福利',
    wallet: '我的券',
    walletCount: (count: number) => `${count} 张`,
    gone: '已领完',
    left: (left: number) => `剩 ${left} 张`,
    lastLeft: (left: number) => `只剩 ${left} 张`,
    claimed: (claimed: number, max: number) => `已领 ${claimed}/${max}`,
    reserved: (claimed: number, max: number) => `已预留 ${claimed}/${max}`,
    claim: '领取',
    claimMore: '再领一张',
    reserve: '预留',
    reserveMany: (quantity: number, pay: Yuan) => `预留 ${quantity} 份，到店付 ${pay}`,
    reservedDone: (until: string) => `预留好了，${until}前到店取，含当天。`,
    piecesLeft: (left: number) => `剩 ${left} 份`,
    lastPiecesLeft: (left: number) => `只剩 ${left} 份`,
    quantity: '要几份',
    fewer: '少一份',
    more: '多一份',
    claimedDone: (until: string) => `领到了，${until}前到店出示。`,
    open: '看条款',
    openTicket: '打开这张券',
    empty: '现在没有可领的券，有了会在这里出现。',
    inviteTitle: '邀请有礼',
    inviteWorth: {
      both: (amount: Yuan) => `朋友第一次打卡或领券，你们各得 ${amount} 券`,
      friend: (amount: Yuan) => `朋友第一次打卡或领券，Ta 得 ${amount} 券`,
      inviter: (amount: Yuan) => `朋友第一次打卡或领券，你得 ${amount} 券`,
    },
    inviteCount: (invited: number, max: number) => `已有 ${invited} 位朋友得礼，最多 ${max} 位`,
    invite: '去邀请',
    verify: '我在群里，重新确认',
  },
  wallet: {
    title: '券包',
    empty: '还没有券，去福利页领一张。',
    toWall: '去看福利',
    usable: '可以用',
    past: '用过和过期的',
    states: { not_yet: '未到时间', usable: '可用', redeemed: '已核销', expired: '已过期', void: '已作废' },
    reason: {
      claim: '自己领取',
      invited: '朋友邀请',
      invited_a_friend: '邀请朋友',
      make_good: '承诺补发',
      welcome: '新人礼',
      exchange: '积分兑换',
      season_prize: '榜单奖',
      trial: '试用入选',
    },
    daysLeft: (days: number) => (days === 1 ? '今天最后一天' : `剩 ${days} 天`),
    redeemedAt: (moment: string) => `${moment} 核销`,
    frozen: (version: number) => `领取时的条款，第 ${version} 版，以后的修改不影响它`,
  },
};

export const couponNoZhCn = {
  limit_reached: ({ max, held }) => ({
    reason: `每人最多 ${f.count(max)} 份，你已得 ${f.count(held)} 份。`,
    next: '到「我的」里看看已经得到的。',
  }),
  day_limit_reached: ({ max, nextOn }) => ({
    reason: `每人每天最多领 ${f.coupons(max)}，今天已经领满。`,
    next: nextOn === null ? '活动今天结束，已领到的券在券包里。' : `${f.day(nextOn)}可以再领。`,
  }),
  quantity_over_limit: ({ max }) => ({ reason: `每人最多 ${f.count(max)} 份。`, next: '改少一点就可以。' }),
  sold_out: ({ stock }) => ({ reason: `备好的 ${f.count(stock)} 份都领完了。`, next: '下一次活动会在这里出现。' }),
  not_enough_left: ({ left }) => ({ reason: `还剩 ${f.count(left)} 份，不够你要的数量。`, next: '改少一点再预留。' }),
  coupon_not_yet: ({ useFromOn }) => ({ reason: `这张券 ${f.day(useFromOn)}起才能用。`, next: '到那天再来出示。' }),
  coupon_expired: ({ useUntilOn }) => ({ reason: `这张券用到 ${f.day(useUntilOn)}为止，已经过期。`, next: '看看券包里还有没有别的券。' }),
  coupon_void: ({ why }) =>
    why === 'left'
      ? { reason: '领券的账号注销了，这张券也作废了。', next: '重新加入以后，新领的券可以照常使用。' }
      : { reason: '这张券来自一份被撤回的邀请，已经作废。', next: '理由写在「我的邀请」里；有异议请联系主办方。' },
} satisfies Partial<Words['no']>;
