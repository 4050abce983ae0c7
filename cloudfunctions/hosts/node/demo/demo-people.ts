// The people of the demo's history: the four whom the playground shows, and a crowd with habits of their own.
import { personKeyOf } from '#server/hosts/node/personas';
import type { Chance } from '#server/hosts/node/simulation/seeded-chance';

/** Somebody of the history. */
export interface DemoPerson {
  readonly key: string;
  readonly personKey: string;
  readonly nickname: string | null;
  readonly joinDay: number;
  readonly inGroup: boolean;
  /** Whether this person comes on a day of the history. */
  comesOn(day: number, chance: Chance): boolean;
  /** How likely this person is to take what is offered, from 0 to 1. */
  readonly keenness: number;
  /** The key of the person who invited them; they come by that person's card. */
  readonly invitedBy: string | null;
  /** Opened an invite and never joined. */
  readonly onlyLooks: boolean;
}

/** Members of the demo community when its history is complete. */
export const MEMBERS = 300;

const nicknames = [
  ...['阿芳', '豆豆妈', '老徐', '陈姐', '三楼小王', '李阿姨', '晓雯', '大刘', '许老师', '小雨', '方方', '丁叔', '何姐', '石头爸', '罗罗'],
  ...['桃子', '青青', '吴婶', '小宋', '安安妈', '老郑', '米米', '蒋阿姨', '北门小赵', '阿勇', '乐乐', '二单元钱姐', '孙叔', '小满', '林嫂'],
];

interface CastSettings {
  readonly nickname: string;
  readonly joinDay: number;
  readonly missed: readonly number[];
  readonly lastDay: number;
}

function cast(persona: string, { nickname, joinDay, missed, lastDay }: CastSettings): DemoPerson {
  return {
    key: persona,
    personKey: personKeyOf(persona),
    nickname,
    joinDay,
    inGroup: true,
    comesOn: (day) => day >= joinDay && day <= lastDay && !missed.includes(day),
    keenness: 0,
    invitedBy: null,
    onlyLooks: false,
  };
}

/**
 * The people whose phones the playground shows, besides the owner. What they do with coupons is written by hand, so that each
 * phone has something to show and something left to do today.
 */
export const castOfDemo: readonly DemoPerson[] = [
  cast('clerk', { nickname: '小陈', joinDay: 1, missed: [3, 4, 9, 10, 16, 23, 24, 30, 37], lastDay: 43 }),
  cast('neighbour', { nickname: '梅姨', joinDay: 1, missed: [], lastDay: 44 }),
  cast('member', { nickname: '小林', joinDay: 2, missed: [17, 30, 31, 36], lastDay: 43 }),
];

/** The owner's own visits; she is a member from the moment on which she makes the community. */
export const ownerOfDemo: DemoPerson = cast('owner', { nickname: '周姐', joinDay: 1, missed: [8, 21, 22, 35], lastDay: 43 });

/** How many of the crowd the member 小林 has brought; they make the list of invites. */
const BROUGHT_BY_MEMBER = 2;

/** The crowd: who joins when, how often they come, who brought whom. Some come every day, most now and then, some once. */
export function crowdOfDemo(chance: Chance): DemoPerson[] {
  const size = MEMBERS - castOfDemo.length - 1;
  const joinDays = Array.from({ length: size }, () => 1 + Math.floor(43 * chance.fraction() ** 1.5)).sort((one, other) => one - other);
  const people: DemoPerson[] = [];
  for (const [index, joinDay] of joinDays.entries()) {
    const habit = 0.04 + 0.92 * chance.fraction() ** 2;
    const fades = 8 + chance.whole(0, 60);
    const earlier = people.filter((person) => person.joinDay < joinDay && person.keenness > 0.45);
    const isBrought = joinDay > 5 && earlier.length > 0 && chance.happens(0.22);
    const left = size - index <= 60 ? BROUGHT_BY_MEMBER : 0;
    const byMember = joinDay > 30 && people.filter((person) => person.invitedBy === 'member').length < left;
    people.push({
      key: `crowd-${String(index).padStart(3, '0')}`,
      personKey: personKeyOf(`crowd-${String(index).padStart(3, '0')}`),
      nickname: index % 9 === 4 ? (nicknames[Math.floor(index / 9) % nicknames.length] ?? null) : null,
      joinDay,
      inGroup: chance.happens(0.86),
      comesOn: (day, luck) => day === joinDay || (day > joinDay && luck.happens(habit * (0.4 + 0.6 * Math.exp(-(day - joinDay) / fades)))),
      keenness: habit,
      invitedBy: byMember ? 'member' : isBrought ? chance.oneOf(earlier).key : null,
      onlyLooks: false,
    });
  }
  const onlooker = { ...castOfDemo[0], nickname: null, inGroup: false, keenness: 0, onlyLooks: true } as const;
  const looks = (number: number, joinDay: number, invitedBy: string): DemoPerson => ({
    ...onlooker,
    key: `onlooker-${number}`,
    personKey: personKeyOf(`onlooker-${number}`),
    joinDay,
    invitedBy,
    comesOn: (day) => day === joinDay,
  });
  return [...people, looks(1, 42, 'member'), looks(2, 33, 'neighbour')];
}
