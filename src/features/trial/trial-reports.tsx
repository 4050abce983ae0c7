// The reports of a trial, behind a tap: opening them is what counts as having read them.
import { Text } from '@tarojs/components';
import { useCallback, useMemo, useState } from 'react';
import type { No } from '#app/features/call';
import { TextCard } from '#app/features/content/text-card.tsx';
import { createPaged } from '#app/features/paged';
import { PagedView } from '#app/features/paged-view.tsx';
import { phone, useAskNow, usePaged } from '#app/features/this-phone';
import { trialDeeds } from '#app/features/trial/trial-deeds';
import { useWords } from '#app/i18n/use-words';
import { QuietButton } from '#app/ui/buttons.tsx';
import { EmptyState, Skeleton } from '#app/ui/states.tsx';
import type { ValueOf } from '#core/contract';

type Report = ValueOf<'trial.reports'>['reports'][number];
type Head = Pick<ValueOf<'trial.reports'>, 'open' | 'mine'>;

interface ReportsProps {
  readonly campaignId: string;
  readonly zone: string;
  readonly onChange: () => void;
}

const starsText = (stars: number) => '★'.repeat(stars) + '☆'.repeat(5 - stars);

function List({ campaignId, zone, onChange }: ReportsProps) {
  const { trial, member } = useWords();
  const paged = useMemo(
    () =>
      createPaged<Report, Head>(async (cursor) => {
        const input = { communityId: phone.communities.current(), campaignId, ...(cursor === undefined ? {} : { cursor }) };
        const reply = await phone.caller.view('trial.reports', input);
        if (!reply.ok) return reply as No;
        const { open, mine, reports } = reply.value;
        return { ok: true, items: reports, cursor: reply.value.cursor, head: { open, mine } };
      }),
    [campaignId],
  );
  const ask = useCallback(() => void paged.refresh(), [paged]);
  useAskNow(ask);
  const state = usePaged(paged);
  const changed = () => {
    ask();
    onChange();
  };
  const card = (row: Report) => (
    <TextCard
      key={row.person.memberId}
      campaignId={campaignId}
      row={{ ...row, accepted: false }}
      note={trial.verified(starsText(row.stars), row.late)}
      zone={zone}
      onChange={changed}
    />
  );
  const mine = state.head?.mine ?? null;
  if (state.head?.open === false) return <Text className="quiet">{trial.closed}</Text>;
  return (
    <>
      <Text className="section-title">{trial.reports}</Text>
      {mine === null || mine.state === 'shown' ? null : card(mine)}
      <PagedView
        state={state}
        paged={paged}
        skeleton={<Skeleton shape="card" count={2} label={member.shared.loading} />}
        empty={<EmptyState id="no-reports" text={trial.noReports} />}
      >
        {(rows) => rows.map(card)}
      </PagedView>
    </>
  );
}

export function TrialReports(props: ReportsProps) {
  const { trial } = useWords();
  const [open, setOpen] = useState(false);
  const show = () => {
    setOpen(true);
    void trialDeeds.read.run({ communityId: phone.communities.current(), campaignId: props.campaignId });
  };
  return open ? <List {...props} /> : <QuietButton id="open-reports" text={trial.openReports} onTap={show} />;
}
