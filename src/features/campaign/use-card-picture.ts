// The share card's picture, drawn on this phone whenever what stands on it changes.
import { useEffect, useState } from 'react';
import type { PicturedCard } from '#app/features/campaign/campaign-parts';
import { type CardPicture, cardPictureOf } from '#app/features/campaign/card-picture';
import { CARD_HEIGHT, CARD_WIDTH, drawCard } from '#app/features/campaign/draw-card';
import { useWords } from '#app/i18n/use-words';
import { drawPicture } from '#app/platform/picture';

/** Twice the drawing's size, so that it is sharp on a phone. */
const SCALE = 2;

/** The picture as an address that an image can have; null while it is drawn, or where the phone cannot draw. */
export function useCardPicture(card: PicturedCard, community: string): string | null {
  const words = useWords();
  const [picture, setPicture] = useState<string | null>(null);
  const drawing = JSON.stringify(cardPictureOf(words, card, community));
  useEffect(() => {
    let isWanted = true;
    void drawPicture(CARD_WIDTH * SCALE, CARD_HEIGHT * SCALE, (pen) => {
      pen.scale(SCALE, SCALE);
      drawCard(pen, JSON.parse(drawing) as CardPicture);
    }).then((drawn) => {
      if (isWanted) setPicture(drawn);
    });
    return () => {
      isWanted = false;
    };
  }, [drawing]);
  return picture;
}
