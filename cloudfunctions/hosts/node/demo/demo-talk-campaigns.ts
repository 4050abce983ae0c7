// What people of the demo community talk about: a quiz, a poll, a topic, questions and answers, and a letter of the owner's.
import type { InputOf } from '#core/contract';
import type { DemoCampaign } from '#server/hosts/node/demo/demo-campaigns';

type Draft = InputOf<'campaign.save'>['draft'];

interface TalkSettings {
  readonly type: 'quiz' | 'poll' | 'topic' | 'question' | 'notice';
  readonly title: string;
  readonly summary: string;
  readonly days: readonly [from: number, until: number];
  readonly parameters: Draft['parameters'];
}

function talk({ type, title, summary, days, parameters }: TalkSettings): DemoCampaign {
  const [fromDay, untilDay] = days;
  return {
    key: type,
    fromDay,
    untilDay,
    useUntilDay: untilDay,
    isGroupOnly: false,
    published: true,
    draft: (day) => ({ type, title, summary, startsOn: day(fromDay), endsOn: day(untilDay), groupId: null, parameters }),
  };
}

/** The campaigns, in the order in which the owner made them. */
export const talkCampaigns: readonly DemoCampaign[] = [
  talk({
    type: 'question',
    title: '买菜做菜问问看',
    summary: '不知道怎么挑、怎么存，问一句',
    days: [30, 70],
    parameters: { about: '怎么挑、怎么存、怎么做，想知道什么就问。', questionsMax: 3 },
  }),
  talk({
    type: 'poll',
    title: '下周进哪样水果',
    summary: '你们选，我去订',
    days: [38, 58],
    parameters: {
      question: '下周想吃哪样水果？',
      options: [{ option: '枇杷' }, { option: '樱桃' }, { option: '菠萝' }, { option: '青枣' }],
      choicesMax: 1,
      changeable: 1,
    },
  }),
  talk({
    type: 'quiz',
    title: '果蔬小常识',
    summary: '两道题，看你知道多少',
    days: [40, 60],
    parameters: {
      questions: [
        { question: '香蕉买回来怎么放？', optionA: '放冰箱冷藏', optionB: '挂在阴凉处', optionC: '泡在水里', optionD: '', right: 2 },
        { question: '草莓什么时候洗？', optionA: '买回来马上洗', optionB: '吃之前再洗', optionC: '', optionD: '', right: 2 },
      ],
      rewarded: 1,
      pointsPerRight: 2,
      pointsBudget: 1_200,
    },
  }),
  talk({
    type: 'topic',
    title: '今天的早餐',
    summary: '晒一晒，互相学两招',
    days: [41, 61],
    parameters: { prompt: '今天早餐吃了什么？说说怎么做的。' },
  }),
  talk({
    type: 'notice',
    title: '这个周末的营业时间',
    summary: '照常开门，早一点关',
    days: [43, 53],
    parameters: {
      paragraphs: [
        { text: '各位邻居：这个周末照常开门，每天早上七点到下午五点。' },
        { text: '要订荠菜和草莓的，前一天晚上在群里说一声，早上给你留好。' },
        { text: '周姐' },
      ],
    },
  }),
];
