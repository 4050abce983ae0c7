// The part of the form that is a type's own, drawn from its declarations: a new type brings its words and no new form.
import { Text, View } from '@tarojs/components';
import {
  askedColumns,
  type CampaignForm,
  type Declarations,
  type Draft,
  type FieldProblem,
  type FieldText,
  isAsked,
  type RowText,
  typedCell,
  type Way,
} from '#app/features/campaign/campaign-form';
import { DayInput } from '#app/features/campaign/day-input.tsx';
import type { Typing } from '#app/features/campaign/editor-typing';
import { FixedField } from '#app/features/campaign/fixed-field.tsx';
import { sayProblem } from '#app/features/campaign/say-problem';
import { NumberField } from '#app/features/number-field.tsx';
import { valueText } from '#app/i18n/say-change';
import { useOwnersWords } from '#app/i18n/use-owners-words';
import type { ColumnWords, OwnersWords, ParameterWords } from '#app/i18n/words';
import { LinkButton } from '#app/ui/buttons.tsx';
import { ChoiceField } from '#app/ui/choice-field.tsx';
import { Field, type FieldProps } from '#app/ui/field.tsx';
import { FieldFoot, type FieldNotice } from '#app/ui/field-foot.tsx';
import { Toggle } from '#app/ui/toggle.tsx';
import { WeekdayField } from '#app/ui/weekday-field.tsx';
import type { ColumnDeclaration, ParameterDeclaration, RowsDeclaration } from '#core/rules/campaign/parameters';
import { readWeekdays, writeWeekdays } from '#core/values/weekdays';
import './editor-screen.scss';

/** What the operation rules say of the field at a path while somebody types; nothing where they say nothing. */
export type Notice = (path: string) => FieldNotice | undefined;

export interface ParameterFieldsProps {
  readonly form: CampaignForm;
  readonly declarations: Declarations;
  readonly problems: Readonly<Record<string, FieldProblem>>;
  readonly notice: Notice;
  readonly typing: Typing;
  readonly today: string;
  /** Of a published campaign: what holds, and which way each field may still go. */
  readonly published?: { readonly draft: Draft; readonly ways: (path: string) => Way };
}

/** The longest text that half a line has room for. */
const SHORT_TEXT_MAX = 30;

/** What one field is drawn from. */
interface OneField {
  readonly name: string;
  readonly says: ParameterWords;
  readonly text: FieldText | undefined;
  readonly problems: Readonly<Record<string, FieldProblem>>;
  readonly notice: Notice;
  readonly typing: Typing;
  readonly hint: string | undefined;
  /** The rows that are there stay; others may be added. */
  readonly keepsRows: boolean;
}

/** Whether what is typed may be as long as a sentence. */
function isSentence(limits: ColumnDeclaration): boolean {
  return limits.kind === 'text' && limits.max > SHORT_TEXT_MAX;
}

/** Whether a row was there when the form began. */
function isOfDraft({ key }: RowText): boolean {
  return key.startsWith('row-');
}

/** What a column says of itself; where a row is one field, which of them it is. */
function columnWords({ columns }: ParameterWords, column: string, index: number | null): ColumnWords {
  const says = columns?.[column] ?? { label: column };
  return index === null ? says : { ...says, label: `${says.label} ${index + 1}` };
}

interface CellFieldProps {
  readonly path: string;
  readonly says: ColumnWords;
  readonly limits: ColumnDeclaration;
  readonly value: string;
  readonly problem: string | undefined;
  readonly notice: Notice;
  /** What a row of a published campaign says in words, or has chosen, stays. */
  readonly fixed: boolean;
  readonly onChange: (typed: string) => void;
}

/** One cell of a table. */
function CellField({ path, says, limits, value, problem, notice, fixed, onChange }: CellFieldProps) {
  const { directions } = useOwnersWords().owner.promises.improve;
  const id = `field-${path.split('.').join('-')}`;
  if (fixed && limits.kind === 'text')
    return <FixedField id={id} label={says.label} text={value} reason={directions.fixed} problem={problem} />;
  if (limits.kind === 'choice') {
    const choices = limits.options.map((option) => ({ value: option, text: says.options?.[option] ?? option }));
    const text = choices.find((choice) => choice.value === value)?.text ?? value;
    if (fixed) return <FixedField id={id} label={says.label} text={text} reason={directions.fixed} problem={problem} />;
    return (
      <ChoiceField id={id} label={says.label} value={value} choices={choices} problem={problem} notice={notice(path)} onChange={onChange} />
    );
  }
  const field = { id, label: says.label, value, problem, notice: notice(path), onChange };
  return <TypedField {...field} {...(says.unit === undefined ? {} : { unit: says.unit })} limits={limits} />;
}

interface TypedFieldProps extends FieldProps {
  readonly limits: { readonly kind: ParameterDeclaration['kind']; readonly max?: unknown };
}

/** What is typed: words, a whole number or an amount. */
function TypedField({ limits: { kind, max }, ...field }: TypedFieldProps) {
  if (kind === 'text') return <Field {...field} {...(typeof max === 'number' ? { lengthMax: max } : {})} />;
  return <NumberField {...field} keyboard={kind === 'fen' ? 'digit' : 'number'} />;
}

function Rows({
  name,
  says,
  text,
  problems,
  notice,
  typing,
  hint,
  keepsRows,
  declaration,
}: OneField & { readonly declaration: RowsDeclaration }) {
  const words = useOwnersWords();
  const { editor: form } = words.owner;
  const rows = Array.isArray(text) ? (text as readonly RowText[]) : [];
  const columns = Object.keys(declaration.columns);
  const say = (path: string, column?: ColumnDeclaration) =>
    problems[path] === undefined ? undefined : sayProblem(words, problems[path], column);
  const whole = say(name);
  return (
    <View className="rows" id={`field-${name}`}>
      <Text className="field__label">{says.label}</Text>
      {hint === undefined ? null : <Text className="field__hint">{hint}</Text>}
      {rows.length === 0 && says.noRows !== undefined ? <Text className="quiet">{says.noRows}</Text> : null}
      {rows.map((row, index) => (
        <View key={row.key} className={`rows__row${columns.length > 2 ? ' rows__row--many' : ''}`}>
          {askedColumns(declaration, row).map(([column, limits]) => (
            <View key={column} className={`rows__field${isSentence(limits) ? ' rows__field--whole' : ''}`}>
              <CellField
                path={`${name}.${index}.${column}`}
                says={columnWords(says, column, columns.length === 1 ? index : null)}
                limits={limits}
                value={typedCell(limits, row.cells, column)}
                problem={say(`${name}.${index}.${column}`, limits)}
                notice={notice}
                fixed={keepsRows && isOfDraft(row)}
                onChange={(typed) => typing.setCell(name, index, column, typed)}
              />
            </View>
          ))}
          {rows.length > declaration.lengthMin && !(keepsRows && isOfDraft(row)) ? (
            <View
              id={`remove-${name}-${index}`}
              className="rows__remove"
              role="button"
              aria-label={form.removeRow}
              onClick={() => typing.removeRow(name, index)}
            >
              <View className="rows__cross" />
            </View>
          ) : null}
        </View>
      ))}
      <FieldFoot id={`field-${name}`} problem={whole} notice={notice(name)} />
      {rows.length < declaration.lengthMax ? (
        <LinkButton id={`add-${name}`} text={says.addRow ?? form.addRow} onTap={() => typing.addRow(name)} />
      ) : null}
    </View>
  );
}

function Parameter({ declaration, today, ...one }: OneField & { readonly declaration: ParameterDeclaration; readonly today: string }) {
  const { name, says, text, problems, notice, typing, hint } = one;
  const words = useOwnersWords();
  if (declaration.kind === 'rows') return <Rows {...one} declaration={declaration} />;
  const problem = problems[name] === undefined ? undefined : sayProblem(words, problems[name], declaration);
  const value = typeof text === 'string' ? text : '';
  const named = { id: `field-${name}`, label: says.label };
  const shared = { ...named, hint, problem, notice: notice(name) };
  const onChange = (typed: string) => typing.setField(name, typed);
  switch (declaration.kind) {
    case 'day':
      return <DayInput {...shared} value={value} today={today} onChange={onChange} />;
    case 'switch':
      return <Toggle {...named} on={value === '1'} onChange={(on) => onChange(on ? '1' : '0')} {...(hint === undefined ? {} : { hint })} />;
    case 'choice': {
      const choices = declaration.options.map((option) => ({ value: option, text: says.options?.[option] ?? option }));
      return <ChoiceField {...shared} value={value} choices={choices} onChange={onChange} />;
    }
    case 'weekdays':
      return (
        <WeekdayField
          {...shared}
          names={words.formats.weekdays}
          chosen={readWeekdays(value) ?? []}
          max={declaration.max}
          onChange={(chosen) => onChange(writeWeekdays(chosen))}
        />
      );
    default:
      return (
        <TypedField
          {...shared}
          value={value}
          limits={declaration}
          onChange={onChange}
          {...(says.unit === undefined ? {} : { unit: says.unit })}
        />
      );
  }
}

/** The hint of a field: which way it may still go, then what it is. */
function hintOf(words: OwnersWords, says: ParameterWords, way: Way | undefined): string | undefined {
  if (way === undefined) return says.hint;
  const direction = words.owner.promises.improve.directions[way];
  return says.hint === undefined ? direction : `${direction}${words.language === 'en' ? ' ' : ''}${says.hint}`;
}

/** All the fields of a type, in the order in which it declares them. */
export function ParameterFields({ form, declarations, problems, notice, typing, today, published }: ParameterFieldsProps) {
  const words = useOwnersWords();
  const { parameters } = words.campaignTypes[form.type];
  const asked = Object.entries(declarations).filter(([name]) => isAsked(form, declarations, name));
  return (
    <>
      {asked.map(([name, declaration]) => {
        const says = parameters[name] ?? { label: name };
        const way = published?.ways(name);
        const hint = hintOf(words, says, way);
        if (published !== undefined && way === 'fixed') {
          const text = valueText(words, form.type, name, declaration.kind, published.draft.parameters[name]);
          const problem = problems[name] === undefined ? undefined : sayProblem(words, problems[name], declaration);
          const reason = words.owner.promises.improve.directions.fixed;
          return <FixedField key={name} id={`field-${name}`} label={says.label} text={text} reason={reason} problem={problem} />;
        }
        return (
          <Parameter
            key={name}
            name={name}
            says={says}
            text={form.fields[name]}
            declaration={declaration}
            problems={problems}
            notice={notice}
            typing={typing}
            today={today}
            hint={hint}
            keepsRows={published !== undefined && way !== 'slower'}
          />
        );
      })}
    </>
  );
}
