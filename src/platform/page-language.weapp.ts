// The language of the page in WeChat, which takes its own.

/** Says nothing: no page of a mini-program has a language of its own. */
export function tellPageLanguage(_language: string): void {}
