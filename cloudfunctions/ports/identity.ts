// The identity port: the server alone knows who calls.

/** What the host received that may say who calls: a session token, or WeChat's own context. Opaque to the application. */
export type Credentials = unknown;

/** Who calls: the account's key, stable for this person in this installation; or why nobody is known. */
export type Identified = { readonly personKey: string } | { readonly denied: 'sign_in_required' | 'session_expired' };

/**
 * Laws: nothing in an action's input can change the answer; a forged or expired credential is denied, never guessed at;
 * `memberIdOf` gives the same pseudonym for the same community and person for ever, different ones for different communities,
 * and cannot be inverted without the installation's secret.
 */
export interface Identity {
  identify(credentials: Credentials): Promise<Identified>;
  /** The pseudonymous member id, 16 characters of `a-z2-7`. */
  memberIdOf(communityId: string, personKey: string): string;
}
