// The people of the demo: one phone of the playground each.

/** A person of the demo, as the playground shows them. */
export interface Persona {
  readonly persona: string;
  readonly name: string;
  readonly nameEn: string;
  readonly role: string;
  readonly roleEn: string;
  /** Whether they are in the group chat when the demo begins. */
  readonly inGroup: boolean;
}

/** In the order in which their phones stand. */
export const personas: readonly Persona[] = [
  { persona: 'owner', name: '周姐', nameEn: 'Zhou', role: '群主', roleEn: 'owner', inGroup: true },
  { persona: 'member', name: '小林', nameEn: 'Lin', role: '成员', roleEn: 'member', inGroup: true },
  { persona: 'clerk', name: '小陈', nameEn: 'Chen', role: '店员', roleEn: 'clerk', inGroup: true },
  { persona: 'neighbour', name: '梅姨', nameEn: 'Mei', role: '成员', roleEn: 'member', inGroup: true },
  { persona: 'newcomer', name: '小禾', nameEn: 'Xiaohe', role: '新朋友', roleEn: 'a newcomer', inGroup: false },
  { persona: 'friend', name: '阿川', nameEn: 'Chuan', role: '小林的朋友', roleEn: 'a friend of Lin', inGroup: false },
];

/** The account key of a demo person; only demo mode accepts it. */
export function personKeyOf(persona: string): string {
  return `demo:${persona}`;
}

/** Whether this is one of the demo's people. */
export function isPersona(value: unknown): value is string {
  return personas.some(({ persona }) => persona === value);
}
