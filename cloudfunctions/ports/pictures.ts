// The pictures port: where the small pictures are kept that people show, and how a phone gets to see one.

/** A picture to be kept. Its id is made of the request and the picture: a request that comes again keeps the same one in the same place. */
export interface PictureToKeep {
  readonly communityId: string;
  readonly pictureId: string;
  readonly contentType: 'image/jpeg';
  readonly bytes: Uint8Array;
}

/**
 * Laws: what was kept is shown byte for byte under its address until it is removed, and not after; kept again under the same id it has
 * the same address; nobody finds an address by guessing; removing what is not there is done already.
 * @throws Fault('pictures_unavailable') when pictures can neither be kept nor removed now.
 */
export interface Pictures {
  /** Keeps a picture and answers with its address. */
  keep(picture: PictureToKeep): Promise<string>;
  remove(address: string): Promise<void>;
  /** What a phone takes as the source of an image: a URL, or a file of WeChat's cloud. */
  show(address: string): string;
}
