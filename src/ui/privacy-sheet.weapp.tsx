// The privacy sheet in WeChat: comes up only when something needs it, and a no keeps nobody from anything else.
import { Button } from '@nutui/nutui-react-taro';
import { Text, View } from '@tarojs/components';
import Taro, { useDidHide, useDidShow } from '@tarojs/taro';
import { useEffect, useState, useSyncExternalStore } from 'react';
import '@nutui/nutui-react-taro/dist/es/packages/button/style/css';
import { useWords } from '#app/i18n/use-words';
import { openPrivacyGuide, privacyDesk, privacyGuideName } from '#app/platform/privacy';
import { QuietButton } from '#app/ui/buttons.tsx';
import { Sheet } from '#app/ui/sheet.tsx';
import './buttons.scss';
import './privacy-sheet.scss';

const AGREE = 'agree-privacy';

/** The name of the guide as WeChat says it, asked for when it is about to be shown. */
function useGuideName(asked: boolean): string | null {
  const [name, setName] = useState<string | null>(null);
  useEffect(() => {
    if (asked) void privacyGuideName().then(setName);
  }, [asked]);
  return name;
}

/** Says why something was not allowed, once for each time. */
function useProblems(onTop: boolean): void {
  const { privacy } = useWords().member;
  const { problem } = useSyncExternalStore(privacyDesk.subscribe, privacyDesk.state);
  const number = problem?.number;
  useEffect(() => {
    const kind = privacyDesk.state().problem?.kind;
    if (number !== undefined && kind !== undefined && onTop) void Taro.showToast({ title: privacy.problems[kind], icon: 'none' });
  }, [number, onTop, privacy]);
}

export function PrivacySheet() {
  const { privacy } = useWords().member;
  // Every page has one of these; only that of the page on top may be seen.
  const [onTop, setOnTop] = useState(true);
  useDidShow(() => setOnTop(true));
  useDidHide(() => setOnTop(false));
  const { asking } = useSyncExternalStore(privacyDesk.subscribe, privacyDesk.state);
  const open = asking && onTop;
  const guide = useGuideName(open);
  useProblems(onTop);
  useEffect(() => {
    if (open) privacyDesk.shown();
  }, [open]);
  return (
    <Sheet open={open} title={privacy.title} onClose={() => privacyDesk.refuse()}>
      <View id="privacy-sheet" className="privacy-sheet">
        <Text>{privacy.what}</Text>
        <Text>{privacy.choice}</Text>
        <View id="privacy-guide" className="privacy-sheet__guide" role="button" onClick={openPrivacyGuide}>
          <Text>{guide ?? privacy.guide}</Text>
        </View>
      </View>
      <Button
        id={AGREE}
        className="button button--primary"
        type="primary"
        block
        aria-label={privacy.agree}
        openType="agreePrivacyAuthorization"
        onAgreePrivacyAuthorization={() => privacyDesk.agree(AGREE)}
      >
        {privacy.agree}
      </Button>
      <QuietButton id="refuse-privacy" text={privacy.refuse} onTap={() => privacyDesk.refuse()} />
    </Sheet>
  );
}
