/** Findings about combinations: targets against each other and against the sources, hooks against their surroundings. */
import type { Hook } from '../policy/hook.ts'
import { isSamePlace, isWithin, type Place, placeOfSource, placeOfTarget } from './places.ts'
import type { HookName, WrittenHook, WrittenLayer } from './policies.ts'
import type { FileSource, ResolvedIdentity } from './policy-file.ts'
import type { Reading } from './reading.ts'

export interface Surroundings {
  readonly layers: readonly WrittenLayer[]
  /** Undefined when the file lists none. */
  readonly sources: readonly FileSource[] | undefined
  readonly identity: ResolvedIdentity | undefined
}

interface PlacedLayer {
  readonly written: WrittenLayer
  readonly place: Place
}

/** Reports P021, P022 and P052 to P056. */
export function checkSurroundings(surroundings: Surroundings, reading: Reading): void {
  const { layers, identity } = surroundings
  const placed = layers.flatMap((written): PlacedLayer[] => {
    const place = placeOfTarget(written.layer.target, identity)
    return place === undefined ? [] : [{ written, place }]
  })
  checkSamePlace(placed, reading)
  const roots = rootsOf(surroundings, placed)
  for (const { written, place } of placed) {
    checkOutside(written, place, surroundings, reading)
    const isRoot = roots.some((root) => isSamePlace(place, root))
    const isNested = !isRoot && roots.some((root) => isWithin(place, root))
    for (const hook of written.hooks) {
      if (isNested) checkNestedHook(hook, written, place, placed, layers, reading)
      if (isRoot) checkRootHook(hook, written, reading)
      checkSourceKind(hook, place, surroundings, reading)
    }
  }
  for (const written of layers) checkCleanUp(written, reading)
}

/** Places that are snapshotted. Without a list: the workspace, or the topmost targets when all are absolute. */
function rootsOf(surroundings: Surroundings, placed: readonly PlacedLayer[]): Place[] {
  const { sources, identity } = surroundings
  if (sources !== undefined) return sources.flatMap((source) => placeOfSource(source, identity) ?? [])
  const isAbsolute = placed.length > 0 && placed.every(({ written }) => written.layer.target.kind === 'path')
  if (!isAbsolute) return [placeOfTarget({ kind: 'relative', path: '.' }, identity) ?? { space: 'workspace', parts: [] }]
  return placed.flatMap(({ place }) =>
    placed.some((other) => other.place !== place && isWithin(place, other.place) && !isSamePlace(place, other.place)) ? [] : [place],
  )
}

function checkSamePlace(placed: readonly PlacedLayer[], reading: Reading): void {
  const seen = new Map<string, string>()
  for (const { written, place } of placed) {
    const key = `${place.space}:${place.parts.join('/')}`
    const earlier = seen.get(key)
    if (earlier === undefined) seen.set(key, written.layer.targetText)
    else
      reading.findings.add('P021', written.keySpan, written.path, `"${written.layer.targetText}" and "${earlier}" are the same place.`, {
        hint: 'Join the two policies.',
      })
  }
}

function checkOutside(written: WrittenLayer, place: Place, surroundings: Surroundings, reading: Reading): void {
  const { sources, identity } = surroundings
  if (sources === undefined) return
  const places = sources.map((source) => placeOfSource(source, identity))
  // A source whose place is not known may hold any target.
  if (places.includes(undefined) || (identity === undefined && place.space !== 'workspace')) return
  if (places.some((source) => source !== undefined && (isWithin(place, source) || isWithin(source, place)))) return
  reading.findings.add('P022', written.keySpan, written.path, 'No listed source holds this target, so its policy is never used.', {
    hint: 'Add the folder to `sources`, or correct the target.',
  })
}

function checkNestedHook(
  hook: WrittenHook,
  written: WrittenLayer,
  place: Place,
  placed: readonly PlacedLayer[],
  layers: readonly WrittenLayer[],
  reading: Reading,
): void {
  if (hook.name !== 'beforeFolder' && hook.name !== 'afterFolder') return
  if (reading.options.strictKopia || reading.isNative) {
    const above = placed.filter((other) => other.written !== written && isWithin(place, other.place)).map((other) => other.written)
    const wide = layers.filter(({ layer }) => appliesWidely(layer.target, place))
    const lost = lostSettings(written, [...above, ...wide])
    if (lost.length > 0) {
      reading.findings.add(
        'P052',
        hook.keySpan,
        hook.path,
        `With a hook here, kopia no longer applies to this folder: ${lost.join(', ')}.`,
        {
          hint: 'Repeat these settings in this policy.',
        },
      )
    }
  }
  if (reading.options.strictKopia && hook.name === 'beforeFolder' && hook.hooks?.some((one) => one.capturesRedirect)) {
    reading.findings.add(
      'P054',
      hook.keySpan,
      hook.path,
      'When this hook redirects, kopia loses the name and the ignore rules of the folder.',
      {
        hint: 'Write `capture: none` when it does not redirect.',
      },
    )
  }
}

function appliesWidely(target: WrittenLayer['layer']['target'], place: Place): boolean {
  if (target.kind === 'global') return true
  if (place.space === 'workspace') return target.kind === 'host' || target.kind === 'user'
  return (
    (target.kind === 'host' && place.space.endsWith(`@${target.host}`)) ||
    (target.kind === 'user' && place.space === `${target.userName}@${target.host}`)
  )
}

/** Sections that matter while a folder is walked. */
const FOLDER_SECTIONS = ['files', 'errorHandling', 'compression', 'metadataCompression', 'splitter', 'logging', 'upload'] as const

/** Rules about names and sizes of folders above keep applying, whatever the nested policy says. */
const KEPT_FIELDS: ReadonlySet<string> = new Set(['ignore', 'noParentIgnore', 'noParentDotFiles', 'maxFileSize', 'maxParallelSnapshots'])

function lostSettings(written: WrittenLayer, above: readonly WrittenLayer[]): string[] {
  const lost = new Set<string>()
  for (const { layer } of above) {
    for (const section of FOLDER_SECTIONS) {
      const own = Object.keys(written.layer.policy[section] ?? {})
      for (const field of Object.keys(layer.policy[section] ?? {})) {
        if (!own.includes(field) && !KEPT_FIELDS.has(field)) lost.add(`${section}.${field}`)
      }
    }
  }
  return [...lost].sort()
}

function checkRootHook(hook: WrittenHook, written: WrittenLayer, reading: Reading): void {
  const isFolderHook = hook.name === 'beforeFolder' || hook.name === 'afterFolder'
  if (!isFolderHook || written.layer.policy.noParent !== true) return
  reading.findings.add(
    'P053',
    hook.keySpan,
    hook.path,
    'kopia skips folder hooks of a source whose policy has noParent; Cairn runs them.',
    {
      hint: 'Use the root hooks, or leave noParent out.',
    },
  )
}

function checkSourceKind(hook: WrittenHook, place: Place, surroundings: Surroundings, reading: Reading): void {
  for (const source of surroundings.sources ?? []) {
    const sourcePlace = placeOfSource(source, surroundings.identity)
    if (sourcePlace === undefined || !isSamePlace(place, sourcePlace)) continue
    const isFolderHook = hook.name === 'beforeFolder' || hook.name === 'afterFolder'
    const kind = source.kind === 'stream' ? (isFolderHook ? 'stream' : undefined) : reading.options.sourceKind?.(source.path)
    if (kind === undefined || kind === 'directory' || kind === 'missing') continue
    if (kind === 'symlink') {
      reading.findings.add('P055', hook.keySpan, hook.path, 'This source is a symbolic link: Cairn runs the hook, kopia does not.', {
        hint: 'Name the folder that the link leads to.',
      })
      continue
    }
    const what = kind === 'stream' ? 'a stream, which has no folders' : 'a single file'
    reading.findings.add('P055', hook.keySpan, hook.path, `This source is ${what}, so the hook never runs.`, {
      hint: 'Put the hook on a folder, or use job.before and job.after.',
    })
  }
}

const AFTER: Readonly<Partial<Record<HookName, HookName>>> = { beforeSnapshotRoot: 'afterSnapshotRoot', beforeFolder: 'afterFolder' }

function checkCleanUp(written: WrittenLayer, reading: Reading): void {
  for (const hook of written.hooks) {
    const after = AFTER[hook.name]
    if (after === undefined || written.hooks.some((other) => other.name === after)) continue
    const word = hook.hooks?.map(makingWord).find((found) => found !== undefined)
    if (word === undefined) continue
    reading.findings.add('P056', hook.keySpan, hook.path, `"${word}" looks like something that must be undone, and there is no ${after}.`, {
      hint: `Add ${after}, which runs whatever happens.`,
    })
  }
}

/** A command of the hook that makes or holds something. */
function makingWord(hook: Hook): string | undefined {
  const { program } = hook
  if (program.kind === 'none') return undefined
  const text = program.kind === 'command' ? program.argv.join('\n') : program.script.replace(/(^|\s)#.*$/gm, '$1')
  return /(?<![\w./-])(?:\S{0,200}\/)?(mount|stop|pause|snapshot|lvcreate|freeze)(?![\w.=-])/.exec(text)?.[1]
}
