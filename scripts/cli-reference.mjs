// Writes the list of commands in docs/cli.md from src/cli/command-table.ts. Run `npx tsc` first: it reads lib/.
import { readFileSync, writeFileSync } from 'node:fs'
import { cliReference } from '../lib/cli/reference.js'

const path = new URL('../docs/cli.md', import.meta.url)
const [before] = readFileSync(path, 'utf8').split('<!-- commands -->')
writeFileSync(path, `${before}<!-- commands -->\n\n${cliReference()}\n`)
