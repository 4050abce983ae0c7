// A part of a form that folds: while it is folded, one line says what it holds. It never hides something that is wrong.
import { Text, View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import { Card } from '#app/ui/card.tsx';
import './fold-arrow.scss';
import './form-section.scss';

export interface FormSectionProps {
  readonly id: string;
  readonly title: string;
  /** What it holds, in one line. */
  readonly summary: string;
  readonly startsOpen?: boolean;
  /** Whether something in it has to be mended. */
  readonly isWrong: boolean;
  readonly children: ReactNode;
}

export function FormSection({ id, title, summary, startsOpen = true, isWrong, children }: FormSectionProps) {
  const [unfolded, setUnfolded] = useState(startsOpen);
  const open = unfolded || isWrong;
  return (
    <Card>
      <View
        id={`section-${id}`}
        className="form-section__head"
        role="button"
        aria-expanded={open}
        hoverClass="card--pressed"
        onClick={() => setUnfolded(!open)}
      >
        <View className="form-section__words">
          <Text className="card__title">{title}</Text>
          {open ? null : <Text className="form-section__summary">{summary}</Text>}
        </View>
        <View className={`fold-arrow${open ? ' fold-arrow--open' : ''}`} />
      </View>
      {open ? children : null}
    </Card>
  );
}
