import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useAct } from '../app/use-act.ts'
import { useMayWrite } from '../app/use-may-write.ts'
import { Card, SectionTitle } from '../ui/Card.tsx'
import { Switch } from '../ui/form/Switch.tsx'
import { InlineEdit } from '../ui/InlineEdit.tsx'
import { changeFreshness, sourcesQuery } from './source-api.ts'

const usual = 3

/** After how many working days messages no longer leave by themselves. */
export function FreshnessRule() {
  const { t } = useTranslation('imports')
  const client = useQueryClient()
  const act = useAct()
  const isDisabled = !useMayWrite('settings')
  const { data } = useQuery(sourcesQuery)
  if (!data) return null
  const { freshnessDays: days } = data
  const turn = (isOn: boolean) =>
    void act({
      work: () => changeFreshness(isOn ? usual : null),
      done: () => t(isOn ? 'freshness.on' : 'freshness.off'),
      undo: () => changeFreshness(days),
    })
  return (
    <Card padded label={t('freshness.title')} className="grid gap-3.5 py-4">
      <SectionTitle>{t('freshness.title')}</SectionTitle>
      <Switch
        isOn={days !== null}
        onChange={turn}
        words="after"
        isDisabled={isDisabled}
        description={t('freshness.note')}
      >
        {t('freshness.guard')}
      </Switch>
      {days !== null && (
        <InlineEdit
          label={t('freshness.days')}
          value={String(days)}
          description={t('freshness.daysNote')}
          isDisabled={isDisabled}
          inputMode="numeric"
          className="md:max-w-64"
          save={async (typed) => {
            const number = Number(typed)
            if (!/^\d+$/.test(typed.trim()) || number < 1 || number > 60) throw new Error(t('freshness.unknown'))
            await changeFreshness(number)
            await client.invalidateQueries()
          }}
        />
      )}
    </Card>
  )
}
