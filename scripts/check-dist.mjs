// Fails when the committed dist/ is not what the sources build to: rebuilds with the commit that dist names, and compares every byte.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const commit = /"commit":"([^"]*)"/.exec(readFileSync(join(root, 'dist/cli/index.js'), 'utf8'))?.[1] ?? 'unknown'
const scratch = mkdtempSync(join(tmpdir(), 'cairn-check-dist-'))
try {
  const built = join(scratch, 'dist')
  execFileSync(process.execPath, [join(root, 'scripts/build.mjs'), built], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, CAIRN_COMMIT: commit },
  })
  const list = (folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
      .sort()
  const committed = join(root, 'dist')
  const names = new Set([...list(built), ...list(committed)])
  const read = (path) => {
    try {
      return readFileSync(path)
    } catch {
      return undefined
    }
  }
  const different = [...names].filter((name) => {
    const [a, b] = [read(join(built, name)), read(join(committed, name))]
    return a === undefined || b === undefined || !a.equals(b)
  })
  if (different.length > 0) {
    console.error(`dist/ is stale: ${different.join(', ')}. Run "npm run build" and commit the result.`)
    process.exitCode = 1
  } else {
    console.log(`dist/ is current: ${names.size} files, built from ${commit.slice(0, 12)}.`)
  }
} finally {
  rmSync(scratch, { recursive: true, force: true })
}
