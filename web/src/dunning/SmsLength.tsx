import { plainForSms, smsSize } from '@quittance/core/dunning/sms/sms-parts.ts'
import { useTranslation } from 'react-i18next'

/** « 2 parties, 178 signes »: what the operator will count, and the sign that makes parts short. */
export function SmsLength({ text }: { readonly text: string }) {
  const { t } = useTranslation('dunning')
  const { parts, signs, signsOfPart, costly } = smsSize(plainForSms(text))
  return (
    <p className="figures text-small text-ink2" role="status">
      {t('edit.parts', { count: parts, signs })}
      {costly !== null && `, ${t('edit.costly', { sign: costly, most: signsOfPart })}`}
    </p>
  )
}
