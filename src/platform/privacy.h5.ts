// A browser asks for itself, for each thing; there is no guide of a platform, the app's own page says it all.
import { createPrivacyDesk } from '#app/platform/privacy-desk';

/** Nothing ever asks at this desk. */
export const privacyDesk = createPrivacyDesk();

/** There is no guide of a platform. */
export function privacyGuideName(): Promise<string | null> {
  return Promise.resolve(null);
}

/** There is none to open. */
export function openPrivacyGuide(): void {}
