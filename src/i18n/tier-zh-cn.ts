// The member's words in Chinese for tiers: where I stand, why, and what is still missing.

export const tierZhCn = {
  title: '我的等级',
  whyAndNext: '为什么、还差什么',
  why: (tier: string) => `为什么是「${tier}」`,
  whyFirst: '加入社群就是顾客，不需要别的。',
  next: (tier: string) => `离「${tier}」还差什么`,
  top: '你已经在最后一级，谢谢你一直在。',
  kept: (day: string) => `什么都不做，也会保留到 ${day}`,
  fading: (tier: string, day: string) => `「${tier}」的条件现在没有满足，会保留到 ${day}。在那以前补上下面还差的，就能继续保留。`,
  criteria: {
    active_days: (need: number, within: number) => `最近 ${within} 天里，有 ${need} 天打卡或到店核销`,
    taking_part: (need: number, within: number) => `最近 ${within} 天里，核销、帮到别人、邀请成功合计 ${need} 次`,
    influence: (need: number, within: number) => `最近 ${within} 天里，帮到别人或邀请成功 ${need} 次`,
  },
  progress: (have: number, need: number) => `${have} / ${need}`,
  met: '已满足',
  missing: {
    active_days: (days: number) => `还差 ${days} 天`,
    taking_part: (times: number) => `还差 ${times} 次`,
    influence: (times: number) => `还差 ${times} 次`,
  },
  influence: '影响力',
  influenceOf: (helped: number, invited: number) => `帮到别人 ${helped} 次，邀请成功 ${invited} 人。和花了多少钱无关。`,
  expiring: (points: string, day: string) => `${points} ${day}到期`,
  soon: {
    title: '快到期了',
    tier: (tier: string, day: string) => `「${tier}」保留到 ${day}，做到还差的那几项就能留住。`,
    points: (points: string, day: string) => `${points}用到 ${day}，过了这天就没有了。`,
    openTier: '看看还差什么',
    openPoints: '看积分明细',
  },
  lots: {
    title: '这些积分分几批',
    active: '可用',
    pending: (day: string) => `${day}起可用`,
    until: (day: string) => `${day}到期`,
    forever: '长期有效',
    oldest: '先到期的先用，到期前会一直写在这里。',
  },
};
