// Pictures in a browser.

/** Draws a picture of that many pixels; the answer is a data URL, or null where the browser cannot draw. */
export async function drawPicture(
  width: number,
  height: number,
  draw: (pen: CanvasRenderingContext2D, load: (source: string) => Promise<CanvasImageSource>) => void | Promise<void>,
): Promise<string | null> {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const pen = canvas.getContext('2d');
  if (pen === null) return null;
  await draw(pen, async (source) => {
    const image = new Image();
    image.src = source;
    await image.decode();
    return image;
  });
  return canvas.toDataURL('image/png');
}
