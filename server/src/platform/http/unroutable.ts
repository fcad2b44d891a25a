import { STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { answerOf, refusalOf } from './answer-error.ts'
import { AppError } from './app-error.ts'
import { languageAsked } from './language.ts'

/** Answers an address that cannot be read (`/%zz`, an endless id), before any route or hook has seen it. */
export const answerUnroutable =
  (headers: Readonly<Record<string, string>>) =>
  (error: FastifyError, request: FastifyRequest, reply: FastifyReply): void => {
    const refusal = refusalOf(error) ?? notHttp(400)
    const language = languageAsked(request.headers['accept-language'])
    reply.headers({ ...headers, 'content-type': 'application/json; charset=utf-8' })
    reply.code(refusal.status).send(answerOf(refusal, language))
  }

/** Answers what is not HTTP at all, or has headers without end; nothing more is read from that line. */
export function answerBrokenLine({ code }: NodeJS.ErrnoException, socket: Socket): void {
  if (code === 'ECONNRESET' || socket.destroyed) return
  const status = code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : code === 'HPE_HEADER_OVERFLOW' ? 431 : 400
  const body = JSON.stringify(answerOf(notHttp(status), 'en'))
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'content-type: application/json; charset=utf-8',
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
  ]
  if (socket.writable) socket.write(`${head.join('\r\n')}\r\n\r\n${body}`)
  socket.destroy()
}

const notHttp = (status: number): AppError =>
  new AppError('invalidRequest', status, {
    fr: 'La demande n’est pas lisible. Rechargez la page et recommencez.',
    en: 'The request cannot be read. Reload the page and start again.',
  })
