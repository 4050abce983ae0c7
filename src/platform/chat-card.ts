// A campaign's card on its way into WeChat's chat tool: written into the tool's address, and read there again.

/** What the tool sends. */
export interface ChatCard {
  readonly title: string;
  readonly path: string;
  /** A picture's local path; empty for WeChat's own picture of the page. */
  readonly imageUrl: string;
}

/** The tool's page. */
const CHAT_TOOL_PAGE = '/packages/chat-tool/card/index';

/** Cards lead here only: an address from outside cannot make the tool send anything else. */
const CARD_PAGE = '/packages/member/campaign/index?';

const NOWHERE = '/pages/home/index';

function decoded(text: string | undefined): string {
  try {
    return decodeURIComponent(text ?? '');
  } catch {
    return '';
  }
}

/** The tool's address with a card. */
export function chatToolUrl({ title, path, imageUrl }: ChatCard, language: string): string {
  const query = { title, path, imageUrl, language };
  const pairs = Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return `${CHAT_TOOL_PAGE}?${pairs.join('&')}`;
}

/** Reads the card of an address; a path that is no card's leads home. */
export function readChatCard(query: Readonly<Record<string, string | undefined>>): ChatCard {
  const path = decoded(query.path);
  return { title: decoded(query.title), path: path.startsWith(CARD_PAGE) ? path : NOWHERE, imageUrl: decoded(query.imageUrl) };
}
