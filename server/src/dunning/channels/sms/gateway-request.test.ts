import { describe, expect, it } from 'vitest'
import { filledBody, headersOf, isSound, kindOfBody } from './gateway-request.ts'

const text = 'Société "Le Phare" & <fils> \\ 100 %'
const values = { to: '+33612345678', text: `${text}","to":"+33600000000`, from: 'VAUQUELIN', id: 'k' }
const json = '{"to":"{{to}}","text":"{{text}}"}'

describe('the body of a request', () => {
  it('is what its header says, else what it looks like', () => {
    const of = (bodyTemplate: string, type?: string) =>
      kindOfBody({ bodyTemplate, headers: type === undefined ? {} : { 'content-type': type } })
    expect([of(json), of(' [{}]'), of('<sms/>'), of('to={{to}}&m={{text}}'), of('{{to}} {{text}}')]).toEqual([
      ...['json', 'json', 'xml', 'form', 'text'],
    ])
    expect([of(json, 'text/plain'), of('x', 'Application/JSON; charset=utf-8'), of('x', 'text/xml')]).toEqual([
      ...['text', 'json', 'xml'],
    ])
  })

  it('holds one text to one number whatever the text says, also where no header names its kind', () => {
    expect(JSON.parse(filledBody({ headers: {}, bodyTemplate: json }, values))).toEqual({
      to: values.to,
      text: values.text,
    })
    const form = new URLSearchParams(filledBody({ headers: {}, bodyTemplate: 'to={{to}}&m={{text}}' }, values))
    expect([...form]).toEqual([
      ['to', values.to],
      ['m', values.text],
    ])
    const xml = filledBody({ headers: {}, bodyTemplate: '<sms to="{{to}}">{{text}}</sms>' }, values)
    expect(xml.match(/[<>"]/g)).toEqual(['<', '"', '"', '>', '<', '>'])
  })

  it('names its kind to the gateway, and leaves alone what is said', () => {
    const asked = { method: 'POST' as const, headers: { authorization: 'x' }, bodyTemplate: json }
    expect(headersOf(asked)).toEqual({ authorization: 'x', 'content-type': 'application/json' })
    const said = { 'content-type': 'application/json; charset=utf-8' }
    expect(headersOf({ ...asked, headers: said })).toEqual(said)
    expect(headersOf({ ...asked, method: 'GET' })).toEqual({ authorization: 'x' })
  })

  it('is sound where JSON stays JSON', () => {
    const sound = (bodyTemplate: string) => isSound({ headers: {}, bodyTemplate })
    expect([sound(json), sound('to={{to}}&m={{text}}'), sound('{"to":{{to}},"m":"{{text}}"}'), sound('{"m":')]).toEqual(
      [...[true, true, false, false]],
    )
  })
})
