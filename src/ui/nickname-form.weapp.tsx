// The form of a name in WeChat. WeChat checks what is typed by itself and empties the field when it does not like it, without telling
// the app: so the name is taken from the form as it is sent, never from what was typed before.
import { Button } from '@nutui/nutui-react-taro';
import { Form, Input, Text, View } from '@tarojs/components';
import '@nutui/nutui-react-taro/dist/es/packages/button/style/css';
import type { NicknameFormProps } from '#app/ui/nickname-form.tsx';
import './buttons.scss';
import './field.scss';
import './nickname-form.scss';

export function NicknameForm(props: NicknameFormProps) {
  const { label, hint, placeholder, lengthMax, first, saveText, busy, children, onType, onSave } = props;
  return (
    <Form
      className="nickname-form"
      onSubmit={({ detail }) => {
        if (!busy) onSave(String(detail.value?.['nickname'] ?? ''));
      }}
    >
      <View className="field">
        <Text className="field__label">{label}</Text>
        <View className="field__box">
          <Input
            id="nickname"
            className="nickname-form__input"
            name="nickname"
            type="nickname"
            defaultValue={first}
            placeholder={placeholder}
            maxlength={lengthMax}
            aria-label={label}
            onInput={onType}
          />
        </View>
        <Text className="field__hint">{hint}</Text>
      </View>
      {children}
      <Button
        id="save-nickname"
        className="button button--primary"
        type="primary"
        block
        formType="submit"
        loading={busy}
        disabled={busy}
        aria-label={saveText}
      >
        {saveText}
      </Button>
    </Form>
  );
}
