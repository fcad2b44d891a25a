#!/usr/bin/env node
import { runsOnThisNode, withModernNode } from './modern-node.mjs'
/**
 * What `npm start`, `npm test`… run. Plain JavaScript on an old Node (20.19): finds a Node that the program itself
 * runs on, installs what is missing, then hands over to the command.
 */
import { Problem } from './problem.mjs'

export async function launch(name, args) {
  try {
    if (!runsOnThisNode()) return await withModernNode(import.meta.filename, [name, ...args])
    const { commands } = await import('./commands.mjs')
    const command = Object.hasOwn(commands, name) && commands[name]
    if (!command) throw new Problem(`"${name ?? ''}" is none of: ${Object.keys(commands).join(', ')}.`)
    const { ensureInstalled } = await import('./install.mjs')
    await ensureInstalled()
    return await command(args)
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    console.error(`quittance: ${error.message}`)
    return error.exitCode
  }
}

const [, script, name, ...args] = process.argv
if (script?.endsWith('launch.mjs')) process.exitCode = await launch(name, args)
