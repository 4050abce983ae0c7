// The cards of the form that every campaign has: what it is called, when it runs, whom it is for.
import { Text } from '@tarojs/components';
import { useCallback } from 'react';
import { AudienceFields } from '#app/features/campaign/audience-fields.tsx';
import { audienceSummary } from '#app/features/campaign/audience-summary';
import type { CampaignForm, Way } from '#app/features/campaign/campaign-form';
import { DayInput } from '#app/features/campaign/day-input.tsx';
import type { Typing } from '#app/features/campaign/editor-typing';
import { FixedField } from '#app/features/campaign/fixed-field.tsx';
import { FormSection } from '#app/features/campaign/form-section.tsx';
import type { Notice } from '#app/features/campaign/parameter-fields.tsx';
import { go } from '#app/features/go';
import { ownerPages } from '#app/features/owner-pages';
import { desk } from '#app/features/this-desk';
import { useAskNow, useResource } from '#app/features/this-phone';
import { useOwnersWords } from '#app/i18n/use-owners-words';
import { LinkButton } from '#app/ui/buttons.tsx';
import { ChoiceField } from '#app/ui/choice-field.tsx';
import { Field } from '#app/ui/field.tsx';
import { daysBetween } from '#core/values/day';

/** The words of a problem by its field's path. */
export type Say = (path: string) => string | undefined;

/** Which way each field may still go; nothing of a draft, whose fields may go any way. */
export type Ways = (path: string) => Way;

export interface FormCardProps {
  readonly form: CampaignForm;
  readonly say: Say;
  readonly notice: Notice;
  readonly typing: Typing;
  readonly ways?: Ways;
}

export function Basics({ form, say, typing, ways, notice }: FormCardProps) {
  const words = useOwnersWords();
  const says = words.owner.editor;
  const { directions } = words.owner.promises.improve;
  const type = words.campaignTypes[form.type];
  return (
    <FormSection id="basics" title={type.name} summary={form.title} isWrong={say('title') !== undefined || say('summary') !== undefined}>
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
    </FormSection>
  );
}

/** What the first day means for publishing: a day ahead of today is a schedule. */
function useStartHint(startsOn: string, today: string): string | undefined {
  const { owner, formats } = useOwnersWords();
  return startsOn > today ? owner.editor.schedule(formats.day(startsOn)) : undefined;
}

export function When({ form, say, typing, ways, notice, today }: FormCardProps & { readonly today: string }) {
  const { owner, formats } = useOwnersWords();
  const says = owner.editor;
  const { directions } = owner.promises.improve;
  const startHint = useStartHint(form.startsOn, today);
  const ends = ['startsOn', 'endsOn'] as const;
  const isOrdered = form.startsOn <= form.endsOn;
  const days = isOrdered ? formats.days(daysBetween(form.startsOn, form.endsOn) + 1) : '';
  return (
    <FormSection
      id="when"
      title={says.when}
      summary={isOrdered ? says.whenSummary(formats.span(form.startsOn, form.endsOn), days) : ''}
      isWrong={ends.some((end) => say(end) !== undefined)}
    >
      {ends.map((end) => {
        const shared = { id: `field-${end}`, label: says[end], problem: say(end) };
        const way = ways?.(end);
        if (way === 'fixed') return <FixedField key={end} {...shared} text={formats.fullDay(form[end])} reason={directions.fixed} />;
        const hint = way === undefined ? (end === 'endsOn' ? says.endsOnHint : startHint) : directions[way];
        return (
          <DayInput
            key={end}
            {...shared}
            value={form[end]}
            today={today}
            hint={hint}
            notice={notice(end)}
            onChange={(on) => typing.setDay(end, on)}
          />
        );
      })}
    </FormSection>
  );
}

/** Everybody, or one of the bound groups; a published campaign may only be opened to everybody. */
function GroupField({ form, say, typing, ways, notice }: FormCardProps) {
  const { owner } = useOwnersWords();
  const groups = useResource(desk.groups);
  const ask = useCallback(() => void desk.groups.refresh(), []);
  useAskNow(ask);
  const bound = groups.value?.groups ?? [];
  const { fixed } = owner.promises.improve.directions;
  if (ways?.('groupId') === 'fixed') {
    return <FixedField id="field-groupId" label={owner.editor.group} text={owner.editor.anyone} reason={fixed} problem={say('groupId')} />;
  }
  const offered = ways === undefined ? bound : bound.filter(({ groupId }) => groupId === form.groupId);
  const choices = [
    { value: '', text: owner.editor.anyone },
    ...offered.map(({ groupId, label }) => ({ value: groupId, text: owner.shared.onlyGroup(label) })),
  ];
  return (
    <>
      <ChoiceField
        id="field-groupId"
        label={owner.editor.group}
        value={form.groupId ?? ''}
        choices={choices}
        hint={ways === undefined ? undefined : owner.promises.improve.directions.wider}
        problem={say('groupId')}
        notice={notice('groupId')}
        onChange={(groupId) => typing.set({ groupId: groupId === '' ? null : groupId })}
      />
      {ways === undefined && groups.value !== null && bound.length === 0 ? (
        <>
          <Text className="quiet">{owner.editor.groupNone}</Text>
          <LinkButton id="bind-group" text={owner.editor.bindGroup} onTap={() => go(ownerPages.groups)} />
        </>
      ) : null}
    </>
  );
}

interface WhomProps extends FormCardProps {
  /** Of a published campaign: whether it asks anything of its people at all. */
  readonly asksMore?: boolean;
}

/** Whom it is for: the group, and what else is asked of people. */
export function Whom({ asksMore = true, ...props }: WhomProps) {
  const words = useOwnersWords();
  const { form, say, typing, ways } = props;
  const groups = useResource(desk.groups).value?.groups;
  const label = groups?.find(({ groupId }) => groupId === form.groupId)?.label ?? null;
  const paths = ['groupId', 'audience', ...Object.keys(form.audience).map((name) => `audience.${name}`)];
  return (
    <FormSection
      id="whom"
      title={words.owner.editor.whom}
      summary={audienceSummary(words, form, label)}
      startsOpen={ways !== undefined}
      isWrong={paths.some((path) => say(path) !== undefined)}
    >
      <GroupField {...props} />
      {asksMore ? <AudienceFields form={form} say={say} typing={typing} isPublished={ways !== undefined} /> : null}
    </FormSection>
  );
}
