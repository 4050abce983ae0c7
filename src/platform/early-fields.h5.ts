// Taro's fields look for their inner field when their value changes, also before they have drawn one, and then throw.

/** What an element of Taro's is made of, as far as this file knows it. */
interface TaroField {
  inputRef?: HTMLInputElement;
  textareaRef?: HTMLTextAreaElement;
  watchValue(value: string): void;
}

const ELEMENTS = { 'taro-input-core': 'inputRef', 'taro-textarea-core': 'textareaRef' } as const;

/** Has a field that is not drawn yet take a change of its value as what it is drawn with. */
export function guardEarlyFields(): void {
  for (const [name, inner] of Object.entries(ELEMENTS)) {
    void window.customElements.whenDefined(name).then((element) => {
      const fields = element.prototype as TaroField;
      const { watchValue } = fields;
      fields.watchValue = function watchDrawn(value) {
        if (this[inner] !== undefined) watchValue.call(this, value);
      };
    });
  }
}
