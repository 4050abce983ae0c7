// The language of the page, for the browser: fonts, line breaks and whoever reads it aloud go by it.

/** Says in which language the page speaks from now on. */
export function tellPageLanguage(language: string): void {
  document.documentElement.lang = language;
}
