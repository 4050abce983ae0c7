// The size of text that the person has set for the whole phone, and how a page follows it.
export { applyTextScale, systemTextScale } from '#app/platform/text-scale.h5';
