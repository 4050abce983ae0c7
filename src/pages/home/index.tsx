// The home tab: today's one thing.
import { Screen } from '#app/ui/screen.tsx';
import { Seal } from '#app/ui/seal.tsx';

export default function Home() {
  return (
    <Screen title="" tab>
      <Seal id="check-in" mark="" note="" stamped={false} label="" />
    </Screen>
  );
}
