// Pictures that WeChat hands over: a button of its own lets the person choose, the app only gets a file to draw from.
import { middleSquare, PICTURE_SENT_MAX, PICTURE_SIDE, QUALITIES } from '#app/platform/picture-square';

/** Nothing to choose with: only WeChat's own button may ask for a picture. */
export function choosePicture(): Promise<string | null> {
  return Promise.resolve(null);
}

type Canvas = WechatMiniprogram.OffscreenCanvas;

function loadImage(canvas: Canvas, source: string): Promise<WechatMiniprogram.Image | null> {
  return new Promise((resolve) => {
    const image = canvas.createImage() as WechatMiniprogram.Image;
    image.onload = () => resolve(image);
    image.onerror = () => resolve(null);
    image.src = source;
  });
}

function writeJpeg(canvas: Canvas, quality: number): Promise<string | null> {
  return new Promise((resolve) => {
    wx.canvasToTempFilePath({
      canvas: canvas as unknown as WechatMiniprogram.Canvas,
      fileType: 'jpg',
      quality,
      // Without these the file has as many pixels as the phone has to each of ours.
      destWidth: PICTURE_SIDE,
      destHeight: PICTURE_SIDE,
      success: ({ tempFilePath }) => resolve(tempFilePath),
      fail: () => resolve(null),
    });
  });
}

function readBase64(filePath: string): Promise<string | null> {
  return new Promise((resolve) => {
    const success = ({ data }: { readonly data: string | ArrayBuffer }) => resolve(typeof data === 'string' ? data : null);
    wx.getFileSystemManager().readFile({ filePath, encoding: 'base64', success, fail: () => resolve(null) });
  });
}

/** Draws the middle of a picture as a small JPEG; base64, or null where it cannot be read. */
export async function shrinkPicture(source: string): Promise<string | null> {
  // Older versions of WeChat have no canvas off the screen.
  if (typeof wx.createOffscreenCanvas !== 'function') return null;
  const canvas = wx.createOffscreenCanvas({ type: '2d', width: PICTURE_SIDE, height: PICTURE_SIDE });
  const pen = canvas.getContext('2d') as unknown as CanvasRenderingContext2D | null;
  const image = await loadImage(canvas, source);
  if (pen === null || image === null) return null;
  const { x, y, side } = middleSquare(image.width, image.height);
  pen.fillStyle = '#ffffff';
  pen.fillRect(0, 0, PICTURE_SIDE, PICTURE_SIDE);
  pen.drawImage(image as unknown as CanvasImageSource, x, y, side, side, 0, 0, PICTURE_SIDE, PICTURE_SIDE);
  for (const quality of QUALITIES) {
    const file = await writeJpeg(canvas, quality);
    const base64 = file === null ? null : await readBase64(file);
    if (base64 !== null && base64.length <= PICTURE_SENT_MAX) return base64;
  }
  return null;
}
