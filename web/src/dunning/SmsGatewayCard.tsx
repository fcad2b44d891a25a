import { IconDeviceMobileMessage } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAct } from '../app/use-act.ts'
import { useMayWrite } from '../app/use-may-write.ts'
import { Button } from '../ui/Button.tsx'
import { Card, CardFooter, SectionTitle } from '../ui/Card.tsx'
import { Select } from '../ui/form/Select.tsx'
import { Switch } from '../ui/form/Switch.tsx'
import { TextArea, TextInput } from '../ui/form/TextInput.tsx'
import { type GatewayForm, type SmsGateway, setSmsGateway, smsGatewayQuery, testSmsGateway } from './sms-api.ts'

/** The HTTP gateway by which SMS leave; off until somebody switches it on. */
export function SmsGatewayCard() {
  const { data } = useQuery(smsGatewayQuery)
  // What is typed to try it stays while what was saved comes back.
  const [number, setNumber] = useState('')
  const mayWrite = useMayWrite('settings')
  if (data === undefined) return null
  if (!mayWrite) return <GatewayState stored={data} />
  return <GatewayEditor key={JSON.stringify(data)} stored={data} number={number} onNumber={setNumber} />
}

/** For who does not set it: whether SMS leave, and by what. */
function GatewayState({ stored }: { readonly stored: SmsGateway | null }) {
  const { t } = useTranslation('dunning')
  return (
    <Card className="flex flex-col">
      <SectionTitle className="border-b border-line px-4 py-3">{t('sms.title')}</SectionTitle>
      <div className="grid gap-2 px-4 py-4">
        <p className="text-table text-ink2">{t('sms.note')}</p>
        <p className="break-words">{stored?.isActive ? t('sms.isOn', { url: stored.url }) : t('sms.isOff')}</p>
        <p className="text-small text-ink3">{t('sms.whoSets')}</p>
      </div>
    </Card>
  )
}

const fresh: SmsGateway = {
  isActive: false,
  url: '',
  method: 'POST',
  bodyTemplate: '{"to":"{{to}}","message":"{{text}}","sender":"{{from}}"}',
  sender: null,
  mostParts: 3,
  hasHeaders: false,
}

interface GatewayEditorProps {
  readonly stored: SmsGateway | null
  readonly number: string
  readonly onNumber: (number: string) => void
}

function GatewayEditor({ stored, number, onNumber }: GatewayEditorProps) {
  const { t } = useTranslation('dunning')
  const act = useAct()
  const { hasHeaders, ...start } = stored ?? fresh
  const [form, setForm] = useState<GatewayForm>(start)
  const set = (change: Partial<GatewayForm>) => setForm({ ...form, ...change })
  const isChanged = JSON.stringify(form) !== JSON.stringify(start)
  return (
    <Card className="flex flex-col">
      <SectionTitle className="border-b border-line px-4 py-3">{t('sms.title')}</SectionTitle>
      <div className="grid min-w-0 gap-3 px-4 py-4">
        <p className="text-table text-ink2">{t('sms.note')}</p>
        <Switch isOn={form.isActive} onChange={(isActive) => set({ isActive })} words="after">
          {t('sms.active')}
        </Switch>
        <div className="grid gap-3 md:grid-cols-[8rem_1fr]">
          <Select
            label={t('sms.method')}
            value={form.method}
            onChange={(method) => set({ method })}
            options={(['POST', 'PUT', 'GET'] as const).map((value) => ({ value, label: value }))}
          />
          <TextInput label={t('sms.url')} value={form.url} onChange={(url) => set({ url })} placeholder="https://" />
        </div>
        <TextArea
          label={t('sms.headers')}
          value={form.headers ?? ''}
          onChange={(headers) => set({ headers })}
          rows={3}
          placeholder={'Content-Type: application/json\nAuthorization: Bearer …'}
          description={hasHeaders ? t('sms.headersKept') : t('sms.headersNote')}
        />
        {form.method !== 'GET' && (
          <TextArea
            label={t('sms.body')}
            value={form.bodyTemplate}
            onChange={(bodyTemplate) => set({ bodyTemplate })}
            rows={3}
            description={t('sms.bodyNote', { to: '{{to}}', text: '{{text}}', from: '{{from}}', id: '{{id}}' })}
          />
        )}
        <div className="grid gap-3 md:grid-cols-2">
          <TextInput
            label={t('sms.sender')}
            value={form.sender ?? ''}
            onChange={(sender) => set({ sender: sender || null })}
          />
          <Select
            label={t('sms.parts')}
            value={String(form.mostParts)}
            onChange={(parts) => set({ mostParts: Number(parts) })}
            options={['1', '2', '3', '4', '5', '6'].map((value) => ({ value, label: value }))}
          />
        </div>
      </div>
      <CardFooter className="flex flex-wrap items-end gap-2">
        <TextInput
          label={t('sms.number')}
          labelHidden
          value={number}
          onChange={onNumber}
          placeholder="06 12 34 56 78"
          size="small"
        />
        <Button
          size="small"
          icon={IconDeviceMobileMessage}
          disabledReason={!stored || isChanged ? t('sms.saveFirst') : number ? undefined : t('sms.number')}
          onPress={() =>
            void act({
              work: async () => {
                const answer = await testSmsGateway(number)
                if (!answer.sent) throw new Error(answer.sentence)
                return answer
              },
              done: ({ sentence }) => sentence,
            })
          }
        >
          {t('sms.test')}
        </Button>
        <span className="ml-auto">
          <Button
            variant="accent"
            disabledReason={isChanged ? undefined : t('template.nothing')}
            onPress={() => void act({ work: () => setSmsGateway(asSent(form)), done: () => t('sms.saved') })}
          >
            {t('template.save')}
          </Button>
        </span>
      </CardFooter>
    </Card>
  )
}

/** Empty headers keep those that are stored. */
function asSent({ headers, ...form }: GatewayForm): GatewayForm {
  return headers?.trim() ? { ...form, headers } : form
}
