// Whom to look for: a word, and folded away the role, the tier, the tag, the segment and the order.
import { Text } from '@tarojs/components';
import { useState } from 'react';
import type { Among, PeopleOrder } from '#app/features/membership/create-people';
import { desk } from '#app/features/this-desk';
import { useResource } from '#app/features/this-phone';
import { useOwnersWords } from '#app/i18n/use-owners-words';
import { LinkButton } from '#app/ui/buttons.tsx';
import { Card } from '#app/ui/card.tsx';
import { ChoiceField } from '#app/ui/choice-field.tsx';
import { Field } from '#app/ui/field.tsx';
import { FoldRow } from '#app/ui/fold-row.tsx';
import { asleep, newcomers } from '#core/rules/membership/needing-a-look';

const roles = ['member', 'clerk', 'co_owner', 'owner'] as const;
/** The choice, beside the roles, of those who are put out. */
const BLOCKED = 'blocked';
const tiers = ['customer', 'user', 'fan', 'core_fan'] as const;
const orders = ['joined', 'seen', 'points'] as const;

/** Those whom the day's list leads to. */
const presets = {
  asleep: { conditions: [...asleep] },
  unwelcomed: { role: 'member', started: false, conditions: [...newcomers] },
} satisfies Record<string, Among>;

/** The name of such a list. */
export type Preset = keyof typeof presets;

/** The list that an address names; null where it names none. */
export function presetOf(name: string | undefined): Preset | null {
  return name === 'asleep' || name === 'unwelcomed' ? name : null;
}

interface Chosen {
  readonly words: string;
  readonly role: string;
  readonly tier: string;
  readonly tag: string;
  readonly segment: string;
  readonly order: PeopleOrder;
}

const nothing: Chosen = { words: '', role: '', tier: '', tag: '', segment: '', order: 'joined' };

/** What is looked for, and whether that is anything at all. */
export interface Wish {
  readonly among: Among;
  readonly order: PeopleOrder;
  readonly isAnything: boolean;
}

/** What the fields hold, and the wish that follows from it. */
export interface Wishing {
  readonly chosen: Chosen;
  readonly choose: (change: Partial<Chosen>) => void;
  readonly wish: Wish;
}

/** The fields, with the people of a list of the day at first. */
export function useWish(preset: Preset | null): Wishing {
  const [chosen, setChosen] = useState(nothing);
  const segments = useResource(desk.segments.saved).value?.segments ?? [];
  const { words, order } = chosen;
  const role = roles.find((one) => one === chosen.role);
  const tier = tiers.find((one) => one === chosen.tier);
  const segment = segments.find(({ segmentId }) => segmentId === chosen.segment);
  const conditions = [
    ...(preset === null ? [] : presets[preset].conditions),
    ...(segment?.conditions ?? []),
    ...(chosen.tag === '' ? [] : [{ kind: 'has_tag' as const, tagId: chosen.tag }]),
  ];
  const among: Among = {
    ...(preset === null ? {} : presets[preset]),
    ...(words.trim() === '' ? {} : { words: words.trim() }),
    ...(role === undefined ? {} : { role }),
    ...(chosen.role === BLOCKED ? { blocked: true as const } : {}),
    ...(tier === undefined ? {} : { tier }),
    ...(conditions.length === 0 ? {} : { conditions }),
  };
  const isAnything = Object.keys(among).length > 0 || order !== 'joined';
  return { chosen, choose: (change) => setChosen({ ...chosen, ...change }), wish: { among, order, isAnything } };
}

function Choices({ wishing }: { readonly wishing: Wishing }) {
  const words = useOwnersWords();
  const says = words.owner.people;
  const tags = useResource(desk.tags).value?.tags ?? [];
  const segments = useResource(desk.segments.saved).value?.segments ?? [];
  const { chosen, choose } = wishing;
  const any = { value: '', text: says.any };
  const fields = [
    {
      name: 'role',
      choices: [
        any,
        ...roles.map((value) => ({ value, text: words.owner.shared.roles[value] })),
        { value: BLOCKED, text: words.owner.block.filter },
      ],
    },
    { name: 'tier', choices: [any, ...tiers.map((value) => ({ value, text: words.tiers[value] }))] },
    { name: 'tag', choices: [any, ...tags.map(({ tagId, name }) => ({ value: tagId, text: name }))] },
    { name: 'segment', choices: [any, ...segments.map(({ segmentId, name }) => ({ value: segmentId, text: name }))] },
    { name: 'order', choices: orders.map((value) => ({ value, text: says.orders[value] })) },
  ] as const;
  return (
    <>
      {fields.map(({ name, choices }) =>
        choices.length < 2 ? null : (
          <ChoiceField
            key={name}
            id={`people-${name}`}
            label={says[name]}
            value={chosen[name]}
            choices={choices}
            onChange={(value) => choose({ [name]: value })}
          />
        ),
      )}
    </>
  );
}

export interface PeopleFieldsProps {
  readonly wishing: Wishing;
  readonly preset: Preset | null;
  readonly onLeavePreset: () => void;
}

export function PeopleFields({ wishing, preset, onLeavePreset }: PeopleFieldsProps) {
  const words = useOwnersWords();
  const says = words.owner.people;
  const [open, setOpen] = useState(false);
  const { chosen, choose } = wishing;
  const { value: tags } = useResource(desk.tags);
  const { value: segments } = useResource(desk.segments.saved);
  const said = [
    ...(chosen.role === BLOCKED ? [words.owner.block.filter] : []),
    ...roles.flatMap((role) => (role === chosen.role ? [words.owner.shared.roles[role]] : [])),
    ...tiers.flatMap((tier) => (tier === chosen.tier ? [words.tiers[tier]] : [])),
    ...(tags?.tags ?? []).flatMap(({ tagId, name }) => (tagId === chosen.tag ? [name] : [])),
    ...(segments?.segments ?? []).flatMap(({ segmentId, name }) => (segmentId === chosen.segment ? [name] : [])),
    ...(chosen.order === 'joined' ? [] : [says.orders[chosen.order]]),
  ];
  return (
    <Card>
      {preset === null ? null : (
        <>
          <Text id={`people-preset-${preset}`}>{says.presets[preset]}</Text>
          <LinkButton id="leave-preset" text={says.leavePreset} onTap={onLeavePreset} />
        </>
      )}
      <Field
        id="people-words"
        label={says.search}
        value={chosen.words}
        placeholder={says.searchExample}
        lengthMax={16}
        onChange={(typed) => choose({ words: typed })}
      />
      <FoldRow
        id="people-narrow"
        label={says.narrow}
        value={said.length === 0 ? says.noneChosen : said.join(' · ')}
        open={open}
        onTap={() => setOpen(!open)}
      />
      {open ? <Choices wishing={wishing} /> : null}
      {said.length === 0 ? null : <LinkButton id="people-reset" text={says.reset} onTap={() => choose(nothing)} />}
    </Card>
  );
}
