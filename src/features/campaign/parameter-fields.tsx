// The part of the form that is a type's own, drawn from its declarations: a new type brings its words and no new form.
import { Text, View } from '@tarojs/components';
import type { CampaignForm, Declarations, FieldProblem, StepText } from '#app/features/campaign/campaign-form';
import type { Editor } from '#app/features/campaign/create-editor';
import { DayInput } from '#app/features/campaign/day-input.tsx';
import { sayProblem } from '#app/features/campaign/say-problem';
import { useWords } from '#app/i18n/use-words';
import type { ParameterWords } from '#app/i18n/words';
import { LinkButton } from '#app/ui/buttons.tsx';
import { Field } from '#app/ui/field.tsx';
import { Toggle } from '#app/ui/toggle.tsx';
import type { ParameterDeclaration } from '#core/rules/campaign/parameters';
import './editor-screen.scss';

export interface ParameterFieldsProps {
  readonly form: CampaignForm;
  readonly declarations: Declarations;
  readonly problems: Readonly<Record<string, FieldProblem>>;
  readonly editor: Editor;
  readonly today: string;
}

interface StepsProps {
  readonly name: string;
  readonly says: ParameterWords;
  readonly steps: readonly StepText[];
  readonly declaration: Extract<ParameterDeclaration, { kind: 'milestones' }>;
  readonly problems: Readonly<Record<string, FieldProblem>>;
  readonly editor: Editor;
}

function Steps({ name, says, steps, declaration, problems, editor }: StepsProps) {
  const words = useWords();
  const { editor: form } = words.owner;
  const say = (path: string) => (problems[path] === undefined ? undefined : sayProblem(words, problems[path], declaration));
  const whole = say(name);
  return (
    <View className="steps" id={`field-${name}`}>
      <Text className="field__label">{says.label}</Text>
      {says.hint === undefined ? null : <Text className="field__hint">{says.hint}</Text>}
      {steps.length === 0 ? <Text className="quiet">{form.noSteps}</Text> : null}
      {steps.map((step, index) => (
        <View key={step.key} className="steps__step">
          <View className="steps__field">
            <Field
              id={`field-${name}-${index}-days`}
              label={form.stepDays}
              value={step.days}
              unit={form.daysUnit}
              keyboard="number"
              problem={say(`${name}.${index}.days`)}
              onChange={(days) => editor.setStep(name, index, { days })}
            />
          </View>
          <View className="steps__field">
            <Field
              id={`field-${name}-${index}-points`}
              label={form.stepPoints}
              value={step.points}
              unit={form.pointsUnit}
              keyboard="number"
              problem={say(`${name}.${index}.points`)}
              onChange={(points) => editor.setStep(name, index, { points })}
            />
          </View>
          <View
            id={`remove-${name}-${index}`}
            className="steps__remove"
            role="button"
            aria-label={form.removeStep}
            onClick={() => editor.removeStep(name, index)}
          >
            <View className="steps__cross" />
          </View>
        </View>
      ))}
      {whole === undefined ? null : (
        <Text id={`field-${name}-problem`} className="field__problem">
          {whole}
        </Text>
      )}
      {steps.length < declaration.lengthMax ? (
        <LinkButton id={`add-${name}`} text={form.addStep} onTap={() => editor.addStep(name)} />
      ) : null}
    </View>
  );
}

/** All the fields of a type, in the order in which it declares them. */
export function ParameterFields({ form, declarations, problems, editor, today }: ParameterFieldsProps) {
  const words = useWords();
  const { parameters } = words.campaignTypes[form.type];
  return (
    <>
      {Object.entries(declarations).map(([name, declaration]) => {
        const says: ParameterWords = parameters[name] ?? { label: name };
        const text = form.fields[name];
        const problem = problems[name] === undefined ? undefined : sayProblem(words, problems[name], declaration);
        if (declaration.kind === 'milestones') {
          const steps = Array.isArray(text) ? (text as readonly StepText[]) : [];
          return <Steps key={name} name={name} says={says} steps={steps} declaration={declaration} problems={problems} editor={editor} />;
        }
        const value = typeof text === 'string' ? text : '';
        if (declaration.kind === 'day') {
          return (
            <DayInput
              key={name}
              id={`field-${name}`}
              label={says.label}
              value={value}
              hint={says.hint}
              problem={problem}
              today={today}
              onChange={(on) => editor.setField(name, on)}
            />
          );
        }
        if (declaration.kind === 'switch') {
          return (
            <Toggle
              key={name}
              id={`field-${name}`}
              label={says.label}
              on={value === '1'}
              onChange={(on) => editor.setField(name, on ? '1' : '0')}
              {...(says.hint === undefined ? {} : { hint: says.hint })}
            />
          );
        }
        return (
          <Field
            key={name}
            id={`field-${name}`}
            label={says.label}
            value={value}
            keyboard={declaration.kind === 'fen' ? 'digit' : 'number'}
            problem={problem}
            onChange={(typed) => editor.setField(name, typed)}
            {...(says.unit === undefined ? {} : { unit: says.unit })}
            {...(says.hint === undefined ? {} : { hint: says.hint })}
          />
        );
      })}
    </>
  );
}
