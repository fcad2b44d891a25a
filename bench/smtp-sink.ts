/** A mail server that takes everything and keeps nothing, as a process of its own. Says its port on the first line. */
import { type AddressInfo, createServer } from 'node:net'

let taken = 0
const server = createServer({ noDelay: true }, (socket) => {
  let inBody = false
  let tail = ''
  const say = (line: string) => socket.write(`${line}\r\n`)
  socket.on('error', () => undefined)
  say('220 sink ESMTP')
  socket.on('data', (chunk) => {
    let text = tail + chunk.toString('latin1')
    for (;;) {
      const mark = inBody ? '\r\n.\r\n' : '\r\n'
      const end = text.indexOf(mark)
      if (end < 0) break
      const line = text.slice(0, end)
      text = text.slice(end + mark.length)
      if (inBody) {
        inBody = false
        taken += 1
        say('250 2.0.0 Ok')
      } else if (/^DATA/i.test(line)) {
        inBody = true
        say('354 Go on')
      } else if (/^QUIT/i.test(line)) {
        say('221 2.0.0 Bye')
        socket.end()
      } else if (/^EHLO/i.test(line)) say('250-sink\r\n250 8BITMIME')
      else say('250 2.0.0 Ok')
    }
    // Only what may begin the end of a body is kept: a body is looked at once.
    tail = inBody ? text.slice(-4) : text
  })
})
server.listen(0, '127.0.0.1', () => process.stdout.write(`${(server.address() as AddressInfo).port}\n`))
process.on('SIGTERM', () => {
  process.stdout.write(`${taken}\n`, () => process.exit(0))
})
