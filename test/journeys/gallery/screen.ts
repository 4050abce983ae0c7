// What the list of screens is made of: pages with their one job, and the pictures that are kept of each.

/** Something that differs from a phone in Chinese, by day, with all well. */
export type Circumstance = 'dark' | 'english' | 'large' | 'wide' | 'loading' | 'error' | 'offline';

/** One picture of a page. */
export interface Picture {
  /** The state that it shows, as one word: with the page's name, the name of its file. */
  readonly state: string;
  /** Where it is taken, see `towns.ts`. */
  readonly town: 'shop' | 'fresh' | 'ring' | 'busy' | 'door';
  /** Whose phone. */
  readonly who: 'owner' | 'member' | 'clerk' | 'neighbour' | 'newcomer' | 'friend';
  /** The page's query; names in braces stand for ids of the town. */
  readonly query?: string;
  /** The id of something that is there once the screen is complete; names in braces as in the query. */
  readonly shows: string;
  readonly how?: readonly Circumstance[];
  /** What is typed first: the field's id, and the text. */
  readonly types?: readonly [field: string, text: string];
  /** The beginnings of ids that are tapped first, one after another. */
  readonly taps?: readonly string[];
}

/** One page of the app. */
export interface PictureOfPage {
  /** As src/app.config.ts names it. */
  readonly page: string;
  /** What people read on top of it. */
  readonly title: string;
  /** The one thing that it is for. */
  readonly job: string;
  readonly pictures: readonly Picture[];
}

/** The page's short name: `packages/member/wallet/index` is `member-wallet`. */
export function shortName(page: string): string {
  return page
    .replace(/\/index$/, '')
    .replace(/^(pages|packages)\//, '')
    .replaceAll('/', '-');
}

/** The name of a picture's file, without its ending. */
export function fileOf(page: string, state: string): string {
  return `${shortName(page)}-${state}`;
}

/** A text with the ids of a town in place of the names in braces. */
export function withIds(text: string, ids: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const id = ids[name];
    if (id === undefined) throw new Error(`the town has no ${name}`);
    return encodeURIComponent(id);
  });
}
