// The part of a campaign's form that says whom it is for, apart from the group.
import { Text, View } from '@tarojs/components';
import { useCallback } from 'react';
import type { CampaignForm } from '#app/features/campaign/campaign-form';
import type { Typing } from '#app/features/campaign/editor-typing';
import { NumberField } from '#app/features/number-field.tsx';
import { desk } from '#app/features/this-desk';
import { useAskNow, useResource } from '#app/features/this-phone';
import { useOwnersWords } from '#app/i18n/use-owners-words';
import { ChoiceField, type FieldChoice } from '#app/ui/choice-field.tsx';
import { Toggle } from '#app/ui/toggle.tsx';
import './audience-fields.scss';

const tiers = ['user', 'fan', 'core_fan'] as const;

/** What is asked for as a number of days. */
const daysOf = [
  { id: 'streak', name: 'streakDaysMin' },
  { id: 'newcomer', name: 'newcomerDaysMax' },
] as const;

interface FieldsProps {
  readonly form: CampaignForm;
  readonly say: (path: string) => string | undefined;
  readonly typing: Typing;
  /** Of a published campaign, which may only be opened to more people; who comes early stays. */
  readonly isPublished?: boolean;
}

/** Who may come before the first day: not asked for check-ins, where such a day means nothing. */
function EarlyFields({
  form,
  say,
  set,
  choices,
}: Pick<FieldsProps, 'form' | 'say'> & {
  readonly set: (part: Partial<CampaignForm['audience']>) => void;
  readonly choices: readonly FieldChoice[];
}) {
  const says = useOwnersWords().owner.audience;
  const { audience } = form;
  return (
    <>
      {form.type === 'checkin_plan' ? null : (
        <ChoiceField
          id="field-audience-earlyTier"
          label={says.early}
          value={audience.earlyTier}
          choices={choices}
          hint={says.earlyHint}
          problem={say('audience.earlyTier')}
          onChange={(earlyTier) => set({ earlyTier })}
        />
      )}
      {audience.earlyTier === '' ? null : (
        <NumberField
          id="field-audience-earlyHours"
          label={says.earlyHours}
          unit={says.hours}
          keyboard="number"
          value={audience.earlyHours}
          problem={say('audience.earlyHours')}
          onChange={(earlyHours) => set({ earlyHours })}
        />
      )}
    </>
  );
}

/** That a published campaign may only be opened to more people; as a problem where that was tried otherwise. */
function WiderOnly({ problem }: { readonly problem: string | undefined }) {
  const { wider } = useOwnersWords().owner.promises.improve.directions;
  if (problem === undefined) return <Text className="field__hint">{wider}</Text>;
  return (
    <Text id="field-audience-problem" className="field__problem">
      {problem}
    </Text>
  );
}

export function AudienceFields({ form, say, typing, isPublished = false }: FieldsProps) {
  const words = useOwnersWords();
  const says = words.owner.audience;
  const tags = useResource(desk.tags);
  const ask = useCallback(() => void desk.tags.refresh(), []);
  useAskNow(ask);
  const { audience } = form;
  const set = (part: Partial<CampaignForm['audience']>) => typing.set({ audience: { ...audience, ...part } });
  const choices = (none: string) => [
    { value: '', text: none },
    ...tiers.map((tier) => ({ value: tier, text: says.atLeast(words.tiers[tier]) })),
  ];
  const known = tags.value?.tags ?? [];
  const ids = known.map(({ tagId }) => tagId);
  // A draft may still name a tag that was deleted since: it can be taken off here, and has to be before the draft is published.
  const gone = tags.value === null ? [] : audience.tags.filter((tagId) => !ids.includes(tagId));
  const shown = [...known, ...gone.map((tagId) => ({ tagId, name: words.owner.tags.gone }))];
  return (
    <View id="field-audience" className="audience">
      <Text className="audience__title">{says.title}</Text>
      {isPublished ? <WiderOnly problem={say('audience')} /> : null}
      <ChoiceField
        id="field-audience-tierMin"
        label={says.tier}
        value={audience.tierMin}
        choices={choices(says.anyTier)}
        onChange={(tierMin) => set({ tierMin })}
      />
      {shown.length === 0 ? null : <Text className="quiet">{says.tags}</Text>}
      {shown.map(({ tagId, name }) => (
        <Toggle
          key={tagId}
          id={`field-audience-tag-${tagId}`}
          label={name}
          on={audience.tags.includes(tagId)}
          onChange={(on) => set({ tags: on ? [...audience.tags, tagId] : audience.tags.filter((other) => other !== tagId) })}
        />
      ))}
      {daysOf.map(({ id, name }) => (
        <NumberField
          key={id}
          id={`field-audience-${id}`}
          label={says[id]}
          unit={says.days}
          keyboard="number"
          value={audience[name]}
          placeholder={says.anything}
          problem={say(`audience.${name}`)}
          onChange={(days) => set({ [name]: days })}
        />
      ))}
      {isPublished ? null : <EarlyFields form={form} say={say} set={set} choices={choices(says.nobodyEarly)} />}
    </View>
  );
}
