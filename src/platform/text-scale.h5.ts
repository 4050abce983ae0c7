// The size of text in a browser: what the person set there, and the root of the document, from which all of it inherits.

/** The size that browsers begin with, in CSS pixels. */
const ORDINARY_PX = 16;

/** How much larger than ordinary the person has set text in the browser. */
export function systemTextScale(): number {
  return Number.parseFloat(window.getComputedStyle(document.documentElement).fontSize) / ORDINARY_PX;
}

/** Shows all text in this size from now on. @returns the style that the root of a page needs for it: none here */
export function applyTextScale(scale: number): Readonly<Record<string, string>> {
  document.documentElement.style.setProperty('--font-scale', String(scale));
  return {};
}
