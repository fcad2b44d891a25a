import type { Language } from '@quittance/core/money/format-money.ts'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { accepted, answered, api } from '../app/api.ts'
import type { components } from '../app/generated/api.d.ts'

export type MessageTemplate = components['schemas']['MessageTemplate']
export type MessageLanguage = components['schemas']['MessageLanguage']

export interface Text {
  readonly subject: string
  readonly body: string
}

/** E-mails and letters, SMS, or what to say on the phone. */
export type TextChannel = 'email' | 'sms' | 'call'

/** An e-mail, or a letter, says of what it is. */
export const hasSubject = (channel: TextChannel = 'email'): boolean => channel === 'email'

/** A tone; of calls, also the payment that was announced and is not there. */
export type TextTone = MessageTemplate['tone']

export interface Which {
  /** Left out: e-mails and letters. */
  readonly channel?: TextChannel
  readonly tone: TextTone
  /** 'fr', 'en', or a language that was added. */
  readonly language: string
  /** Shown as a letter says it; left out: as an e-mail. */
  readonly onPaper?: boolean
}

export const templatesQuery = (channel: TextChannel = 'email') =>
  queryOptions({
    queryKey: ['templates', 'list', channel],
    queryFn: async ({ signal }) =>
      answered(await api.GET('/api/v1/message-templates', { params: { query: { channel } }, signal })),
  })

/** A text on a customer, or on the example of the house, with what is wrong in it. */
export const templatePreviewQuery = (
  { tone, language, channel = 'email', onPaper = false }: Which,
  text: Text,
  customer: number | null = null,
) =>
  queryOptions({
    queryKey: ['templates', 'preview', channel, onPaper, tone, language, text, customer],
    queryFn: async ({ signal }) =>
      answered(
        await api.POST('/api/v1/message-templates/preview', {
          body: { channel, onPaper, tone, language, ...text, customerId: customer },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
  })

/** Null goes back to the text of the house. */
export const saveTemplate = async (
  { tone, language, channel = 'email' }: Which,
  text: Text | null,
  /** What its author saw: another text is not saved over. */
  seen?: Text,
): Promise<MessageTemplate> =>
  answered(
    await api.PUT('/api/v1/message-templates/{tone}/{language}', {
      params: { path: { tone, language } },
      body: {
        channel,
        ...(text ?? { subject: null, body: null }),
        ...(seen && { seen: { subject: seen.subject, body: seen.body } }),
      },
    }),
  )

/** To oneself and to nobody else. */
export const sendTest = async ({ tone, language, channel = 'email' }: Which, text: Text, customer: number | null) =>
  answered(
    await api.POST('/api/v1/message-templates/test', {
      body: { channel, tone, language, ...text, customerId: customer },
    }),
  )

export const addLanguage = async (code: string, fallback: Language) =>
  answered(await api.PUT('/api/v1/message-languages/{code}', { params: { path: { code } }, body: { fallback } }))

/** Takes it away with its texts; answers the way back, texts included. */
export async function removeLanguage(code: string): Promise<() => Promise<void>> {
  const lists = await Promise.all(
    (['email', 'sms', 'call'] as const).map(async (channel) =>
      answered(await api.GET('/api/v1/message-templates', { params: { query: { channel } } })),
    ),
  )
  const texts = lists.flat().filter(({ language }) => language === code)
  accepted(await api.DELETE('/api/v1/message-languages/{code}', { params: { path: { code } } }))
  return async () => {
    await addLanguage(code, texts[0]?.fallback ?? 'en')
    for (const text of texts) if (!text.isDefault) await saveTemplate(text, text)
  }
}
