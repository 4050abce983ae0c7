// A drawn chart on the screen.
import type { ChartShape } from '#app/ui/chart/chart-shape';

export { ChartPicture } from '#app/ui/chart/chart-picture.h5.tsx';

export interface ChartPictureProps {
  readonly id: string;
  /** What is drawn; its colours are variables of the page. */
  readonly shape: ChartShape;
  /** What it shows, for whoever does not see it. */
  readonly sentence: string;
}
