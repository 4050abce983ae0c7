// Pictures from a browser's files.
import { middleSquare, PICTURE_SENT_MAX, PICTURE_SIDE, QUALITIES } from '#app/platform/picture-square';

/** Lets the person choose a picture; the answer is an address of it, or null when they chose none. */
export function choosePicture(): Promise<string | null> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = 'image/*';
    input.addEventListener('change', () => {
      const [file] = input.files ?? [];
      resolve(file === undefined ? null : URL.createObjectURL(file));
    });
    input.addEventListener('cancel', () => resolve(null));
    input.click();
  });
}

/** Draws the middle of a picture as a small JPEG; base64, or null where it cannot be read. */
export async function shrinkPicture(source: string): Promise<string | null> {
  const image = new Image();
  image.src = source;
  try {
    await image.decode();
  } catch {
    return null;
  } finally {
    if (source.startsWith('blob:')) URL.revokeObjectURL(source);
  }
  const canvas = document.createElement('canvas');
  canvas.width = PICTURE_SIDE;
  canvas.height = PICTURE_SIDE;
  const pen = canvas.getContext('2d');
  if (pen === null) return null;
  const { x, y, side } = middleSquare(image.naturalWidth, image.naturalHeight);
  // A JPEG has no see-through parts: what is under them is paper.
  pen.fillStyle = '#ffffff';
  pen.fillRect(0, 0, PICTURE_SIDE, PICTURE_SIDE);
  pen.drawImage(image, x, y, side, side, 0, 0, PICTURE_SIDE, PICTURE_SIDE);
  for (const quality of QUALITIES) {
    const base64 = canvas.toDataURL('image/jpeg', quality).split(',')[1] ?? '';
    if (base64 !== '' && base64.length <= PICTURE_SENT_MAX) return base64;
  }
  return null;
}
