import { useTranslation } from 'react-i18next'
import { useSession } from '../app/session.ts'
import { useAct } from '../app/use-act.ts'
import { useMayWrite } from '../app/use-may-write.ts'
import { Card, SectionTitle } from '../ui/Card.tsx'
import { Select } from '../ui/form/Select.tsx'
import { changeRules, type Organization } from './api.ts'
import { TimeRule } from './TypedRule.tsx'

const moments = ['morning', 'dayBefore', 'off'] as const
const people = ['collector', 'salesRep', 'both'] as const

/** Who gets a mail with what leaves before it does, and when. */
export function ForewarningCard() {
  const { t } = useTranslation('settings')
  const { organization } = useSession()
  const isDisabled = !useMayWrite('settings')
  const act = useAct()
  const change = (next: Partial<Pick<Organization, 'forewarning' | 'forewarned'>>) => {
    const { forewarning, forewarned } = organization
    void act({
      work: () => changeRules(next),
      done: () => t('forewarning.saved'),
      undo: () => changeRules({ forewarning, forewarned }),
    })
  }
  return (
    <Card padded label={t('forewarning.title')} className="grid gap-4 py-4">
      <div>
        <SectionTitle>{t('forewarning.title')}</SectionTitle>
        <p className="pt-1 text-body text-ink2">{t('forewarning.lead')}</p>
      </div>
      <div className="grid gap-x-4 gap-y-3.5 md:grid-cols-3">
        <Select
          label={t('forewarning.when')}
          value={organization.forewarning}
          onChange={(forewarning) => change({ forewarning })}
          options={moments.map((value) => ({ value, label: t(`forewarning.moment.${value}`) }))}
          isDisabled={isDisabled}
        />
        <Select
          label={t('forewarning.who')}
          value={organization.forewarned}
          onChange={(forewarned) => change({ forewarned })}
          options={people.map((value) => ({ value, label: t(`forewarning.people.${value}`) }))}
          isDisabled={isDisabled}
        />
        <TimeRule name="forewarningMinute" />
      </div>
    </Card>
  )
}
