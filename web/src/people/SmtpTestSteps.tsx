import { IconCircleCheck, IconCircleX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Glyph } from '../ui/Glyph.tsx'
import type { SmtpTest } from './api.ts'

/** What each step of the test said: connect, secure, sign in, send. It ends with the one that failed. */
export function SmtpTestSteps({ test }: { readonly test: SmtpTest }) {
  const { t } = useTranslation('people')
  return (
    <div role="status" className="rounded-block border border-line bg-sunken px-3 py-2.5">
      <p className="pb-1.5 text-section">{t(test.ok ? 'smtp.works' : 'smtp.worksNot')}</p>
      <ul className="grid gap-1.5 text-body">
        {test.steps.map(({ step, ok, sentence }) => (
          <li key={step} className="flex gap-2">
            <Glyph icon={ok ? IconCircleCheck : IconCircleX} size={17} className={ok ? 'text-paid' : 'text-danger'} />
            <span className="min-w-0">
              <span className="font-medium">{t(`smtp.step.${step}`)}</span>
              <span className="sr-only"> ({t(ok ? 'smtp.done' : 'smtp.failed')})</span>
              <span className="block text-small text-ink2">{sentence}</span>
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}
