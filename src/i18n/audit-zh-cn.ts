// The words in Chinese for checking an account against its history.

export const auditZhCn = {
  open: '核对我的账',
  openOther: '核对账目',
  title: '账目核对',
  intro: '从第一条记录重新算一遍，再和账上的数字比。',
  read: (actions: number) => `已看 ${actions} 条记录`,
  same: '每一项都对得上。',
  differs: (count: number) => `有 ${count} 项对不上。`,
  tellOwner: '请把这一页截图发给主办方。',
  points: (points: string) => `积分 ${points}`,
  tier: (name: string) => `等级 ${name}`,
  plans: (plans: number) => `打卡计划 ${plans} 个的天数`,
  coupons: (coupons: string) => `券 ${coupons}的状态`,
  right: '对得上',
  rebuilt: (value: string) => `重算是 ${value}`,
};

/** The shape of these words. */
export type AuditWords = typeof auditZhCn;
