// A browser asks for itself, each thing in its own way.
export function PrivacySheet() {
  return null;
}
