/** Refuses to begin what could not be written. */
import { readOnly } from '../repo/content/content-manager.ts'
import type { OpenedRepository } from '../repo/repository.ts'

/** Throws CAIRN_REPOSITORY_READONLY before a command says what it is about to change. */
export function requireWritable({ isReadOnly }: Pick<OpenedRepository, 'isReadOnly'>): void {
  if (isReadOnly) throw readOnly()
}
