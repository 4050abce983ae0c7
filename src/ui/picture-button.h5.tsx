// A picture from a browser's files.
import { choosePicture } from '#app/platform/picture-file';
import { QuietButton } from '#app/ui/buttons.tsx';
import type { PictureButtonProps } from '#app/ui/picture-button.tsx';

export function PictureButton({ id, text, busy, onChoose }: PictureButtonProps) {
  const choose = async () => {
    const source = await choosePicture();
    if (source !== null) onChoose(source);
  };
  return <QuietButton id={id} text={text} busy={busy} onTap={() => void choose()} />;
}
