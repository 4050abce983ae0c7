// The bar at the top of a page.
export { TopBar } from '#app/ui/top-bar.h5.tsx';

export interface TopBarProps {
  readonly title: string;
  readonly back: boolean;
  readonly backLabel: string;
}
