// How a review stands, as a small word; an appeal that waits comes before everything else.
import { useOwnersWords } from '#app/i18n/use-owners-words';
import { Tag } from '#app/ui/tag.tsx';
import type { ValueOf } from '#core/contract';

type State = ValueOf<'risk.queue'>['reviews'][number]['state'];

const tones = {
  noticed: 'amber',
  restricted: 'blue',
  cleared: 'green',
  lapsed: 'plain',
  lifted: 'plain',
  ended: 'plain',
  blocked: 'seal',
  unblocked: 'plain',
} as const;

export function ReviewTag({
  line: { state, appealed, waitingSince },
}: {
  readonly line: { state: State; appealed: boolean; waitingSince: number | null };
}) {
  const says = useOwnersWords().owner.reviews;
  const isAsked = appealed && waitingSince !== null;
  return <Tag text={isAsked ? says.appealed : says.states[state]} tone={isAsked ? 'seal' : tones[state]} />;
}
