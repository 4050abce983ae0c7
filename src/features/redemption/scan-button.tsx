// The camera's button, as large as a thumb wants it, at the same place whatever has just been done.
import { Text, View } from '@tarojs/components';
import { desk } from '#app/features/this-desk';
import { useOwnersWords } from '#app/i18n/use-owners-words';
import { scanCode } from '#app/platform/scan';
import './counter-screen.scss';

/** Scans, and looks up what was scanned. */
export function ScanButton({
  looking,
  communityId,
  text,
}: {
  readonly looking: boolean;
  readonly communityId: string;
  /** What it says after somebody has been served. */
  readonly text?: string;
}) {
  const says = useOwnersWords().owner.counter;
  const scan = async () => desk.counter.scanned(communityId, await scanCode());
  return (
    <View
      id="scan"
      className={`scan${looking ? ' scan--busy' : ''}`}
      role="button"
      aria-busy={looking}
      hoverClass="card--pressed"
      onClick={() => void scan()}
    >
      <View className="scan__frame" aria-hidden>
        <View className="scan__corner scan__corner--1" />
        <View className="scan__corner scan__corner--2" />
        <View className="scan__corner scan__corner--3" />
        <View className="scan__corner scan__corner--4" />
        <View className="scan__line" />
      </View>
      <View>
        <Text className="scan__text">{text ?? says.scan}</Text>
        <Text className="scan__hint">{says.scanHint}</Text>
      </View>
    </View>
  );
}
