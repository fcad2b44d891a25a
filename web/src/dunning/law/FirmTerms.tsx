import { useAct } from '../../app/use-act.ts'
import { useMayWrite } from '../../app/use-may-write.ts'
import { changeLegalEntity, type FirmChange, type LegalEntity } from '../../people/api.ts'
import { readRate, writeRate } from '../../people/setting-values.ts'
import { Button } from '../../ui/Button.tsx'
import { Card, Note, SectionTitle } from '../../ui/Card.tsx'
import { RadioCards } from '../../ui/form/RadioCards.tsx'
import { Select } from '../../ui/form/Select.tsx'
import { InlineEdit } from '../../ui/InlineEdit.tsx'
import { useLanguage } from '../../ui/use-language.ts'
import { confirmRate, type HalfYearRate } from './api.ts'
import { useLawWords } from './use-law-words.ts'

export interface FirmTermsProps {
  readonly firm: LegalEntity
  readonly table: { readonly current: string; readonly rates: readonly HalfYearRate[] }
}

/** The rate of one firm: of its terms of sale, or of the law; asked again each half-year. */
export function FirmTerms({ firm, table }: FirmTermsProps) {
  const { t } = useLawWords()
  const language = useLanguage()
  const act = useAct()
  const mayWrite = useMayWrite('settings')
  const { current } = table
  const choice = firm.lateInterestRate !== null ? 'contract' : firm.followsLegalRate ? 'law' : null
  const change = (fields: FirmChange, before: FirmChange) =>
    act({
      work: () => changeLegalEntity(firm.id, { ...fields, rateConfirmedFor: current }),
      done: () => t('firm.saved'),
      undo: () => changeLegalEntity(firm.id, before),
    })
  const { lateInterestRate, followsLegalRate, rateReading, rateConfirmedFor } = firm
  const before = { lateInterestRate, followsLegalRate, rateConfirmedFor }
  const usual = table.rates.find(({ halfYear }) => halfYear === current)?.derived?.statutory ?? null
  return (
    <Card padded label={t('firm.title', { firm: firm.name })} className="grid grid-cols-1 gap-3.5 py-4">
      <SectionTitle>{t('firm.title', { firm: firm.name })}</SectionTitle>
      {choice === null && <Note look="warn">{t('firm.notChosen')}</Note>}
      {mayWrite && (
        <RadioCards
          label={t('firm.choice')}
          layout="row"
          value={choice}
          onChange={(wanted) =>
            void change(
              wanted === 'law'
                ? { lateInterestRate: null, followsLegalRate: true }
                : { lateInterestRate: lateInterestRate ?? usual, followsLegalRate: false },
              before,
            )
          }
          options={[
            { value: 'contract', title: t('firm.contract'), note: t('firm.contractNote') },
            { value: 'law', title: t('firm.law'), note: t('firm.lawNote') },
          ]}
        />
      )}
      {choice === 'contract' && (
        <div className="grid gap-3 md:grid-cols-2">
          <InlineEdit
            label={t('firm.rate')}
            value={writeRate(lateInterestRate, language)}
            inputMode="decimal"
            end="%"
            isDisabled={!mayWrite}
            save={async (typed) => {
              const read = readRate(typed)
              if (read === undefined || read === null) throw new Error(t('interest.unknownRate'))
              await change({ lateInterestRate: read }, before)
            }}
          />
        </div>
      )}
      {choice !== 'contract' && mayWrite && (
        <Select
          label={t('firm.reading')}
          value={rateReading}
          onChange={(wanted) => void change({ rateReading: wanted }, { rateReading })}
          options={(['segmented', 'fixedAtStart'] as const).map((value) => ({ value, label: t(`firm.${value}`) }))}
        />
      )}
      <FloorDoubt rate={lateInterestRate} table={table} />
      {choice !== null && rateConfirmedFor !== current && <Confirm firm={firm} current={current} />}
      <p className="text-small text-ink3">{t('firm.public')}</p>
    </Card>
  )
}

/** Three times the legal rate at least (L441-10 II), in the half-year under way. */
function FloorDoubt({ rate, table }: { readonly rate: number | null; readonly table: FirmTermsProps['table'] }) {
  const { t, halfYear: words } = useLawWords()
  const floor = table.rates.find(({ halfYear }) => halfYear === table.current)?.derived?.floor
  if (rate === null || floor === undefined || rate >= floor) return null
  return <Note look="warn">{t('interest.belowFloor', { halfYears: words(table.current) })}</Note>
}

function Confirm({ firm, current }: { readonly firm: LegalEntity; readonly current: string }) {
  const { t, halfYear } = useLawWords()
  const act = useAct()
  const isAllowed = useMayWrite('law')
  return (
    <div>
      <Button
        size="small"
        disabledReason={isAllowed ? undefined : t('noRight')}
        onPress={() =>
          void act({
            work: () => confirmRate(firm.id, current),
            done: () => t('firm.confirmed', { halfYear: halfYear(current) }),
            undo: () => confirmRate(firm.id, firm.rateConfirmedFor),
          })
        }
      >
        {t('firm.confirm', { halfYear: halfYear(current) })}
      </Button>
    </div>
  )
}
