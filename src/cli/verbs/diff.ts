/** `cairn diff`: Kopia's lines for each difference, then its counts as JSON. */
import { diff as diffEntries } from '../../commands/diff.ts'
import { withRepository } from '../../commands/open.ts'
import { CairnError } from '../../errors.ts'
import { modeText } from '../../report/kopia-text.ts'
import type { DiffEvent, DiffField } from '../../snapshot/diff.ts'
import type { DirEntry } from '../../snapshot/dir-entry.ts'
import { isFinding } from '../../snapshot/verify/verify.ts'
import { utf8 } from '../../util/bytes.ts'
import { visibleText } from '../../util/plain-text.ts'
import type { CommandInput } from '../command-spec.ts'
import type { CliContext } from '../context.ts'
import { DiffProgram } from '../diff-program.ts'
import { withoutCommands } from '../harmless.ts'

export async function diff(context: CliContext, input: CommandInput): Promise<number> {
  // The table makes both required.
  const [old, entry] = [input.argument('object-path1') ?? '', input.argument('object-path2') ?? '']
  const areLinesShown = !input.isOn('stats-only')
  await withRepository(context, { isReadOnly: true, mayBePartial: true }, async (repository) => {
    const program = input.isOn('files')
      ? await DiffProgram.open({
          command: input.text('diff-command') ?? '',
          temporaryDirectory: context.os.temporaryDirectory,
          objects: repository.objects,
          env: context.env,
          write: context.write,
          signal: context.signal,
        })
      : undefined
    let unreadable = 0
    const noteUnreadable = (path: string, error: Error) => {
      unreadable++
      context.log.error(`${path} cannot be read: ${error.message}`)
    }
    try {
      const stats = await diffEntries(context, repository, {
        old,
        new: entry,
        async onEvent(event) {
          if (event.kind === 'unreadable') return noteUnreadable(event.path, event.error)
          if (areLinesShown) await context.write(utf8(`${withoutCommands(lineOf(event, context.times.go))}\n`))
          if (program === undefined) return
          try {
            await showFiles(program, event)
          } catch (error) {
            if (!isFinding(error)) throw error
            noteUnreadable(event.path, error)
          }
        },
      })
      await context.write(utf8(JSON.stringify(stats)))
    } finally {
      await program?.close()
    }
    if (unreadable > 0) {
      throw new CairnError('CAIRN_VERIFY_DAMAGED', 'Some directories or files could not be read, and were not compared.', {
        hint: 'The lines above name them. Run "cairn snapshot verify" to see which snapshots are affected.',
      })
    }
  })
  return 0
}

type ShownEvent = Exclude<DiffEvent, { kind: 'unreadable' }>

async function showFiles(program: DiffProgram, event: ShownEvent): Promise<void> {
  if (event.kind === 'changed') await program.show(event.path, event.old, event.new)
  else if (event.kind === 'added' && event.entry.type === 'f') await program.show(event.path, undefined, event.entry)
  else if (event.kind === 'removed' && event.entry.type === 'f') await program.show(event.path, event.entry, undefined)
}

function lineOf(event: ShownEvent, goTimeText: (ns: bigint) => string): string {
  const path = visibleText(event.path)
  switch (event.kind) {
    case 'added':
    case 'removed':
      return event.entry.type === 'd' ? `${event.kind} directory ${path}` : `${event.kind} file ${path} (${event.entry.size} bytes)`
    case 'field':
      return `${path} ${FIELD_WORDS[event.field]} differ: ${fieldText(event.field, event.old, goTimeText)} ${fieldText(event.field, event.new, goTimeText)}`
    case 'changed':
      return `changed ${path} at ${goTimeText(event.new.mtimeNs)} (size ${event.old.size} -> ${event.new.size})`
    case 'retyped':
      return `changed ${path} from ${event.old.type === 'd' ? 'directory to non-directory' : 'non-directory to a directory'}`
  }
}

const FIELD_WORDS: Readonly<Record<DiffField, string>> = {
  mode: 'modes',
  size: 'sizes',
  mtime: 'modification times',
  uid: 'owner users',
  gid: 'owner groups',
}

function fieldText(field: DiffField, entry: DirEntry, goTimeText: (ns: bigint) => string): string {
  switch (field) {
    case 'mode':
      return modeText(entry.type, entry.mode)
    case 'size':
      return String(entry.size)
    case 'mtime':
      return goTimeText(entry.mtimeNs)
    case 'uid':
      return String(entry.uid)
    case 'gid':
      return String(entry.gid)
  }
}
