// How many pieces somebody reserves: one fewer, one more, between one and the most that they can have.
import { Text, View } from '@tarojs/components';
import { useWords } from '#app/i18n/use-words';
import './quantity-picker.scss';

export interface QuantityPickerProps {
  readonly quantity: number;
  readonly max: number;
  readonly onChange: (quantity: number) => void;
}

interface StepProps {
  readonly id: string;
  readonly label: string;
  readonly sign: string;
  readonly disabled: boolean;
  readonly onTap: () => void;
}

function Step({ id, label, sign, disabled, onTap }: StepProps) {
  return (
    <View
      id={id}
      className={`quantity__step${disabled ? ' quantity__step--off' : ''}`}
      role="button"
      aria-label={label}
      aria-disabled={disabled}
      onClick={() => {
        if (!disabled) onTap();
      }}
    >
      <Text>{sign}</Text>
    </View>
  );
}

export function QuantityPicker({ quantity, max, onChange }: QuantityPickerProps) {
  const says = useWords().member.wall;
  return (
    <View className="quantity" id="quantity">
      <Text className="quantity__label">{says.quantity}</Text>
      <Step id="quantity-fewer" label={says.fewer} sign="−" disabled={quantity <= 1} onTap={() => onChange(quantity - 1)} />
      <Text className="quantity__number" id="quantity-number">
        {String(quantity)}
      </Text>
      <Step id="quantity-more" label={says.more} sign="+" disabled={quantity >= max} onTap={() => onChange(quantity + 1)} />
    </View>
  );
}
