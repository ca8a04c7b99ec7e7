// Writes the tables of docs/kopia-compatibility.md from src/cli/command-table.ts and scripts/kopia-commands.json. Run `npx tsc` first: it reads lib/.
import { readFileSync, writeFileSync } from 'node:fs'
import { kopiaCompatibility } from '../lib/cli/compatibility.js'

const path = new URL('../docs/kopia-compatibility.md', import.meta.url)
const names = JSON.parse(readFileSync(new URL('./kopia-commands.json', import.meta.url), 'utf8'))
const [before] = readFileSync(path, 'utf8').split('<!-- table -->')
writeFileSync(path, `${before}<!-- table -->\n\n${kopiaCompatibility(names)}\n`)
