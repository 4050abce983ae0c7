// The language of the page, for whatever shows it.
export { tellPageLanguage } from '#app/platform/page-language.h5';
