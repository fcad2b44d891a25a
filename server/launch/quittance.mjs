#!/usr/bin/env node
import { launch } from './launch.mjs'

process.exitCode = await launch('quittance', process.argv.slice(2))
