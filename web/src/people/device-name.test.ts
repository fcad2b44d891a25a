import { describe, expect, it } from 'vitest'
import { deviceName } from './device-name.ts'

describe('the device of a session', () => {
  it.each([
    ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox', 'Linux'],
    ['Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/141.0 Safari/537.36 Edg/141.0', 'Edge', 'Windows'],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605 Version/19 Safari/604',
      'Safari',
      'iPhone',
    ],
    ['Mozilla/5.0 (Linux; Android 16) AppleWebKit/537.36 Chrome/141.0 Mobile Safari/537.36', 'Chrome', 'Android'],
  ])('%s', (agent, browser, system) => {
    expect(deviceName(agent)).toEqual({ browser, system })
  })

  it('is not guessed', () => {
    expect(deviceName(null)).toBe(undefined)
    expect(deviceName('curl/8.5')).toBe(undefined)
  })
})
