// What the six stories say, in both languages; the compiler holds the two lists equal.
import type { StoryName } from './stories';

/** A story in words. */
export interface StoryWords {
  readonly title: string;
  readonly about: string;
  /** One sentence per step: who does what. */
  readonly steps: readonly string[];
  /** What was to be seen. */
  readonly end: string;
}

export const storiesZh: Readonly<Record<StoryName, StoryWords>> = {
  owner: {
    title: '群主发活动',
    about: '写一张券，先看要花多少，再发进群',
    steps: [
      '周姐写一张券：起个名字，存好，看成品。',
      '周姐看过卡片、条款和预估，再发布。',
      '周姐把卡片发到群里。',
      '小林在群里点开这张新卡片。',
    ],
    end: '从草稿到群里，花多少、答应了什么，发布前都看得见。',
  },
  member: {
    title: '成员打卡',
    about: '点开卡片，盖今天的印，看连续天数',
    steps: [
      '小林在群里点开「早市打卡」。',
      '小林打今天的卡。',
      '打卡日历里，今天多了一个印。虚线的印是补的。',
      '在最上面点「过一天」。',
      '小林的首页：印空了，等着新的一天，连续天数还在。',
    ],
    end: '每一天都记着，补打的也看得出来。',
  },
  coupon: {
    title: '新朋友进群',
    about: '群外领不了，进群后领到，还有新人礼',
    steps: [
      '小禾不在群里。她点开小林私下发来的券。',
      '小禾先加入社群。券还锁着，页面会说为什么。',
      '请小林邀请小禾进群。',
      '小禾从群里再点开这张券，领取。',
      '第一次领券，新人礼也到账了。看小禾的积分。',
    ],
    end: '仅限本群就是仅限本群，进了群立刻就能领。',
  },
  redemption: {
    title: '到店核销',
    about: '出示会变的码，扫一次，只用一次',
    steps: [
      '小林要有一张能用的券，没有就先领一张。',
      '小林打开一张券，出示它的码。',
      '小陈扫小林的码，填订单金额，确认。',
      '周姐看到了这一笔，输错了可以撤销。',
    ],
    end: '券用一次就撕掉，谁、何时、收多少都有记录。',
  },
  invite: {
    title: '邀请朋友',
    about: '朋友第一次行动时，两个人一起得礼',
    steps: [
      '小林把邀请卡发给阿川。',
      '阿川点开小林发来的邀请。',
      '阿川加入社群。这时谁也还没有得礼。',
      '阿川第一次打卡。',
      '两个人的券都到了。看小林的券包。',
    ],
    end: '转发没有奖励，朋友真的来了才有，而且当场到账。',
  },
  board: {
    title: '榜单和数字',
    about: '看名次，可以隐身；群主看今天',
    steps: [
      '小林看榜单，点「全部」：自己的名次和前后的人。',
      '小林划到最下面，打开「在榜单里隐身」。',
      '梅姨看榜单，也点「全部」：没有小林了。',
      '周姐看今天：来了多少人，券用了多少。',
    ],
    end: '名次可以不让人看，数字每一个都对得上。',
  },
};

export const storiesEn: Readonly<Record<StoryName, StoryWords>> = {
  owner: {
    title: 'Launch a campaign',
    about: 'Write a coupon, see its cost, post it into the group',
    steps: [
      'Zhou writes a coupon: a name, save it, look at the result.',
      'Zhou reads the card, the terms and the forecast, then publishes.',
      'Zhou posts the card into the group.',
      'Lin opens the new card in the group.',
    ],
    end: 'From draft to group, cost and promise are known before it is published.',
  },
  member: {
    title: 'Check in',
    about: 'Open the card, stamp today, keep the streak',
    steps: [
      'Lin opens the check-in card in the group.',
      'Lin checks in for today.',
      'The calendar has one stamp more. A dashed stamp is a day made up.',
      'At the top, press “Next day”.',
      'Lin’s home: the stamp is empty again, and the streak still stands.',
    ],
    end: 'Every day is kept, and a day made up shows as one.',
  },
  coupon: {
    title: 'A newcomer arrives',
    about: 'Locked outside the group, open inside, with a welcome gift',
    steps: [
      'Xiaohe is not in the group. She opens the coupon that Lin sent her.',
      'Xiaohe joins the community. The coupon is locked, and the page says why.',
      'Let Lin bring Xiaohe into the group.',
      'Xiaohe opens the coupon again, from the group, and claims it.',
      'Her first claim brought the welcome gift, too. Look at her points.',
    ],
    end: 'Group-only means group-only, and once inside it works at once.',
  },
  redemption: {
    title: 'At the counter',
    about: 'A code that keeps changing, good for one use',
    steps: [
      'Lin needs a usable coupon; without one, claim one first.',
      'Lin opens a coupon and shows its code.',
      'Chen scans the code, types the amount and confirms.',
      'Zhou sees it in her list, and can undo a mistake.',
    ],
    end: 'A coupon is torn once; who, when and how much is on record.',
  },
  invite: {
    title: 'Invite a friend',
    about: 'Both are rewarded at the friend’s first own action',
    steps: [
      'Lin sends the invite card to Chuan.',
      'Chuan opens the invite.',
      'Chuan joins. So far nobody has a reward.',
      'Chuan checks in for the first time.',
      'Both have their coupon now. Look at Lin’s wallet.',
    ],
    end: 'Sharing alone gives nothing; a friend who comes does, at once.',
  },
  board: {
    title: 'Boards and numbers',
    about: 'Your rank, hidden if you like; the owner’s day',
    steps: [
      'Lin looks at the board, under “All time”: the own rank and the neighbours.',
      'Lin scrolls to the end and turns on “Hide me on boards”.',
      'Mei looks at the board, under “All time”, too: Lin is gone.',
      'Zhou looks at today: who came, what was used.',
    ],
    end: 'A rank can be kept private, and every number adds up.',
  },
};
