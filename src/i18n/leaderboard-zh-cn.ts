// The words of the boards in Chinese.

export const leaderboardZhCn = {
  board: {
    title: '榜单',
    kinds: { checkin: '打卡榜', invite: '邀请榜' },
    periods: { league: '本周小组', week: '本周', month: '本月', all: '全部' },
    placed: (rank: number) => `你排第 ${rank} 名`,
    league: {
      placed: (rank: number) => `上周小组里，你排第 ${rank} 名`,
      again: '新的一周开始了。今天打一次卡，就进入本周的小组。',
      none: '这周打第一次卡，就进本周小组，二三十人一组。',
      about: '每周第一次打卡时分组，每组二三十人，下周一重新分。',
    },
    moved: {
      fresh: '新上榜',
      freshLabel: '新上榜',
      sameLabel: '名次没变',
      upLabel: (places: number) => `上升 ${places} 名`,
      downLabel: (places: number) => `下降 ${places} 名`,
      note: '箭头是和昨天比。',
    },
    toCheckIn: '去打卡',
    window: (from: string, until: string) => `${from} 至 ${until}`,
    total: (total: number) => `${total} 人上榜`,
    score: { checkin: (count: number) => `${count} 天`, invite: (count: number) => `${count} 人` },
    mineNone: { checkin: '你还没上榜，打一次卡就有名次。', invite: '你还没上榜，朋友第一次打卡或领券后就有名次。' },
    mineHidden: '你已隐身，谁也看不到你的名次。',
    ties: { checkin: '天数相同名次相同，先到的排在前面。', invite: '人数相同名次相同，先到的排在前面。' },
    mine: (called: string) => `我 · ${called}`,
    empty: {
      checkin: { running: '新榜刚开始。今天打一次卡，你就在上面。', all: '还没有人打卡。打一次卡，你就是第一个。' },
      invite: { running: '新榜刚开始。朋友第一次打卡或领券，你就在上面。', all: '还没有邀请成功的人。' },
    },
    hide: '在榜单里隐身',
    hideHint: '别人看不到你，你的打卡和积分照常。',
    asOf: (clock: string) => `${clock} 的名次`,
    last: {
      title: { week: '上周前三', month: '上月前三' },
      empty: { week: '上周还没有人上榜。', month: '上月还没有人上榜。' },
    },
  },
};
