// The size of text in WeChat: what the person set there, and the style of a page's own root, since no script reaches the page itself.

/** How much larger than ordinary the person has set text in WeChat; 1 where WeChat does not say. */
export function systemTextScale(): number {
  // WeChat before 2.20.1 has no such question.
  return wx.getAppBaseInfo?.().fontSizeScaleFactor ?? 1;
}

/** @returns the style that the root of a page needs to show its text in this size */
export function applyTextScale(scale: number): Readonly<Record<string, string>> {
  return { '--font-scale': String(scale) };
}
