// A browser has no mini-codes: its posters carry a web address.

export const hasMiniCodes: boolean = false;

/** None is kept. */
export function keptMiniCode(_name: string): string | null {
  return null;
}

/** The picture as an address that an image can have. */
export function keepMiniCode(_name: string, picture: string): string {
  return `data:image/png;base64,${picture}`;
}
