// The owner's words in Chinese for looking into the invites of a campaign.

export const inviteReviewZhCn = {
  title: '邀请名单',
  intro: '谁邀请了谁、走到哪一步。只有查实作弊，才撤回奖励；没用的券作废，已经用掉的不追回。',
  pair: (inviter: string, friend: string) => `${inviter} 邀请了 ${friend}`,
  states: { opened: '已打开', joined: '已加入', rewarded: '已发奖励', refused: '没有生效', reversed: '已撤回' },
  coupons: (coupons: string) => `发出 ${coupons}券`,
  reverse: '撤回奖励',
  reverseTitle: '撤回这份邀请的奖励？',
  reverseEffect: ['双方因这份邀请得到、还没用的券会作废。', '邀请人会看到理由和依据。', '撤回后不能恢复。'] as readonly string[],
  reason: '查实了什么',
  fraud: { same_person: '一人多号', not_a_person: '用程序冒充', paid_to_act: '花钱雇人参加' },
  evidence: '依据',
  evidenceExample: '例如：两个号用同一台手机核销',
  evidenceHint: '4 到 60 个字，邀请人会看到。',
  confirm: '撤回',
  reversed: (voided: string, used: number) => `已撤回，${voided}券作废${used === 0 ? '' : `；${String(used)} 张已经用掉，不追回`}。`,
  why: (reason: string, evidence: string) => `${reason}：${evidence}`,
  empty: '还没有人打开邀请。',
};

/** The shape of these words. */
export type InviteReviewWords = typeof inviteReviewZhCn;
