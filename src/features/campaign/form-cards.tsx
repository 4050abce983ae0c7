// The cards of the form that every campaign has: what it is called, when it runs, whom it is for.
import { Text } from '@tarojs/components';
import { useCallback } from 'react';
import type { CampaignForm, Way } from '#app/features/campaign/campaign-form';
import { DayInput } from '#app/features/campaign/day-input.tsx';
import type { Typing } from '#app/features/campaign/editor-typing';
import { FixedField } from '#app/features/campaign/fixed-field.tsx';
import type { Notice } from '#app/features/campaign/parameter-fields.tsx';
import { go } from '#app/features/go';
import { ownerPages } from '#app/features/owner-pages';
import { desk } from '#app/features/this-desk';
import { useAskNow, useResource } from '#app/features/this-phone';
import { useWords } from '#app/i18n/use-words';
import { LinkButton } from '#app/ui/buttons.tsx';
import { Card } from '#app/ui/card.tsx';
import { ChoiceField } from '#app/ui/choice-field.tsx';
import { Field } from '#app/ui/field.tsx';

/** The words of a problem by its field's path. */
export type Say = (path: string) => string | undefined;

/** Which way each field may still go; nothing of a draft, whose fields may go any way. */
export type Ways = (path: string) => Way;

export interface FormCardProps {
  readonly form: CampaignForm;
  readonly say: Say;
  readonly typing: Typing;
  readonly ways?: Ways;
}

export function Basics({ form, say, typing, ways, notice }: FormCardProps & { readonly notice: Notice }) {
  const words = useWords();
  const says = words.owner.editor;
  const { directions } = words.owner.promises.improve;
  const type = words.campaignTypes[form.type];
  return (
    <Card title={says.basics} aside={type.name}>
      <Field
        id="field-title"
        label={says.name}
        value={form.title}
        hint={ways === undefined ? says.nameHint : directions[ways('title')]}
        placeholder={type.titleExample}
        lengthMax={24}
        problem={say('title')}
        notice={notice('title')}
        onChange={(title) => typing.set({ title })}
      />
      <Field
        id="field-summary"
        label={says.summary}
        value={form.summary}
        placeholder={says.summaryExample}
        lengthMax={60}
        problem={say('summary')}
        notice={notice('summary')}
        onChange={(summary) => typing.set({ summary })}
        {...(ways === undefined ? {} : { hint: directions[ways('summary')] })}
      />
    </Card>
  );
}

export function When({ form, say, typing, ways, today }: FormCardProps & { readonly today: string }) {
  const { owner, formats } = useWords();
  const says = owner.editor;
  const { directions } = owner.promises.improve;
  const ends = ['startsOn', 'endsOn'] as const;
  return (
    <Card title={says.when}>
      {ends.map((end) => {
        const shared = { id: `field-${end}`, label: says[end], problem: say(end) };
        const way = ways?.(end);
        if (way === 'fixed') return <FixedField key={end} {...shared} text={formats.fullDay(form[end])} reason={directions.fixed} />;
        const hint = way === undefined ? (end === 'endsOn' ? says.endsOnHint : undefined) : directions[way];
        return <DayInput key={end} {...shared} value={form[end]} today={today} hint={hint} onChange={(on) => typing.setDay(end, on)} />;
      })}
    </Card>
  );
}

/** Everybody, or one of the bound groups; a published campaign may only be opened to everybody. */
export function Whom({ form, say, typing, ways }: FormCardProps) {
  const { owner } = useWords();
  const groups = useResource(desk.groups);
  const ask = useCallback(() => void desk.groups.refresh(), []);
  useAskNow(ask);
  const bound = groups.value?.groups ?? [];
  const { fixed } = owner.promises.improve.directions;
  if (ways?.('groupId') === 'fixed') {
    return (
      <Card>
        <FixedField id="field-groupId" label={owner.editor.whom} text={owner.editor.anyone} reason={fixed} problem={say('groupId')} />
      </Card>
    );
  }
  const offered = ways === undefined ? bound : bound.filter(({ groupId }) => groupId === form.groupId);
  const choices = [
    { value: '', text: owner.editor.anyone },
    ...offered.map(({ groupId, label }) => ({ value: groupId, text: owner.shared.onlyGroup(label) })),
  ];
  return (
    <Card>
      <ChoiceField
        id="field-groupId"
        label={owner.editor.whom}
        value={form.groupId ?? ''}
        choices={choices}
        hint={ways === undefined ? undefined : owner.promises.improve.directions.wider}
        problem={say('groupId')}
        onChange={(groupId) => typing.set({ groupId: groupId === '' ? null : groupId })}
      />
      {ways === undefined && groups.value !== null && bound.length === 0 ? (
        <>
          <Text className="quiet">{owner.editor.groupNone}</Text>
          <LinkButton id="bind-group" text={owner.editor.bindGroup} onTap={() => go(ownerPages.groups)} />
        </>
      ) : null}
    </Card>
  );
}
