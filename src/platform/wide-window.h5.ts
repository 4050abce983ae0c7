// A browser's window may be a desk's.
import { useEffect, useState } from 'react';

/** From this width on, in CSS pixels, there is room beside a page and inside it; src/ui/screen.scss says the same. */
const WIDE = '(min-width: 900px)';

/** Whether it has room for two columns, now and whenever it is made larger or smaller. */
export function useWideWindow(): boolean {
  const [isWide, setWide] = useState(() => window.matchMedia(WIDE).matches);
  useEffect(() => {
    const media = window.matchMedia(WIDE);
    const hear = () => setWide(media.matches);
    hear();
    media.addEventListener('change', hear);
    return () => media.removeEventListener('change', hear);
  }, []);
  return isWide;
}
