// Asks before something that others will feel: what it does in plain lines, then yes or no.
import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { PrimaryButton, QuietButton } from '#app/ui/buttons.tsx';
import { Sheet } from '#app/ui/sheet.tsx';
import './pick.scss';

export interface ConfirmSheetProps {
  readonly id: string;
  readonly open: boolean;
  readonly title: string;
  /** What it does, one line each. */
  readonly effects: readonly string[];
  readonly confirmText: string;
  readonly cancelText: string;
  readonly busy: boolean;
  readonly disabled?: boolean;
  readonly onConfirm: () => void;
  /** Put away without an answer. */
  readonly onClose: () => void;
  /** The other answer, where it does more than to put the sheet away. */
  readonly onCancel?: () => void;
  /** Fields, or why it did not work. */
  readonly children?: ReactNode;
}

export function ConfirmSheet({
  id,
  open,
  title,
  effects,
  confirmText,
  cancelText,
  busy,
  disabled = false,
  onConfirm,
  onClose,
  onCancel = onClose,
  children,
}: ConfirmSheetProps) {
  return (
    <Sheet open={open} title={title} onClose={onClose}>
      <View id={id} className="effects">
        {effects.map((effect) => (
          <View key={effect} className="effects__line">
            <View className="effects__dot" />
            <Text className="effects__text">{effect}</Text>
          </View>
        ))}
      </View>
      {children}
      <PrimaryButton id={`${id}-confirm`} text={confirmText} busy={busy} disabled={disabled} onTap={onConfirm} />
      <QuietButton id={`${id}-cancel`} text={cancelText} onTap={onCancel} />
    </Sheet>
  );
}
