// A campaign's state as a tag: running is good, paused wants a look.
import { useWords } from '#app/i18n/use-words';
import { Tag } from '#app/ui/tag.tsx';

const tones = { draft: 'plain', live: 'green', paused: 'amber', ended: 'plain' } as const;

export function StateTag({ state }: { readonly state: keyof typeof tones }) {
  return <Tag text={useWords().owner.shared.states[state]} tone={tones[state]} />;
}
