// The forecast beside a form on a desk: of the draft as it was saved last, once nothing keeps it from being published.
import { Text } from '@tarojs/components';
import { useMemo } from 'react';
import { readForm } from '#app/features/campaign/campaign-form';
import { typedProblems } from '#app/features/campaign/editor-problems';
import type { EditorState } from '#app/features/campaign/editor-typing';
import { ForecastCard } from '#app/features/forecast/forecast-card.tsx';
import { editorForecaster } from '#app/features/forecast/this-forecaster';
import { useForecast } from '#app/features/forecast/use-outlook';
import { useOwnersWords } from '#app/i18n/use-owners-words';
import { Card } from '#app/ui/card.tsx';
import type { ValueOf } from '#core/contract';

export function LiveForecast({ state, home }: { readonly state: EditorState; readonly home: ValueOf<'community.home'> }) {
  const { forecast: says } = useOwnersWords().owner;
  const { clean, declarations, campaignId, form } = state;
  const draft = useMemo(() => {
    if (clean === null || Object.keys(typedProblems(clean, declarations, home.today)).length > 0) return null;
    return readForm(clean, declarations).draft;
  }, [clean, declarations, home.today]);
  useForecast(editorForecaster, home.community.communityId, campaignId, draft);
  if (form === null || draft === null || campaignId === null) {
    return (
      <Card id="forecast-later" title={says.title}>
        <Text className="quiet">{says.later}</Text>
      </Card>
    );
  }
  return <ForecastCard type={form.type} forecaster={editorForecaster} />;
}
