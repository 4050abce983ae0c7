// A button that lets a person choose a picture of their own.
export { PictureButton } from '#app/ui/picture-button.h5.tsx';

export interface PictureButtonProps {
  readonly id: string;
  readonly text: string;
  readonly busy: boolean;
  /** An address of the picture on this phone. */
  readonly onChoose: (source: string) => void;
}
