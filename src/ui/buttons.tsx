// The two buttons: the one thing to do (48 px, once per screen), and the quiet ones beside it (44 px).
import { Button } from '@nutui/nutui-react-taro';
import '@nutui/nutui-react-taro/dist/es/packages/button/style/css';
import './buttons.scss';

export interface ButtonProps {
  /** Stable for journeys. */
  readonly id: string;
  readonly text: string;
  readonly onTap?: () => void;
  /** While true a second tap does nothing. */
  readonly busy?: boolean;
  readonly disabled?: boolean;
  /** WeChat sends cards only from a button that says so. */
  readonly share?: boolean;
}

interface LookProps extends ButtonProps {
  readonly look: 'primary' | 'quiet' | 'link';
}

function AppButton({ id, text, onTap, busy = false, disabled = false, share = false, look }: LookProps) {
  return (
    <Button
      id={id}
      className={`button button--${look}${disabled ? ' button--off' : ''}`}
      type={look === 'primary' ? 'primary' : 'default'}
      fill={look === 'link' ? 'none' : look === 'quiet' ? 'outline' : 'solid'}
      block={look !== 'link'}
      loading={busy}
      disabled={disabled || busy}
      aria-label={text}
      {...(share ? { openType: 'share' as const } : {})}
      onClick={() => {
        if (!busy && !disabled) onTap?.();
      }}
    >
      {text}
    </Button>
  );
}

/** The one thing to do. */
export function PrimaryButton(props: ButtonProps) {
  return <AppButton {...props} look="primary" />;
}

/** Something else that can be done. */
export function QuietButton(props: ButtonProps) {
  return <AppButton {...props} look="quiet" />;
}

/** A word that leads somewhere; as tall as a finger. */
export function LinkButton(props: ButtonProps) {
  return <AppButton {...props} look="link" />;
}
