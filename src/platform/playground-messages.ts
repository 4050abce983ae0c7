// The words that the phone and the playground around it say to each other by postMessage; both sides import these types.
//
// The phone runs in an iframe at `/app/?phone=<persona>#<path>`. A card that is tapped in the group chat opens with
// `proof=<group proof>` in the query of the path; a link that was forwarded elsewhere has none.
//
// phone → playground
//   { qunhui: 'share', card: { title, path, picture } }   post a card into the chat; `picture` is a data URL, 5:4, or null
//   { qunhui: 'ask-proof', id }                           answered by 'proof' with the same id
//   { qunhui: 'showing-code', token }                     the ticket page shows this code now; null when it shows none
//   { qunhui: 'ask-scan', id }                            answered by 'scanned' with the same id
// playground → phone
//   { qunhui: 'proof', id, proof }                        a fresh group proof of this persona, or null outside the group
//   { qunhui: 'scanned', id, text }                       the text of the code in front of the camera, or null when there is none
//   { qunhui: 'clock-moved' }                             time has jumped: ask the server again for everything on show
//   { qunhui: 'open', path, proof }                       open this path as if its card had been tapped; `proof` may be null

/** A card as the phone hands it over for sending. */
export interface SentCard {
  readonly title: string;
  /** The app's own path with its query, beginning with a slash. */
  readonly path: string;
  /** The 5:4 picture as a data URL; null lets the receiver draw a plain card. */
  readonly picture: string | null;
}

/** What a phone says to the playground. */
export type PhoneMessage =
  | { readonly qunhui: 'share'; readonly card: SentCard }
  | { readonly qunhui: 'ask-proof'; readonly id: string }
  | { readonly qunhui: 'showing-code'; readonly token: string | null }
  | { readonly qunhui: 'ask-scan'; readonly id: string };

/** What the playground says to a phone. */
export type PlaygroundMessage =
  | { readonly qunhui: 'proof'; readonly id: string; readonly proof: string | null }
  | { readonly qunhui: 'scanned'; readonly id: string; readonly text: string | null }
  | { readonly qunhui: 'clock-moved' }
  | { readonly qunhui: 'open'; readonly path: string; readonly proof: string | null };

/** Whether something that arrived by postMessage is the playground speaking. */
export function isPlaygroundMessage(value: unknown): value is PlaygroundMessage {
  return typeof value === 'object' && value !== null && typeof (value as { qunhui?: unknown }).qunhui === 'string';
}
