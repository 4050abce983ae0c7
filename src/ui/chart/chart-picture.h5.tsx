// A chart in a browser: drawn into the page, so that it follows the theme of the page.
import { useLayoutEffect, useRef } from 'react';
import type { ChartPictureProps } from '#app/ui/chart/chart-picture.tsx';

export function ChartPicture({ id, picture, sentence }: ChartPictureProps) {
  const frame = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const { documentElement } = new DOMParser().parseFromString(picture, 'image/svg+xml');
    frame.current?.replaceChildren(document.importNode(documentElement, true));
  }, [picture]);
  return <div ref={frame} id={id} className="chart__picture" role="img" aria-label={sentence} />;
}
