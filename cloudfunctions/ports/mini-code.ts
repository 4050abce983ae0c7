// The mini-code port: the round code that opens one of the mini-program's pages.

/** What a mini-code opens. */
export interface MiniCodeTarget {
  /** Up to 32 characters of WeChat's alphabet; the page is handed nothing else. */
  readonly scene: string;
  /** The page's path without a slash before it and without a query. */
  readonly page: string;
}

/** How many characters a scene has room for (WeChat: wxacode.getUnlimited). */
export const SCENE_LENGTH_MAX = 32;

/**
 * Laws: the same target always gives a code that opens the same; codes are permanent and without number.
 * @throws Fault('wechat_unavailable') when it cannot be had just now.
 */
export interface MiniCode {
  /** The picture as PNG or JPEG bytes; null where there is no mini-program, for ever. */
  picture(target: MiniCodeTarget): Promise<Uint8Array | null>;
}
