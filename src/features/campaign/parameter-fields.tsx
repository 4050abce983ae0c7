// The part of the form that is a type's own, drawn from its declarations: a new type brings its words and no new form.
import { Text, View } from '@tarojs/components';
import {
  type CampaignForm,
  type Declarations,
  type FieldProblem,
  type FieldText,
  isAsked,
  type RowText,
} from '#app/features/campaign/campaign-form';
import type { Editor } from '#app/features/campaign/create-editor';
import { DayInput } from '#app/features/campaign/day-input.tsx';
import { sayProblem } from '#app/features/campaign/say-problem';
import { useWords } from '#app/i18n/use-words';
import type { ParameterWords } from '#app/i18n/words';
import { LinkButton } from '#app/ui/buttons.tsx';
import { ChoiceField } from '#app/ui/choice-field.tsx';
import { Field } from '#app/ui/field.tsx';
import { Toggle } from '#app/ui/toggle.tsx';
import type { ColumnDeclaration, ParameterDeclaration, RowsDeclaration } from '#core/rules/campaign/parameters';
import './editor-screen.scss';

/** What the operation rules say of the field at a path while somebody types; nothing where they say nothing. */
export type Notice = (path: string) => { readonly text: string; readonly isGrave: boolean } | undefined;

export interface ParameterFieldsProps {
  readonly form: CampaignForm;
  readonly declarations: Declarations;
  readonly problems: Readonly<Record<string, FieldProblem>>;
  readonly notice: Notice;
  readonly editor: Editor;
  readonly today: string;
}

/** What one field is drawn from. */
interface OneField {
  readonly name: string;
  readonly says: ParameterWords;
  readonly text: FieldText | undefined;
  readonly problems: Readonly<Record<string, FieldProblem>>;
  readonly notice: Notice;
  readonly editor: Editor;
}

function keyboardOf({ kind }: Pick<ColumnDeclaration, 'kind'>): 'text' | 'number' | 'digit' {
  if (kind === 'text') return 'text';
  return kind === 'fen' ? 'digit' : 'number';
}

function Rows({ name, says, text, problems, notice, editor, declaration }: OneField & { readonly declaration: RowsDeclaration }) {
  const words = useWords();
  const { editor: form } = words.owner;
  const rows = Array.isArray(text) ? (text as readonly RowText[]) : [];
  const columns = Object.entries(declaration.columns);
  const say = (path: string, column?: ColumnDeclaration) =>
    problems[path] === undefined ? undefined : sayProblem(words, problems[path], column);
  const whole = say(name);
  return (
    <View className="rows" id={`field-${name}`}>
      <Text className="field__label">{says.label}</Text>
      {says.hint === undefined ? null : <Text className="field__hint">{says.hint}</Text>}
      {rows.length === 0 && says.noRows !== undefined ? <Text className="quiet">{says.noRows}</Text> : null}
      {rows.map((row, index) => (
        <View key={row.key} className={`rows__row${columns.length > 2 ? ' rows__row--many' : ''}`}>
          {columns.map(([column, limits]) => (
            <View key={column} className="rows__field">
              <Field
                id={`field-${name}-${index}-${column}`}
                label={says.columns?.[column]?.label ?? column}
                value={row.cells[column] ?? ''}
                keyboard={keyboardOf(limits)}
                problem={say(`${name}.${index}.${column}`, limits)}
                notice={notice(`${name}.${index}.${column}`)}
                onChange={(typed) => editor.setCell(name, index, column, typed)}
                {...(limits.kind === 'text' ? { lengthMax: limits.max } : {})}
                {...(says.columns?.[column]?.unit === undefined ? {} : { unit: says.columns[column].unit })}
              />
            </View>
          ))}
          {rows.length > declaration.lengthMin ? (
            <View
              id={`remove-${name}-${index}`}
              className="rows__remove"
              role="button"
              aria-label={form.removeRow}
              onClick={() => editor.removeRow(name, index)}
            >
              <View className="rows__cross" />
            </View>
          ) : null}
        </View>
      ))}
      {whole === undefined ? null : (
        <Text id={`field-${name}-problem`} className="field__problem">
          {whole}
        </Text>
      )}
      {rows.length < declaration.lengthMax ? (
        <LinkButton id={`add-${name}`} text={says.addRow ?? form.addRow} onTap={() => editor.addRow(name)} />
      ) : null}
    </View>
  );
}

function Parameter({ declaration, today, ...one }: OneField & { readonly declaration: ParameterDeclaration; readonly today: string }) {
  const { name, says, text, problems, notice, editor } = one;
  const words = useWords();
  if (declaration.kind === 'rows') return <Rows {...one} declaration={declaration} />;
  const problem = problems[name] === undefined ? undefined : sayProblem(words, problems[name], declaration);
  const value = typeof text === 'string' ? text : '';
  const shared = { id: `field-${name}`, label: says.label };
  const onChange = (typed: string) => editor.setField(name, typed);
  const hint = says.hint === undefined ? {} : { hint: says.hint };
  switch (declaration.kind) {
    case 'day':
      return <DayInput {...shared} value={value} hint={says.hint} problem={problem} today={today} onChange={onChange} />;
    case 'switch':
      return <Toggle {...shared} on={value === '1'} onChange={(on) => onChange(on ? '1' : '0')} {...hint} />;
    case 'choice': {
      const choices = declaration.options.map((option) => ({ value: option, text: says.options?.[option] ?? option }));
      return <ChoiceField {...shared} value={value} choices={choices} hint={says.hint} problem={problem} onChange={onChange} />;
    }
    default:
      return (
        <Field
          {...shared}
          value={value}
          keyboard={keyboardOf(declaration)}
          problem={problem}
          notice={notice(name)}
          onChange={onChange}
          {...(declaration.kind === 'text' ? { lengthMax: declaration.max } : {})}
          {...(says.unit === undefined ? {} : { unit: says.unit })}
          {...hint}
        />
      );
  }
}

/** All the fields of a type, in the order in which it declares them. */
export function ParameterFields({ form, declarations, problems, notice, editor, today }: ParameterFieldsProps) {
  const words = useWords();
  const { parameters } = words.campaignTypes[form.type];
  return (
    <>
      {Object.entries(declarations)
        .filter(([name]) => isAsked(form, declarations, name))
        .map(([name, declaration]) => (
          <Parameter
            key={name}
            name={name}
            says={parameters[name] ?? { label: name }}
            text={form.fields[name]}
            declaration={declaration}
            problems={problems}
            notice={notice}
            editor={editor}
            today={today}
          />
        ))}
    </>
  );
}
