// A drawn chart on the screen.
export { ChartPicture } from '#app/ui/chart/chart-picture.h5.tsx';

export interface ChartPictureProps {
  readonly id: string;
  /** An SVG, its colours as variables of the page. */
  readonly picture: string;
  /** What it shows, for whoever does not see it. */
  readonly sentence: string;
}
