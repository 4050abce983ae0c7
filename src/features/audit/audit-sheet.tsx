// The check of an account as a sheet: how far it has come, and whether every figure is what its history makes it.
import { Text, View } from '@tarojs/components';
import { useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import { createAudit, type Examined } from '#app/features/audit/create-audit';
import { NoPage } from '#app/features/no-view.tsx';
import { phone } from '#app/features/this-phone';
import { useWords } from '#app/i18n/use-words';
import { Sheet } from '#app/ui/sheet.tsx';
import { DoneNote, RefusalNote } from '#app/ui/states.tsx';

interface AuditProps {
  readonly communityId: string;
  /** Somebody else, where the owner asks. */
  readonly memberId?: string;
}

function Figures({ result }: { readonly result: Examined }) {
  const words = useWords();
  const { formats, tiers } = words;
  const say = words.member.audit;
  const { figures, differences } = result;
  const streaks = Object.keys(figures.plans).length;
  const coupons = Object.keys(figures.coupons).length;
  const rows = [
    { figure: 'points', text: say.points(formats.points(figures.points)) },
    { figure: 'tier', text: say.tier(tiers[figures.tier]) },
    { figure: 'streak', text: say.plans(streaks) },
    { figure: 'coupon', text: say.coupons(formats.coupons(coupons)) },
  ] as const;
  return (
    <>
      {differences.length === 0 ? (
        <DoneNote id="audit-done" text={say.same} />
      ) : (
        <RefusalNote code="audit-differs" reason={say.differs(differences.length)} next={say.tellOwner} />
      )}
      {rows.map(({ figure, text }) => {
        const found = differences.filter((difference) => difference.figure === figure);
        return (
          <View key={figure} className="row row--apart" id={`audit-${figure}`}>
            <Text>{text}</Text>
            <Text className="quiet">{found.length === 0 ? say.right : found.map(({ rebuilt }) => say.rebuilt(rebuilt)).join(' ')}</Text>
          </View>
        );
      })}
    </>
  );
}

function AuditRun(props: AuditProps) {
  const say = useWords().member.audit;
  const { communityId, memberId } = props;
  const audit = useMemo(
    () => createAudit(phone.caller, { communityId, ...(memberId === undefined ? {} : { memberId }) }),
    [communityId, memberId],
  );
  const { busy, read, result, no } = useStore(audit.store);
  useEffect(() => void audit.run(), [audit]);
  if (no !== null) return <NoPage no={no} busy={busy} onRetry={() => void audit.run()} />;
  return (
    <>
      <Text className="quiet">{say.intro}</Text>
      <Text className="quiet tabular" id="audit-read">
        {say.read(read)}
      </Text>
      {result === null ? null : <Figures result={result} />}
    </>
  );
}

/** The sheet; the check begins when it opens. */
export function AuditSheet({ open, onClose, ...who }: AuditProps & { readonly open: boolean; readonly onClose: () => void }) {
  const say = useWords().member.audit;
  return (
    <Sheet open={open} title={say.title} onClose={onClose}>
      {open ? <AuditRun {...who} /> : null}
    </Sheet>
  );
}
