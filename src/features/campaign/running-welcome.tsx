// A second welcome gift is not published beside one that is open: said while it is written, with the way to that one.
import { go } from '#app/features/go';
import { NoNote } from '#app/features/no-view.tsx';
import { ownerPages } from '#app/features/owner-pages';
import { useOwnersWords } from '#app/i18n/use-owners-words';
import { LinkButton } from '#app/ui/buttons.tsx';
import type { ValueOf } from '#core/contract';
import { answersTo, type CampaignTypeCode } from '#core/rules/campaign/types/index';

export interface RunningWelcomeProps {
  /** The type of what is written. */
  readonly type: CampaignTypeCode;
  readonly campaigns: ValueOf<'community.home'>['campaigns'];
}

/** The welcome gift that is open, where another one is written. */
export function runningWelcome({ type, campaigns }: RunningWelcomeProps): RunningWelcomeProps['campaigns'][number] | undefined {
  return answersTo(type, 'first_action') ? campaigns.find((card) => card.type === type) : undefined;
}

export function RunningWelcome(props: RunningWelcomeProps) {
  const says = useOwnersWords().owner.preview;
  const running = runningWelcome(props);
  if (running === undefined) return null;
  const { campaignId } = running;
  return (
    <NoNote no={{ ok: false, code: 'one_welcome', data: { campaignId } }}>
      <LinkButton id="running-welcome" text={says.runningWelcome} onTap={() => go(ownerPages.manage, { id: campaignId })} />
    </NoNote>
  );
}
