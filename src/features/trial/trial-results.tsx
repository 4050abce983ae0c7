// The owner's side of a trial: what came of it in numbers, and who has applied with what they answered.
import { Text, View } from '@tarojs/components';
import { useCallback, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { No } from '#app/features/call';
import { createPaged } from '#app/features/paged';
import { PagedView } from '#app/features/paged-view.tsx';
import { createResource } from '#app/features/resource';
import { ResourceView } from '#app/features/resource-view.tsx';
import { phone, useAskNow, usePaged } from '#app/features/this-phone';
import { useWords } from '#app/i18n/use-words';
import { QuietButton } from '#app/ui/buttons.tsx';
import { Card } from '#app/ui/card.tsx';
import { EmptyState, Skeleton } from '#app/ui/states.tsx';
import { Tag } from '#app/ui/tag.tsx';
import type { ValueOf } from '#core/contract';

type Results = ValueOf<'trial.results'>;
type Applicant = ValueOf<'trial.applicants'>['applicants'][number];

interface TrialOf {
  readonly communityId: string;
  readonly campaignId: string;
}

/** Chosen is good; waiting is news; not being chosen is neither. */
const tones = { selected: 'green', waiting: 'blue', not_selected: 'plain' } as const;

const rows = ['applied', 'selected', 'used', 'reported', 'onTime', 'readers', 'converted'] as const;

function Numbers({ results }: { readonly results: Results }) {
  const { trial, formats } = useWords();
  const says = trial.owner;
  const { ranking } = results;
  const least = ranking === null || ranking.least === null ? null : trial.have(ranking.by, ranking.least);
  return (
    <Card id="trial-results" title={says.title}>
      {rows.map((row) => (
        <View key={row} id={`trial-${row}`} className="row row--apart">
          <Text>{says.rows[row]}</Text>
          <Text className="strong tabular">{formats.count(results[row])}</Text>
        </View>
      ))}
      {ranking === null ? null : <Text className="quiet">{says.ranking(trial.by[ranking.by], ranking.applicants, least)}</Text>}
      {ranking === null || ranking.unsettled === 0 ? null : <Text className="quiet">{says.telling(ranking.unsettled)}</Text>}
    </Card>
  );
}

function Applicants({ communityId, campaignId }: TrialOf) {
  const { trial, member, owner } = useWords();
  const says = trial.owner;
  const paged = useMemo(
    () =>
      createPaged<Applicant, null>(async (cursor) => {
        const input = { communityId, campaignId, ...(cursor === undefined ? {} : { cursor }) };
        const reply = await phone.caller.view('trial.applicants', input);
        if (!reply.ok) return reply as No;
        return { ok: true, items: reply.value.applicants, cursor: reply.value.cursor, head: null };
      }),
    [communityId, campaignId],
  );
  const ask = useCallback(() => void paged.refresh(), [paged]);
  useAskNow(ask);
  return (
    <>
      <Text className="section-title">{says.applicants}</Text>
      <PagedView
        state={usePaged(paged)}
        paged={paged}
        skeleton={<Skeleton shape="card" count={2} label={member.shared.loading} />}
        empty={<EmptyState id="no-applicants" text={says.none} />}
      >
        {(applicants) =>
          applicants.map(({ person, outcome, text }) => (
            <Card
              key={person.memberId}
              title={owner.shared.person(person.name, person.tag)}
              aside={<Tag text={says.outcomes[outcome]} tone={tones[outcome]} />}
            >
              <Text>{text ?? says.gone}</Text>
            </Card>
          ))
        }
      </PagedView>
    </>
  );
}

export function TrialResults({ communityId, campaignId }: TrialOf) {
  const { trial, member } = useWords();
  const [open, setOpen] = useState(false);
  const resource = useMemo(
    () =>
      createResource<Results>(
        async () => (await phone.caller.view('trial.results', { communityId, campaignId })) as { ok: true; value: Results } | No,
      ),
    [communityId, campaignId],
  );
  const ask = useCallback(() => void resource.refresh(), [resource]);
  useAskNow(ask);
  const state = useStore(resource.store);
  return (
    <>
      <ResourceView state={state} skeleton={<Skeleton shape="card" label={member.shared.loading} />} onRetry={ask}>
        {(results) => <Numbers results={results} />}
      </ResourceView>
      {open ? (
        <Applicants communityId={communityId} campaignId={campaignId} />
      ) : (
        <QuietButton id="open-applicants" text={trial.owner.open} onTap={() => setOpen(true)} />
      )}
    </>
  );
}
