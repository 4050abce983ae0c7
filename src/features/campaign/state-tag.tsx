// A campaign's state as a tag: running is good, paused wants a look, published ahead of its first day waits.
import { stageOf } from '#app/features/campaign/campaign-parts';
import { useWords } from '#app/i18n/use-words';
import { Tag } from '#app/ui/tag.tsx';

const tones = { draft: 'plain', scheduled: 'blue', live: 'green', paused: 'amber', ended: 'plain' } as const;

export function StateTag({ card, today }: { readonly card: Parameters<typeof stageOf>[0]; readonly today: string }) {
  const stage = stageOf(card, today);
  return <Tag text={useWords().owner.shared.states[stage]} tone={tones[stage]} />;
}
