// A new community: what it is, who stands behind it, when its day begins, and the group that it was opened from.
import { Text, View } from '@tarojs/components';
import Taro, { useLoad } from '@tarojs/taro';
import { useStore } from 'zustand';
import { CommunityTextField } from '#app/features/community/community-text-field.tsx';
import type { FirstTextName } from '#app/features/community/community-texts';
import { type CommunityFormState, dayStartsOffered, zonesOffered } from '#app/features/community/create-community-form';
import { HeldPage } from '#app/features/held-page.tsx';
import { NoNote } from '#app/features/no-view.tsx';
import { ownerPages } from '#app/features/owner-pages';
import { desk } from '#app/features/this-desk';
import { useOwnersWords } from '#app/i18n/use-owners-words';
import { PrimaryButton } from '#app/ui/buttons.tsx';
import { Card } from '#app/ui/card.tsx';
import { ChoiceField } from '#app/ui/choice-field.tsx';
import { Screen } from '#app/ui/screen.tsx';
import { DoneNote, Skeleton } from '#app/ui/states.tsx';
import { Toggle } from '#app/ui/toggle.tsx';
import './create-screen.scss';

const form = desk.communityForm;

interface TextFieldProps {
  readonly state: CommunityFormState;
  readonly name: FirstTextName;
  readonly label: string;
  readonly example: string;
  readonly hint?: string;
}

function TextField({ state, name, ...said }: TextFieldProps) {
  const type = (text: string) => form.type(name, text);
  return <CommunityTextField name={name} value={state.texts[name]} problem={state.problems[name]} onType={type} {...said} />;
}

function DayCard({ state }: { readonly state: CommunityFormState }) {
  const { owner, formats } = useOwnersWords();
  const says = owner.create;
  const clock = formats.dayStart(state.dayStartsMinutes);
  return (
    <Card title={says.dayTitle}>
      <ChoiceField
        id="community-zone"
        label={says.zone}
        value={state.zone}
        choices={zonesOffered.map((zone) => ({ value: zone, text: formats.zone(zone) }))}
        onChange={(zone) => form.choose({ zone })}
      />
      <ChoiceField
        id="community-day-start"
        label={says.dayStart}
        value={String(state.dayStartsMinutes)}
        choices={dayStartsOffered.map((minutes) => ({ value: String(minutes), text: formats.dayStart(minutes) }))}
        hint={state.dayStartsMinutes === 0 ? says.midnightHint : says.dayStartHint(clock)}
        onChange={(minutes) => form.choose({ dayStartsMinutes: Number(minutes) })}
      />
    </Card>
  );
}

function GroupCard({ state }: { readonly state: CommunityFormState }) {
  const says = useOwnersWords().owner.create;
  if (state.inGroup === null) return <Skeleton shape="card" label={says.groupTitle} />;
  return (
    <Card title={says.groupTitle}>
      {state.inGroup ? (
        <>
          <Toggle
            id="community-binds"
            label={says.groupKeep}
            hint={says.groupHere}
            on={state.bindsGroup}
            onChange={(bindsGroup) => form.choose({ bindsGroup })}
          />
          {state.bindsGroup ? (
            <TextField state={state} name="groupLabel" label={says.groupLabel} example={says.groupExample} hint={says.groupHint} />
          ) : null}
        </>
      ) : (
        <Text className="quiet">{says.groupNone}</Text>
      )}
    </Card>
  );
}

function Made({ name }: { readonly name: string }) {
  const { owner } = useOwnersWords();
  const open = (url: string) => void Taro.redirectTo({ url });
  return (
    <Screen
      title={owner.create.title}
      backLabel={owner.create.title}
      action={<PrimaryButton id="first-campaign" text={owner.console.newCampaign} onTap={() => open(ownerPages.choose)} />}
    >
      <DoneNote id="create-done" text={owner.create.done(name)} next={owner.create.doneNext} />
    </Screen>
  );
}

async function submit(): Promise<void> {
  await form.submit();
  if (Object.keys(form.store.getState().problems).length > 0) void Taro.pageScrollTo({ scrollTop: 0, duration: 200 });
}

export function CreateScreen() {
  const { owner, member } = useOwnersWords();
  const says = owner.create;
  const state = useStore(form.store);
  useLoad(() => void form.begin());
  if (state.made !== null) return <Made name={state.made.name} />;
  return (
    <Screen
      title={says.title}
      backLabel={member.shared.back}
      heading={says.heading}
      intro={says.intro}
      dense
      action={
        <>
          {state.no === null ? null : (
            <View className="above-action">
              <NoNote no={state.no} />
            </View>
          )}
          <PrimaryButton id="create-community" text={says.submit} busy={state.busy} onTap={() => void submit()} />
        </>
      }
    >
      <Card title={says.aboutTitle}>
        <TextField state={state} name="name" label={says.name} example={says.nameExample} />
        <TextField state={state} name="theme" label={says.theme} example={says.themeExample} />
        <TextField state={state} name="promise" label={says.promise} example={says.promiseExample} hint={says.promiseHint} />
      </Card>
      <Card title={says.organiserTitle}>
        <TextField state={state} name="organiser" label={says.organiser} example={says.organiserExample} hint={says.organiserHint} />
        <TextField state={state} name="contact" label={says.contact} example={says.contactExample} />
      </Card>
      <DayCard state={state} />
      <GroupCard state={state} />
      <HeldPage isOpen={Object.values(state.texts).some((text) => text !== '')} />
    </Screen>
  );
}
