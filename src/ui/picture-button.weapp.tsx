// A picture by WeChat's own button: the account's, one of the album, or one just taken.
import { Button } from '@nutui/nutui-react-taro';
import '@nutui/nutui-react-taro/dist/es/packages/button/style/css';
import type { PictureButtonProps } from '#app/ui/picture-button.tsx';
import './buttons.scss';

export function PictureButton({ id, text, busy, onChoose }: PictureButtonProps) {
  return (
    <Button
      id={id}
      className="button button--quiet"
      fill="outline"
      block
      loading={busy}
      disabled={busy}
      aria-label={text}
      openType="chooseAvatar"
      onChooseAvatar={({ detail }: { readonly detail: { readonly avatarUrl?: unknown } }) => {
        if (!busy && typeof detail.avatarUrl === 'string') onChoose(detail.avatarUrl);
      }}
    >
      {text}
    </Button>
  );
}
