// Pictures in WeChat, on a canvas off the screen.

/** Draws a picture of that many pixels; the answer is a temporary file, or null where the phone cannot draw. */
export async function drawPicture(
  width: number,
  height: number,
  draw: (pen: CanvasRenderingContext2D, load: (source: string) => Promise<CanvasImageSource>) => void | Promise<void>,
): Promise<string | null> {
  // Older versions of WeChat have no canvas off the screen.
  if (typeof wx.createOffscreenCanvas !== 'function') return null;
  const canvas = wx.createOffscreenCanvas({ type: '2d', width, height });
  const pen = canvas.getContext('2d') as unknown as CanvasRenderingContext2D | null;
  if (pen === null) return null;
  await draw(pen, (source) => {
    return new Promise((resolve, reject) => {
      const image = canvas.createImage() as unknown as HTMLImageElement;
      image.onload = () => resolve(image);
      image.onerror = () => reject(new Error('the picture cannot be read'));
      image.src = source;
    });
  });
  return new Promise((resolve) => {
    wx.canvasToTempFilePath({
      canvas: canvas as unknown as WechatMiniprogram.Canvas,
      success: ({ tempFilePath }) => resolve(tempFilePath),
      fail: () => resolve(null),
    });
  });
}
