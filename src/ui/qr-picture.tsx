// A QR code as a picture, dark on white with its quiet zone.
import { Image } from '@tarojs/components';
import qrcode from 'qrcode-generator';
import { useMemo } from 'react';
import './qr-picture.scss';

/** The picture of a QR code as a data URL. */
export function qrDataUrl(text: string, cellSize = 6): string {
  const code = qrcode(0, 'M');
  code.addData(text);
  code.make();
  return code.createDataURL(cellSize, cellSize * 4);
}

export function QrPicture({ id, text, label }: { readonly id: string; readonly text: string; readonly label: string }) {
  const source = useMemo(() => qrDataUrl(text), [text]);
  return <Image id={id} className="qr-picture" src={source} mode="scaleToFill" aria-label={label} />;
}
