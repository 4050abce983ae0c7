// The word lists of the operation rules as data: what may never be said in a campaign, and what needs a second look.

/**
 * One watched word. It is looked for in text without blanks, punctuation and signs. `#` stands for one or more digits. `except` are
 * longer phrases in which the word is harmless.
 */
export interface WatchedWord {
  readonly word: string;
  readonly except?: readonly string[];
}

const words = (...list: readonly string[]): readonly WatchedWord[] => list.map((word) => ({ word }));

/** Words that WeChat's operation rules and the advertising law (article 9) do not allow: operation rules 5.1, 5.3, 5.9, 6.1.5, 3.2.1. */
export const blockedWords: readonly WatchedWord[] = [
  ...words('转发领', '分享领', '分享后可', '分享解锁', '转发朋友圈', '分享朋友圈', '集赞', '分享到#群', '不转不是', '是中国人就转'),
  ...words('点一下就有钱', '天天领现金', '百元现金', '躺赚', '网赚', '日赚', '发展下线', '下级代理', '团队奖', '团队佣金', '分销返佣'),
  ...words('拉人头', '抽奖', '大转盘', '刮刮乐', '砸金蛋', '盲盒', '手气', '中奖', '竞猜', '下注', '红包雨', '拆红包', '砍价免费拿'),
  ...words('助力抽', '关注公众号领', '加好友领', '加微信领', '进群领', '订阅领', '下载领', '微信官方', '腾讯官方', '官方红包', '系统通知'),
  ...words('刷票', '打榜'),
  ...words('国家级', '最高级', '最佳', '顶级', '极品', '全网最低', '史上最低', '全国第一', '销量第一', '万能', '100%有效', '零风险'),
];

/** Words that are often harmless and sometimes not: a person has to look. */
export const ambiguousWords: readonly WatchedWord[] = [
  {
    word: '第一',
    except: ['第一次', '第一天', '第一周', '第一个', '第一步', '第一位', '第一件', '第一杯', '第一单', '第一份', '第一期', '第一届'],
  },
  ...words('唯一', '绝对', '永久'),
  ...words('最好', '最大', '最强', '最优', '最低', '最便宜', '最划算', '最先进', '最全', '最新鲜'),
  { word: '下线', except: ['活动下线', '已下线', '下线时间', '下线日期'] },
  { word: '上级', except: ['晚上级', '马上级'] },
  ...words('代理', '免费', '原价', '特供价', '最后一天', '仅剩', '秒杀', '清仓'),
  { word: '限量', except: ['限量#份', '限量#张', '限量#件', '限量#个', '限量#盒', '限量#斤'] },
  { word: '邀请好友', except: ['邀请好友一起'] },
  ...words('助力', '瓜分', '神券', '最高可', '#元起', '#块起'),
];
