// Builds dist/: tsc emits lib/, ncc bundles it into dist/cairn with its lazy chunks, and two tiny files enter the bundle.
// The result is byte-identical for the same sources, lockfile and commit (scripts/check-dist.mjs compares it in CI).
import { execFileSync } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const out = process.argv[2] ?? join(root, 'dist')
const run = (command, args) => execFileSync(command, args, { cwd: root, stdio: ['ignore', 2, 'inherit'] })

/** The last commit that changed what the bundle is made of. */
function sourceCommit() {
  const given = process.env.CAIRN_COMMIT
  if (given) return given
  try {
    const args = ['log', '-1', '--format=%H', '--', 'src', 'package.json', 'package-lock.json', 'tsconfig.json', 'scripts/build.mjs']
    return execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim() || 'unknown'
  } catch {
    return 'unknown'
  }
}

const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const facts = JSON.stringify({ version, commit: sourceCommit() })

rmSync(join(root, 'lib'), { recursive: true, force: true })
run(process.execPath, [join(root, 'node_modules/typescript/bin/tsc')])
const staging = mkdtempSync(join(tmpdir(), 'cairn-build-'))
try {
  run(process.execPath, [
    join(root, 'node_modules/@vercel/ncc/dist/ncc/cli.js'),
    'build',
    'lib/entry.js',
    '-a',
    '-q',
    '-o',
    join(staging, 'cairn'),
    '--license',
    'licenses.txt',
  ])
  for (const face of ['action', 'cli']) {
    mkdirSync(join(staging, face))
    writeFileSync(join(staging, face, 'package.json'), '{"type":"module"}\n')
    writeFileSync(join(staging, face, 'index.js'), entry(face))
  }
  chmodSync(join(staging, 'cli/index.js'), 0o755)
  rmSync(out, { recursive: true, force: true })
  try {
    renameSync(staging, out)
  } catch {
    cpSync(staging, out, { recursive: true })
  }
  chmodSync(out, 0o755)
} finally {
  rmSync(staging, { recursive: true, force: true })
}

/** The version is checked before the bundle is loaded: an older Node may not even parse it. */
function entry(face) {
  return `#!/usr/bin/env node
const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  console.error('CAIRN_NODE_TOO_OLD  Cairn needs Node 20.19 or later; this is ' + process.versions.node + '.')
  console.error('hint  Install a newer Node, or in a workflow add actions/setup-node before this step.')
  process.exit(2)
} else {
  const cairn = await import('../cairn/index.js')
  await cairn.${face}(${facts})
}
`
}
