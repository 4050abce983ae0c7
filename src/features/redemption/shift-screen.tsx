// The shift report on a page of its own.
import { OwnerScreen } from '#app/features/owner-screen.tsx';
import { ShiftReport } from '#app/features/redemption/shift-report.tsx';
import { useOwnersWords } from '#app/i18n/use-owners-words';

export function ShiftScreen() {
  const says = useOwnersWords().owner.shift;
  return (
    <OwnerScreen title={says.title} who="clerk">
      {(home) => <ShiftReport home={home} />}
    </OwnerScreen>
  );
}
