// One more condition of a segment: what it looks at, then the tier, the tag or the number.
import { useState } from 'react';
import type { Condition } from '#app/features/membership/create-segments';
import { NumberField } from '#app/features/number-field.tsx';
import { readWhole } from '#app/features/typed-number';
import { useOwnersWords } from '#app/i18n/use-owners-words';
import { QuietButton } from '#app/ui/buttons.tsx';
import { ChoiceField } from '#app/ui/choice-field.tsx';
import type { ValueOf } from '#core/contract';

type Tag = ValueOf<'membership.tags'>['tags'][number];

const kinds: readonly Condition['kind'][] = [
  'tier_at_least',
  'tier_below',
  'has_tag',
  'lacks_tag',
  'streak_at_least',
  'seen_within',
  'unseen_for',
  'joined_within',
  'joined_before',
  'points_at_least',
  'redeemed_at_least',
  'redeemed_less_than',
];
const tiers = ['user', 'fan', 'core_fan'] as const;

function conditionOf(kind: Condition['kind'], value: string): Condition | null {
  if (kind === 'tier_at_least' || kind === 'tier_below') {
    const tier = tiers.find((code) => code === value);
    return tier === undefined ? null : { kind, tier };
  }
  if (kind === 'has_tag' || kind === 'lacks_tag') return value === '' ? null : { kind, tagId: value };
  const typed = readWhole(value);
  return typed.kind === 'number' && typed.number >= 1 && typed.number <= 1_000_000 ? { kind, amount: typed.number } : null;
}

export function ConditionFields({ tags, onAdd }: { readonly tags: readonly Tag[]; readonly onAdd: (condition: Condition) => void }) {
  const words = useOwnersWords();
  const says = words.owner.segments;
  const [kind, setKind] = useState<Condition['kind']>('tier_at_least');
  const [value, setValue] = useState('');
  const condition = conditionOf(kind, value);
  const offered = kinds.filter((one) => tags.length > 0 || (one !== 'has_tag' && one !== 'lacks_tag'));
  const ofTiers = kind === 'tier_at_least' || kind === 'tier_below';
  const ofTags = kind === 'has_tag' || kind === 'lacks_tag';
  const choices = ofTiers
    ? tiers.map((tier) => ({ value: tier, text: words.tiers[tier] }))
    : tags.map(({ tagId, name }) => ({ value: tagId, text: name }));
  return (
    <>
      <ChoiceField
        id="condition-kind"
        label={says.look}
        value={kind}
        choices={offered.map((one) => ({ value: one, text: says.kinds[one] }))}
        onChange={(next) => {
          setKind(next as Condition['kind']);
          setValue('');
        }}
      />
      {ofTiers || ofTags ? (
        <ChoiceField
          id="condition-choice"
          label={says.which}
          value={value}
          choices={choices}
          placeholder={says.choose}
          onChange={setValue}
        />
      ) : (
        <NumberField
          id="condition-amount"
          label={says.amount}
          unit={says.units[kind]}
          keyboard="number"
          value={value}
          onChange={setValue}
        />
      )}
      {condition === null ? null : (
        <QuietButton
          id="add-condition"
          text={says.add}
          onTap={() => {
            onAdd(condition);
            setValue('');
          }}
        />
      )}
    </>
  );
}
