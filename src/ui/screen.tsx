// The frame of every page: safe areas, a quiet heading, the scrolling content, and the one action in reach of the thumb.
import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { PrivacySheet } from '#app/ui/privacy-sheet.tsx';
import { Pull } from '#app/ui/pull.tsx';
import { TopBar } from '#app/ui/top-bar.tsx';
import { useTextScaleStyle } from '#app/ui/use-text-size';
import './screen.scss';

export interface ScreenProps {
  /** What the page is called; the browser's bar shows it, in WeChat the native bar does. */
  readonly title: string;
  /** Tab pages have nowhere to go back to. */
  readonly tab?: boolean;
  /** The word for going back, for those who listen to the screen. */
  readonly backLabel?: string;
  /** A large heading inside the page, where the title alone would not say enough. */
  readonly heading?: ReactNode;
  /** One sentence under the heading, or under the title where that says enough. */
  readonly intro?: string;
  /** The one main action; it stays at the bottom edge. */
  readonly action?: ReactNode;
  /** What stands beside the page where a window is wide. */
  readonly side?: ReactNode;
  /** Owner's screens are denser. */
  readonly dense?: boolean;
  readonly children: ReactNode;
}

export function Screen({ title, tab = false, backLabel, heading, intro, action, side, dense = false, children }: ScreenProps) {
  const textScale = useTextScaleStyle();
  return (
    <View className={`screen${dense ? ' screen--dense' : ''}${tab ? ' screen--tab' : ''}`} style={textScale}>
      <TopBar title={title} back={!tab} backLabel={backLabel ?? title} />
      {side === undefined ? null : <View className="screen__side">{side}</View>}
      <Pull />
      <View className="screen__body">
        {heading === undefined && intro === undefined ? null : (
          <View className="screen__head">
            {heading === undefined ? null : <Text className="screen__heading">{heading}</Text>}
            {intro === undefined ? null : <Text className="screen__intro">{intro}</Text>}
          </View>
        )}
        {children}
      </View>
      {action === undefined || action === null ? null : (
        <View className="screen__action">
          <View className="screen__reach">{action}</View>
        </View>
      )}
      <PrivacySheet />
    </View>
  );
}
