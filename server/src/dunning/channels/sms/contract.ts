import { z } from 'zod'
import { endpoint } from '../../../platform/http/endpoint.ts'
import { lineShape, noteShape, optionalLine } from '../../../platform/http/entered-shapes.ts'

const shown = {
  isActive: z.boolean(),
  url: lineShape(1000),
  method: z.enum(['POST', 'PUT', 'GET']),
  /** Names {{to}}, {{text}}, {{from}} and {{id}}. */
  bodyTemplate: z.string().max(5000),
  mostParts: z.int().min(1).max(10),
}
const gatewayShape = z
  .object({ ...shown, sender: z.string().nullable(), hasHeaders: z.boolean() })
  .meta({ id: 'SmsGateway' })
const gatewayInput = z.object({
  ...shown,
  bodyTemplate: noteShape(5000),
  sender: optionalLine(20),
  /** One « Name: value » a line; absent keeps those that are stored. They are never shown again. */
  headers: noteShape(5000).optional(),
})

export const smsEndpoints = {
  smsGateway: endpoint({
    method: 'GET',
    url: '/api/v1/sms-gateway',
    summary: 'The gateway that sends SMS; null while none is set.',
    thing: 'settings',
    answer: z.object({ gateway: gatewayShape.nullable() }),
  }),
  setSmsGateway: endpoint({
    method: 'PUT',
    url: '/api/v1/sms-gateway',
    summary: 'Set the gateway; SMS leave by it once it is switched on.',
    thing: 'settings',
    body: gatewayInput,
    answer: z.object({ gateway: gatewayShape.nullable() }),
  }),
  testSmsGateway: endpoint({
    method: 'POST',
    url: '/api/v1/sms-gateway/test',
    summary: 'Send one SMS to a number of one’s own, by the stored settings.',
    thing: 'settings',
    body: z.object({ to: lineShape(40) }),
    answer: z.object({ sent: z.boolean(), sentence: z.string() }),
  }),
}
