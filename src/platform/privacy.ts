// Privacy as the platform sees it: what WeChat asks before an API may see something of a person, and its own guide to read.
export { openPrivacyGuide, privacyDesk, privacyGuideName } from '#app/platform/privacy.h5';
