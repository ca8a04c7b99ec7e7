/** A pool worker compiled from the sources: Node 20 cannot load TypeScript by itself. */
import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import ts from 'typescript'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const WORKER = join(ROOT, 'src/repo/content/pool/worker.ts')

const compilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  verbatimModuleSyntax: true,
  rewriteRelativeImportExtensions: true,
}

/** Compiles the worker and all that it imports into `dir`, and gives the URL to start it by. */
export async function compileWorker(dir: string): Promise<URL> {
  const seen = new Set<string>()
  const compile = async (path: string): Promise<void> => {
    if (seen.has(path)) return
    seen.add(path)
    const { outputText } = ts.transpileModule(await readFile(path, 'utf8'), { compilerOptions })
    const target = join(dir, relative(ROOT, path)).replace(/\.ts$/, '.js')
    await mkdir(dirname(target), { recursive: true })
    await writeFile(target, outputText)
    const imports = [...outputText.matchAll(/(?:from|import) ?\(?['"](\.[^'"]+)\.js['"]/g)].map((match) =>
      join(dirname(path), `${match[1]}.ts`),
    )
    await Promise.all(imports.map(compile))
  }
  await compile(WORKER)
  await symlink(join(ROOT, 'node_modules'), join(dir, 'node_modules'))
  await writeFile(join(dir, 'package.json'), '{"type":"module"}')
  const entry = join(dir, 'entry.js')
  await writeFile(entry, "import { startPoolWorker } from './src/repo/content/pool/worker.js'\nawait startPoolWorker()\n")
  return pathToFileURL(entry)
}
