// The owner's words in Chinese for who comes in, and how.

export const doorZhCn = {
  title: '入群',
  link: '入群方式与申请',
  waitingTitle: '等你通过的',
  nobody: '没有等你通过的申请。',
  asked: (moment: string) => `${moment} 申请`,
  noAnswer: '没有留下回答。',
  admit: '通过',
  admitted: (name: string) => `${name} 已是成员。`,
  turnDown: '不通过',
  turnDownTitle: (name: string) => `不通过 ${name} 的申请？`,
  turnDownEffects: ['对方会看到理由，一天后可以再申请。', '回答马上删掉。'] as readonly string[],
  /** In a word, to choose from; what the person reads says more. */
  reasons: { not_ours: '不相关', answers: '没答清', full: '暂不加人', other: '其他' },
  turnDownExample: '例如：请写上楼号再申请',
  turnedDown: (name: string) => `没有通过 ${name} 的申请。`,
  more: '看看是谁',
  waysTitle: '入群方式',
  ways: { direct: '直接加入', approval: '审核后加入' },
  wayHints: { direct: '点一下就是成员；写了问题，答完就是。', approval: '你通过以后才是成员。改回直接加入，等着的人再点一下就能进。' },
  questionsHint: '最多问三个问题，不问就空着。只有群主和副群主看得到回答。',
  questions: ['第一个问题', '第二个问题', '第三个问题'] as readonly string[],
  examples: ['例如：住在哪个小区？', '例如：怎么称呼？', '例如：从哪里知道我们的？'] as readonly string[],
  save: '保存',
  saved: '已保存，新来的人按这个方式加入。',
  answers: '入群时的回答',
};

/** The shape of these words. */
export type DoorWords = typeof doorZhCn;
