// The way of a newcomer to the welcome gift: a short checklist of what is done and what is next, by the facts.
import { Text, View } from '@tarojs/components';
import type { CampaignCard } from '#app/features/campaign/campaign-parts';
import { welcomeWorth } from '#app/features/campaign/gift-picture';
import { goTab } from '#app/features/go';
import { useWords } from '#app/i18n/use-words';
import { PrimaryButton } from '#app/ui/buttons.tsx';
import { Card } from '#app/ui/card.tsx';
import { DoneNote } from '#app/ui/states.tsx';
import { Tag } from '#app/ui/tag.tsx';

/** The checklist; for whoever has acted before and got none, the sentence that says so. */
export function WelcomeSteps({ card }: { readonly card: CampaignCard }) {
  const words = useWords();
  const says = words.gifts.welcome;
  const steps = card.mine.welcome ?? [];
  const done = steps.filter((step) => step.done).length;
  return (
    <Card
      id={`welcome-${card.campaignId}`}
      title={welcomeWorth(words, card)}
      aside={steps.length === 0 ? null : <Tag text={says.progress(done, steps.length)} tone={done === steps.length ? 'green' : 'plain'} />}
    >
      {steps.length === 0 ? <Text className="quiet">{says.notNew}</Text> : null}
      {steps.map((step) => (
        <View key={step.step} id={`welcome-step-${step.step}`}>
          <Text className={step.done ? 'quiet' : 'strong'}>{`${step.done ? '✓' : '○'} ${says.steps[step.step]}`}</Text>
        </View>
      ))}
    </Card>
  );
}

/** What is left to do on the campaign's page, for somebody who has joined. */
export function WelcomeAction({ card }: { readonly card: CampaignCard }) {
  const says = useWords().gifts.welcome;
  const steps = card.mine.welcome;
  if (steps === null) return <DoneNote id="welcome-not-new" text={says.notNew} />;
  if (steps.every((step) => step.done)) return <DoneNote id="welcome-given" text={says.given} />;
  return <PrimaryButton id="welcome-act" text={says.toAct} onTap={() => goTab('home')} />;
}
