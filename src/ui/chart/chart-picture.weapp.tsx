// A chart in WeChat: an image, since its pages take no SVG, in the colours of the theme that the phone is in.
import { Image } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { paintedIn } from '#app/ui/chart/chart-colours';
import type { ChartPictureProps } from '#app/ui/chart/chart-picture.tsx';

function useTheme(): 'light' | 'dark' {
  // WeChat before 2.20.1 has no such question, and before 2.11.0 does not tell of changes.
  const [theme, setTheme] = useState<'light' | 'dark'>(() => (wx.getAppBaseInfo?.().theme === 'dark' ? 'dark' : 'light'));
  useEffect(() => {
    const follow = (now: { readonly theme: 'light' | 'dark' }) => setTheme(now.theme);
    wx.onThemeChange?.(follow);
    return () => wx.offThemeChange?.(follow);
  }, []);
  return theme;
}

export function ChartPicture({ id, picture, sentence }: ChartPictureProps) {
  const painted = paintedIn(useTheme(), picture);
  const source = `data:image/svg+xml,${encodeURIComponent(painted)}`;
  return <Image id={id} className="chart__picture" src={source} mode="widthFix" aria-label={sentence} />;
}
