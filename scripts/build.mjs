// Builds dist/: tsc emits lib/, ncc bundles it into dist/cairn with its lazy chunks, and two tiny files enter the bundle.
// The result is byte-identical for the same sources, lockfile and commit (scripts/check-dist.mjs compares it in CI).
import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
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

// Numbers and comments in the bundle come from the paths of modules: through a link they would be those of another folder.
if (realpathSync(join(root, 'node_modules')) !== join(realpathSync(root), 'node_modules')) {
  console.error('node_modules is a link to another folder, and a bundle made of it would not be what CI builds. Run "npm ci" here first.')
  process.exit(1)
}

const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const facts = JSON.stringify({ version, commit: sourceCommit() })

/** Packages of the SDK of AWS, whose ES modules say that they have no side effects. */
const MODULE_SCOPES = ['@aws-sdk', '@smithy']

rmSync(join(root, 'lib'), { recursive: true, force: true })
run(process.execPath, [join(root, 'node_modules/typescript/bin/tsc')])
const staging = mkdtempSync(join(tmpdir(), 'cairn-build-'))
const modules = join(root, 'lib/node_modules')
try {
  for (const scope of MODULE_SCOPES) preferModules(scope)
  run(process.execPath, [
    join(root, 'node_modules/@vercel/ncc/dist/ncc/cli.js'),
    'build',
    'lib/entry.js',
    '-a',
    '-q',
    // What an earlier build in the same folder left in the home of the user would enter this one: its bytes were seen to differ.
    '--no-cache',
    '-o',
    join(staging, 'cairn'),
    '--license',
    'licenses.txt',
  ])
  for (const name of readdirSync(join(staging, 'cairn'))) if (name.endsWith('.js')) compileAtOnce(join(staging, 'cairn', name))
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
  // Node would take them as well, and cannot.
  rmSync(modules, { recursive: true, force: true })
}

/**
 * Puts copies of the packages of a scope where the bundler finds them first, which lead it to their ES modules: of these it takes only what is used,
 * of their CommonJS files everything (docs/adr/0012-what-a-start-costs.md).
 */
function preferModules(scope) {
  for (const name of readdirSync(join(root, 'node_modules', scope))) {
    const [from, to] = [join(root, 'node_modules', scope, name), join(modules, scope, name)]
    cpSync(from, to, { recursive: true, filter: (path) => !path.startsWith(join(from, 'dist-types')) })
    const facts = JSON.parse(readFileSync(join(from, 'package.json'), 'utf8'))
    if (facts.module !== undefined) facts.main = facts.module
    for (const place of [facts.exports ?? {}, ...Object.values(facts.exports ?? {})])
      if (place.module !== undefined) place.node = place.module
    writeFileSync(join(to, 'package.json'), JSON.stringify(facts))
  }
}

/**
 * Writes the functions around modules so that V8 compiles them together with their file: they all run when it is loaded, and an arrow function is
 * skipped at first and read a second time, up to Node 20.
 */
function compileAtOnce(path) {
  const text = readFileSync(path, 'utf8')
  writeFileSync(path, text.replace(/^(\/\*\*\*\/ \()\(([\w, ]*)\) => \{$/gm, '$1function ($2) {'))
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
