/** Reads the policy file and the script files it names: bounded, regular files only, and nothing outside the repository. */
import { closeSync, constants, fstatSync, lstatSync, openSync, readSync, realpathSync, statSync } from 'node:fs'
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import { CairnError, messageOf } from '../errors.ts'
import { hasErrors } from './diagnostic.ts'
import { parsePolicyFile, refuseTooLarge } from './parse.ts'
import type { HookFileResult, ParsedPolicyFile, ParsePolicyFileOptions, PolicyFile } from './policy-file.ts'
import { FILE_LIMITS, IMPORT_LIMITS } from './yaml-document.ts'

/** Larger script files are not read at all, in bytes. */
const MAX_HOOK_FILE_BYTES = 1024 * 1024

export interface LoadOptions extends Omit<ParsePolicyFileOptions, 'path' | 'readHookFile' | 'sourceKind'> {
  /** Script files must be inside this folder, and relative sources start here. */
  readonly workspaceRoot: string
}

/** A policy file as read from disk. */
export interface LoadedPolicyFile extends ParsedPolicyFile {
  readonly path: string
  /** For excerpts in messages; empty when the file is too large. */
  readonly text: string
}

/**
 * Reads and parses a policy file.
 * @throws CAIRN_POLICY_FILE_MISSING, CAIRN_POLICY_FILE_UNREADABLE
 */
export function loadPolicyFile(path: string, options: LoadOptions): LoadedPolicyFile {
  const { workspaceRoot, ...rest } = options
  const limit = (options.isImport ? IMPORT_LIMITS : FILE_LIMITS).bytes
  const parseOptions: ParsePolicyFileOptions = {
    ...rest,
    path,
    readHookFile: (relativePath) => readHookFile(path, relativePath, workspaceRoot),
    sourceKind: (source) => sourceKind(resolve(workspaceRoot, source)),
  }
  const bytes = readPolicyBytes(path, limit)
  if (typeof bytes === 'number') return { path, text: '', ...refuseTooLarge(bytes, limit) }
  return { path, text: new TextDecoder().decode(bytes), ...parsePolicyFile(bytes, parseOptions) }
}

/**
 * The file of a parse without errors.
 * @throws CAIRN_POLICY_FILE_INVALID
 */
export function requirePolicyFile(loaded: LoadedPolicyFile): PolicyFile {
  if (loaded.file !== undefined && !hasErrors(loaded.diagnostics)) return loaded.file
  const errors = loaded.diagnostics.filter(({ severity }) => severity === 'error')
  const [first] = errors
  const where =
    first === undefined
      ? ''
      : ` First, at ${loaded.path}:${first.range.startLine}:${first.range.startColumn}, ${first.code}: ${first.message}`
  throw new CairnError(
    'CAIRN_POLICY_FILE_INVALID',
    `The policy file ${loaded.path} has ${errors.length === 1 ? 'an error' : `${errors.length} errors`}.${where}`,
    {
      hint: 'Run "cairn validate" for every finding with its place.',
    },
  )
}

function readPolicyBytes(path: string, limit: number): Uint8Array | number {
  try {
    const result = readBounded(path, limit, 0)
    if (result !== 'not-a-file') return result
  } catch (error) {
    if (hasCode(error, 'ENOENT', 'ENOTDIR')) {
      throw new CairnError('CAIRN_POLICY_FILE_MISSING', `There is no policy file ${path}.`, {
        hint: 'Check the input policy-file (--policy-file), and that the repository was checked out before.',
        cause: error,
      })
    }
    throw new CairnError('CAIRN_POLICY_FILE_UNREADABLE', `The policy file ${path} cannot be read: ${messageOf(error)}.`, {
      hint: 'Give the user of this run the right to read it.',
      cause: error,
    })
  }
  throw new CairnError('CAIRN_POLICY_FILE_UNREADABLE', `The policy file ${path} is not a regular file.`, {
    hint: 'Name a file, not a folder.',
  })
}

/** Reads a script file of a hook; `relativePath` starts at the policy file. */
export function readHookFile(policyPath: string, relativePath: string, workspaceRoot: string): HookFileResult {
  try {
    const root = realpathSync(workspaceRoot)
    const folder = realpathSync(dirname(resolve(policyPath)))
    const named = resolve(folder, relativePath)
    if (!isInside(named, root) && !isInside(named, resolve(workspaceRoot))) return { ok: false, reason: 'outside' }
    const real = realpathSync(named)
    if (!isInside(real, root)) return { ok: false, reason: 'outside' }
    const bytes = readBounded(real, MAX_HOOK_FILE_BYTES, constants.O_NOFOLLOW ?? 0)
    if (bytes === 'not-a-file') return { ok: false, reason: 'not-a-file' }
    return typeof bytes === 'number' ? { ok: false, reason: 'too-large' } : { ok: true, bytes }
  } catch (error) {
    if (hasCode(error, 'ENOENT', 'ENOTDIR')) return { ok: false, reason: 'missing' }
    return { ok: false, reason: hasCode(error, 'EISDIR') ? 'not-a-file' : 'unreadable' }
  }
}

/** The folder that relative sources and targets start at. */
export function workspaceRootOf(policyPath: string, githubWorkspace: string | undefined, currentFolder: string): string {
  if (githubWorkspace !== undefined && githubWorkspace !== '') return githubWorkspace
  const parent = dirname(resolve(currentFolder, policyPath))
  return parent.endsWith(`${sep}.github`) ? dirname(parent) : currentFolder
}

/** The nearest file of that relative name in a folder above `folder`: somebody who stands below a workspace means its policy file. */
export function policyFileAbove(folder: string, name: string): string | undefined {
  for (let at = dirname(folder); ; at = dirname(at)) {
    const path = join(at, name)
    if (sourceKind(path) === 'file') return path
    if (at === dirname(at)) return undefined
  }
}

/** Bytes of a regular file, its size when it is larger than `limit`, or that it is something else. Never waits for a pipe. */
function readBounded(path: string, limit: number, flags: number): Uint8Array | number | 'not-a-file' {
  const file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | flags)
  try {
    const stat = fstatSync(file)
    if (!stat.isFile()) return 'not-a-file'
    if (stat.size > limit) return stat.size
    const buffer = new Uint8Array(limit + 1)
    let length = 0
    for (;;) {
      const read = readSync(file, buffer, length, buffer.length - length, null)
      if (read === 0) return buffer.slice(0, length)
      length += read
      if (length > limit) return length
    }
  } finally {
    closeSync(file)
  }
}

function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path)
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
}

function sourceKind(path: string): 'directory' | 'file' | 'symlink' | 'missing' {
  try {
    const link = lstatSync(path)
    if (link.isSymbolicLink()) return 'symlink'
    return statSync(join(path)).isDirectory() ? 'directory' : 'file'
  } catch {
    return 'missing'
  }
}

function hasCode(error: unknown, ...codes: readonly string[]): boolean {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && codes.includes(error.code)
}
