// Every page of the app, once.
import { memberPages } from './member-pages';
import { ownerPages } from './owner-pages';
import { fileOf } from './screen';

/** Members' pages first. */
export const allPages = [...memberPages, ...ownerPages] as const;

/** Every picture with its page and the name of its file. */
export const allPictures = allPages.flatMap(({ page, title, pictures }) =>
  pictures.map((picture) => ({ page, title, picture, name: fileOf(page, picture.state) })),
);
