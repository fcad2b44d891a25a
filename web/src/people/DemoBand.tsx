import { IconSparkles } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../app/session.ts'
import { useMayWrite } from '../app/use-may-write.ts'
import { Glyph } from '../ui/Glyph.tsx'
import { TextButton } from '../ui/TextButton.tsx'
import { useDemo } from './use-demo.ts'

/** Above every page of the example company: what it is, « Retirer » in one click, and, where there is room, the way back. */
export function DemoBand() {
  const { t } = useTranslation('people')
  const { organization, organizations } = useSession()
  const demo = useDemo()
  const mayWrite = useMayWrite('business')
  if (!organization.isDemo) return null
  const own = organizations.find(({ isDemo }) => !isDemo)
  return (
    <section
      aria-label={t('demo.band')}
      data-print="hidden"
      className="flex min-h-9 flex-wrap items-center gap-x-4 gap-y-1 border-b border-line bg-promisebg px-3 py-1.5 text-small md:px-6"
    >
      <span className="flex items-center gap-2 font-semibold text-promise">
        <Glyph icon={IconSparkles} />
        {t('demo.band')}
      </span>
      <span className="min-w-0 flex-1 truncate text-ink2 max-md:hidden">
        {t('demo.bandLead', { name: organization.name })}
      </span>
      {own && !demo.isPending && (
        <TextButton onPress={() => demo.workIn(own.id)} className="max-md:hidden">
          {t('demo.back', { name: own.name })}
        </TextButton>
      )}
      {mayWrite && !demo.isPending && (
        <TextButton onPress={demo.remove} className="max-md:ml-auto">
          {t('demo.remove')}
        </TextButton>
      )}
    </section>
  )
}
