import { forewarn } from '../../../dunning/forewarning/forewarn.ts'
import { ask, dayOf, happens, setClock, type World } from './world.ts'

const claireAddress = 'claire@vauquelin.example'

interface Listed {
  readonly id: number
  readonly state: string
}

interface Shown {
  readonly subject: string
  readonly draft: { readonly subject: string; readonly body: string }
}

/** People of the firm write a message in their own words now and then, which then waits, or take back one that was about to leave. */
export async function thinkAgain(world: World): Promise<void> {
  const { rows } = await ask<{ rows: Listed[] }>(world, 'GET', '/api/v1/reminders?view=ready&limit=200')
  for (const { id, state } of rows) {
    if (happens(world, 4)) {
      const { draft, subject } = await ask<Shown>(world, 'GET', `/api/v1/reminders/${id}`)
      const isSms = subject.startsWith('SMS')
      const body = isSms ? `Merci. ${draft.body}` : `Merci pour votre appel de ce matin.\n\n${draft.body}`
      await ask(world, 'PUT', `/api/v1/reminders/${id}/text`, { subject: draft.subject, body })
    } else if (state === 'ready' && happens(world, 8)) {
      const asked = { reminders: [id], reason: 'Le client vient d’appeler.' }
      const { cancelled } = await ask<{ cancelled: number }>(
        world,
        'POST',
        '/api/v1/reminders/approval-cancellation',
        asked,
      )
      if (cancelled !== 1) world.broken.push(`${dayOf(world)}: message ${id} could not be taken back before it left`)
    }
  }
}

/** Two servers tell colleagues what leaves, and look again later: each is told once, and nobody else is. */
export async function tellBeforehand(world: World): Promise<void> {
  const day = dayOf(world)
  const tell = () =>
    forewarn({
      inTransaction: world.inTransaction,
      nowMs: () => world.clock.at,
      unseal: () => null,
      publicUrl: 'http://quittance.test',
    })
  setClock(world, day, 8 * 60 + 40)
  await Promise.all([tell(), tell()])
  setClock(world, day, 9 * 60)
  await tell()
  const told = world.office.collect().flatMap(({ to }) => [...to])
  if (told.some((address) => address !== claireAddress))
    world.broken.push(`${day}: told ${told.join(', ')} what leaves`)
  if (told.length > 1) world.broken.push(`${day}: told ${told.length} times what leaves`)
}
