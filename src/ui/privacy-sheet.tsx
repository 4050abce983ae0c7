// Asks for the agreement that WeChat demands before it shows the app something of a person; nothing where nothing asks.
export { PrivacySheet } from '#app/ui/privacy-sheet.h5.tsx';
