// The size of text: as large as the phone's own setting, and larger where the person chooses so here; remembered by the phone.
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { recall, remember } from '#app/platform/storage';
import { applyTextScale, systemTextScale } from '#app/platform/text-scale';
import { type TextSize, textScale, textSizeOf } from '#app/ui/text-scale';

const system = systemTextScale();
const store = createStore<{ readonly chosen: TextSize }>(() => ({ chosen: textSizeOf(recall('text-size')) }));

/** Shows text in another size from now on. */
export function chooseTextSize(chosen: TextSize): void {
  remember('text-size', chosen);
  store.setState({ chosen });
}

/** The size that is chosen now. */
export function useTextSize(): TextSize {
  return useStore(store, ({ chosen }) => chosen);
}

/** By how much text is larger than it is drawn, for what is no text and holds words. */
export function useTextScale(): number {
  return textScale(useTextSize(), system);
}

/** The style of a page's root, by which its text has the person's size. */
export function useTextScaleStyle(): Readonly<Record<string, string>> {
  return applyTextScale(useTextScale());
}
