// Settings: the language, how others see me, and which groups I was seen in.
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import type { No } from '#app/features/call';
import { hasJoined } from '#app/features/campaign/campaign-parts';
import { VerifyButton } from '#app/features/community/verify-button.tsx';
import { NoNote } from '#app/features/no-view.tsx';
import { ReminderSettings } from '#app/features/reminder/reminder-settings.tsx';
import { phone, useCommunities, useDeed } from '#app/features/this-phone';
import { instantDayText } from '#app/features/when';
import { WithCommunity } from '#app/features/with-community.tsx';
import { chooseLanguage, languages, useWords } from '#app/i18n/use-words';
import { PrimaryButton } from '#app/ui/buttons.tsx';
import { Card } from '#app/ui/card.tsx';
import { Field } from '#app/ui/field.tsx';
import { Screen } from '#app/ui/screen.tsx';
import { DoneNote, Skeleton } from '#app/ui/states.tsx';
import { Choices } from '#app/ui/tag.tsx';
import { Toggle } from '#app/ui/toggle.tsx';
import type { ValueOf } from '#core/contract';

type Home = ValueOf<'community.home'>;

const NAME_LENGTH_MAX = 16;

function Nickname({ home }: { readonly home: Home }) {
  const words = useWords();
  const say = words.member.settings;
  const { busy, no } = useDeed(phone.showName);
  const [typed, setTyped] = useState(home.me.name ?? '');
  const [saved, setSaved] = useState(false);
  const save = async () => {
    setSaved(false);
    const nickname = typed.trim() === '' ? null : typed.trim();
    const reply = await phone.showName.run({ communityId: home.community.communityId, nickname });
    if (reply?.ok !== true) return;
    setSaved(true);
    phone.home.put((before) => ({ ...before, me: { ...before.me, name: nickname } }));
  };
  return (
    <Card>
      <Field
        id="nickname"
        label={say.nickname}
        value={typed}
        onChange={(value) => {
          setTyped(value);
          setSaved(false);
        }}
        hint={say.nicknameHint}
        placeholder={say.namePlaceholder}
        lengthMax={NAME_LENGTH_MAX}
      />
      {no === null ? null : <NoNote no={no} />}
      {saved ? <DoneNote id="nickname-saved" text={say.saved} /> : null}
      <PrimaryButton id="save-nickname" text={say.save} busy={busy} onTap={() => void save()} />
    </Card>
  );
}

function HideMe({ home }: { readonly home: Home }) {
  const say = useWords().member.settings;
  const { busy } = useDeed(phone.hide);
  const [no, setNo] = useState<No | null>(null);
  const show = (hidden: boolean) => phone.home.put((before) => ({ ...before, me: { ...before.me, hidden } }));
  const hide = async (hidden: boolean) => {
    setNo(null);
    // The switch moves at once, and back with the reason when the server says no.
    show(hidden);
    const reply = await phone.hide.run({ communityId: home.community.communityId, hidden });
    if (reply === null || reply.ok) return;
    show(!hidden);
    setNo(reply as No);
  };
  return (
    <Card>
      <Toggle
        id="hide-me"
        label={say.hidden}
        hint={say.hiddenHint}
        on={home.me.hidden}
        busy={busy}
        onChange={(hidden) => void hide(hidden)}
      />
      {no === null ? null : <NoNote no={no} />}
    </Card>
  );
}

function Groups({ home }: { readonly home: Home }) {
  const words = useWords();
  const say = words.member.settings;
  return (
    <Card title={say.groups}>
      {home.me.groups.length === 0 ? <Text className="quiet">{say.noGroup}</Text> : null}
      {home.me.groups.map((group) => (
        <View key={group.groupId} className="row row--apart">
          <Text>{group.label}</Text>
          <Text className="quiet">
            {group.fresh ? say.groupFresh : say.groupOld(instantDayText(words, group.verifiedAt, home.community.zone))}
          </Text>
        </View>
      ))}
      <VerifyButton id="verify-group" />
    </Card>
  );
}

function Inside({ home }: { readonly home: Home }) {
  const say = useWords().member.settings;
  return (
    <>
      {hasJoined(home.me) ? (
        <>
          <Nickname home={home} />
          <HideMe home={home} />
          <ReminderSettings />
        </>
      ) : null}
      <Groups home={home} />
      <Card title={say.organiser}>
        <Text>{home.community.organiser}</Text>
        <Text className="quiet">{home.community.contact}</Text>
      </Card>
    </>
  );
}

export function SettingsScreen() {
  const words = useWords();
  const { communityId, status } = useCommunities();
  return (
    <Screen title={words.member.settings.title} backLabel={words.member.shared.back}>
      <Card title={words.member.settings.language}>
        <Choices
          id="language"
          choices={languages.map(({ language, languageName }) => ({ value: language, text: languageName }))}
          chosen={words.language}
          onChoose={chooseLanguage}
        />
      </Card>
      {communityId === null && status === 'ready' ? null : (
        <WithCommunity skeleton={<Skeleton count={3} label={words.member.shared.loading} />}>
          {(home) => <Inside home={home} />}
        </WithCommunity>
      )}
    </Screen>
  );
}
