// The pictures of cards that were sent without one: drawn here by the app's own function, from what the campaign says.
import { cardPictureOf } from '#app/features/campaign/card-picture';
import { CARD_HEIGHT, CARD_WIDTH, drawCard } from '#app/features/campaign/draw-card';
import { en } from '#app/i18n/en';
import { zhCn } from '#app/i18n/zh-cn';
import { askAs } from './ask-server';
import type { Language } from './words';

const SCALE = 2;
const drawn = new Map<string, Promise<string | null>>();

async function draw(path: string, language: Language): Promise<string | null> {
  const query = new URLSearchParams(path.slice(path.indexOf('?') + 1));
  const [communityId, campaignId] = [query.get('c'), query.get('id')];
  if (communityId === null || campaignId === null) return null;
  const page = await askAs('owner', 'campaign.open', { communityId, campaignId });
  const canvas = document.createElement('canvas');
  const pen = canvas.getContext('2d');
  if (page === null || pen === null) return null;
  canvas.width = CARD_WIDTH * SCALE;
  canvas.height = CARD_HEIGHT * SCALE;
  pen.scale(SCALE, SCALE);
  drawCard(pen, cardPictureOf(language === 'zh' ? zhCn : en, page.card, page.community.name));
  return canvas.toDataURL('image/png');
}

/** The picture of the card of a path, as an address; null where the path leads to no campaign. */
export function pictureOf(path: string, language: Language): Promise<string | null> {
  const key = `${language} ${path}`;
  const picture = drawn.get(key) ?? draw(path, language);
  drawn.set(key, picture);
  // What could not be drawn is tried again when it is next looked at.
  void picture.then((address) => address === null && drawn.delete(key));
  return picture;
}
