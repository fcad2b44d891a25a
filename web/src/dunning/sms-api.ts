import { queryOptions } from '@tanstack/react-query'
import { answered, api } from '../app/api.ts'
import type { components, paths } from '../app/generated/api.d.ts'

export type SmsGateway = components['schemas']['SmsGateway']
export type GatewayForm = NonNullable<paths['/api/v1/sms-gateway']['put']['requestBody']>['content']['application/json']

/** The gateway that sends SMS; null while none is set. */
export const smsGatewayQuery = queryOptions({
  queryKey: ['sms', 'gateway'],
  queryFn: async ({ signal }) => answered(await api.GET('/api/v1/sms-gateway', { signal })).gateway,
})

export const setSmsGateway = async (form: GatewayForm) => answered(await api.PUT('/api/v1/sms-gateway', { body: form }))

/** One SMS to a number of one's own. */
export const testSmsGateway = async (to: string) =>
  answered(await api.POST('/api/v1/sms-gateway/test', { body: { to } }))
