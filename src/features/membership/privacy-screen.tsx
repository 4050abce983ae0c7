// What is used of a person and what for, in plain words, the same on every platform.
import { Text, View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { useWords } from '#app/i18n/use-words';
import { openPrivacyGuide, privacyGuideName } from '#app/platform/privacy';
import { QuietButton } from '#app/ui/buttons.tsx';
import { Card } from '#app/ui/card.tsx';
import { Screen } from '#app/ui/screen.tsx';
import './privacy-screen.scss';

export function PrivacyScreen() {
  const { privacy, shared } = useWords().member;
  const { page } = privacy;
  const [guide, setGuide] = useState<string | null>(null);
  useEffect(() => void privacyGuideName().then(setGuide), []);
  return (
    <Screen title={page.title} backLabel={shared.back} heading={page.heading}>
      <Card id="privacy-lines">
        {page.lines.map(({ what, why }) => (
          <View key={what} className="privacy-line">
            <Text className="strong">{what}</Text>
            <Text className="quiet">{why}</Text>
          </View>
        ))}
      </Card>
      <Text>{page.not}</Text>
      <Text>{page.rights}</Text>
      {guide === null ? null : <QuietButton id="open-guide" text={page.guideLink} onTap={openPrivacyGuide} />}
    </Screen>
  );
}
