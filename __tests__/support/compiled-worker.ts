/** Parts of Cairn that run in a thread or process of their own, compiled from the sources: Node 20 cannot load TypeScript by itself. */
import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import ts from 'typescript'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))

const compilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  verbatimModuleSyntax: true,
  rewriteRelativeImportExtensions: true,
}

/** Compiles the worker and all that it imports into `dir`, and gives the URL to start it by. */
export async function compileWorker(dir: string): Promise<URL> {
  return await compileEntry(dir, 'src/repo/content/pool/worker', 'startPoolWorker')
}

/** The same for the process that transfers cache entries. */
export async function compileTransferProcess(dir: string): Promise<URL> {
  return await compileEntry(dir, 'src/repo/blob/actions-cache/transfer-process', 'serveTransfers')
}

/** An entry that calls `start` of a module, which is compiled with all that it imports. */
async function compileEntry(dir: string, module: string, start: string): Promise<URL> {
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
  await compile(join(ROOT, `${module}.ts`))
  await symlink(join(ROOT, 'node_modules'), join(dir, 'node_modules'))
  await writeFile(join(dir, 'package.json'), '{"type":"module"}')
  const entry = join(dir, 'entry.js')
  await writeFile(entry, `import { ${start} } from './${module}.js'\nawait ${start}()\n`)
  return pathToFileURL(entry)
}
