/** The command line, as `tsc` compiled it last: what `npm test` does before anything else, to `lib` unless CAIRN_TEST_LIB names another folder. */
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const lib = process.env['CAIRN_TEST_LIB'] ?? join(import.meta.dirname, '../../lib')
const { cli } = await import(pathToFileURL(join(lib, 'entry.js')).href)
await cli({ version: 'test', commit: 'test' })
