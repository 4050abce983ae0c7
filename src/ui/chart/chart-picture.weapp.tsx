// A chart in WeChat: an image, since its pages take no SVG, in the colours of the theme that the phone is in.
import { Image } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useEffect, useMemo, useState } from 'react';
import { paintedIn } from '#app/ui/chart/chart-colours';
import type { ChartPictureProps } from '#app/ui/chart/chart-picture.tsx';
import { drawChart, widthToDraw } from '#app/ui/chart/draw-chart';
import { useTextScale } from '#app/ui/use-text-size';

/** What stands beside a chart on a phone's page: the page's margins and the card's, in pixels. */
const BESIDE_PX = 64;

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

export function ChartPicture({ id, shape, sentence }: ChartPictureProps) {
  const width = widthToDraw(Taro.getWindowInfo().windowWidth - BESIDE_PX, useTextScale());
  const picture = useMemo(() => drawChart(shape, width), [shape, width]);
  const painted = paintedIn(useTheme(), picture);
  const source = `data:image/svg+xml,${encodeURIComponent(painted)}`;
  return <Image id={id} className="chart__picture" src={source} mode="widthFix" aria-label={sentence} />;
}
