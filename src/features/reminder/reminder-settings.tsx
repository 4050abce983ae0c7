// The reminders in the settings: what is left, what is planned, and the way to stop; nothing where there are none to be had.
import { Text, View } from '@tarojs/components';
import { useCallback, useState } from 'react';
import type { No } from '#app/features/call';
import { NoNote } from '#app/features/no-view.tsx';
import type { ReminderWallet } from '#app/features/reminder/create-reminders';
import { phone, useAskNow, useResource } from '#app/features/this-phone';
import { useWords } from '#app/i18n/use-words';
import { canSubscribe } from '#app/platform/subscribe';
import { QuietButton } from '#app/ui/buttons.tsx';
import { Card } from '#app/ui/card.tsx';

type KindState = ReminderWallet['kinds'][number];

function OneKind({ state }: { readonly state: KindState }) {
  const words = useWords();
  const say = words.member.reminder;
  const [no, setNo] = useState<No | null>(null);
  const [busy, setBusy] = useState(false);
  const stop = async () => {
    setBusy(true);
    setNo(await phone.reminders.stop(state.kind));
    setBusy(false);
  };
  return (
    <View id={`reminder-${state.kind}`} className="lines">
      <View className="row row--apart">
        <Text>{say.names[state.kind]}</Text>
        <Text className="quiet tabular">{say.left(state.credits)}</Text>
      </View>
      {state.planned.map(({ about, title, on }) =>
        // What fades is looked at now and then: the day of the next look says nothing to anybody.
        state.kind === 'standing_fading' ? (
          <Text key={about} className="quiet">
            {say.planned.standing_fading(words.formats.day(on))}
          </Text>
        ) : (
          <View key={about} className="row row--apart">
            <Text className="quiet">{title}</Text>
            <Text className="quiet">{words.formats.day(on)}</Text>
          </View>
        ),
      )}
      {no === null ? null : <NoNote no={no} />}
      {state.planned.length === 0 ? null : <QuietButton id={`stop-${state.kind}`} text={say.stop} busy={busy} onTap={() => void stop()} />}
    </View>
  );
}

function Inside() {
  const say = useWords().member.reminder;
  const wallet = useResource(phone.reminders.wallet).value;
  const ask = useCallback(() => void phone.reminders.wallet.refresh(), []);
  useAskNow(ask);
  const offered = (wallet?.kinds ?? []).filter(
    ({ templateId, credits, planned }) => templateId !== null || credits > 0 || planned.length > 0,
  );
  if (offered.length === 0) return null;
  return (
    <>
      <View className="section-title row row--apart">
        <Text>{say.title}</Text>
        <Text className="quiet tabular">{say.left(offered.reduce((sum, { credits }) => sum + credits, 0))}</Text>
      </View>
      <Card id="reminders">
        {offered.map((state) => (
          <OneKind key={state.kind} state={state} />
        ))}
        <Text className="quiet">{say.add}</Text>
        <Text className="quiet">{say.hint}</Text>
      </Card>
    </>
  );
}

export function ReminderSettings() {
  return canSubscribe() ? <Inside /> : null;
}
