// A chart in a browser: drawn into the page, so that it follows the theme of the page, as wide as the place where it stands.
import { useLayoutEffect, useRef } from 'react';
import type { ChartPictureProps } from '#app/ui/chart/chart-picture.tsx';
import { drawChart, widthToDraw } from '#app/ui/chart/draw-chart';
import { useTextScale } from '#app/ui/use-text-size';

export function ChartPicture({ id, shape, sentence }: ChartPictureProps) {
  const frame = useRef<HTMLDivElement>(null);
  const scale = useTextScale();
  useLayoutEffect(() => {
    const place = frame.current;
    if (place === null) return;
    let drawnFor = 0;
    const draw = () => {
      const width = place.clientWidth;
      // A page that is not on show has no width; it is drawn when it comes back.
      if (width === 0 || width === drawnFor) return;
      drawnFor = width;
      const { documentElement } = new DOMParser().parseFromString(drawChart(shape, widthToDraw(width, scale)), 'image/svg+xml');
      place.replaceChildren(document.importNode(documentElement, true));
    };
    draw();
    const watch = new ResizeObserver(draw);
    watch.observe(place);
    return () => watch.disconnect();
  }, [shape, scale]);
  return <div ref={frame} id={id} className="chart__picture" role="img" aria-label={sentence} />;
}
