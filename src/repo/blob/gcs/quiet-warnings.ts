/** Node 24 says that parts which Google's library still uses are deprecated; nobody who runs Cairn can do anything about that. */

const KNOWN = new Set(['DEP0040', 'DEP0169'])

/** Keeps these two warnings, and no others, from standard error from now on. To be called before the library is loaded. */
export function quietKnownWarnings(): void {
  const emit = process.emitWarning
  if (isQuiet.has(emit)) return
  const quiet = (...args: Parameters<typeof emit>): void => {
    if (!args.some((argument) => KNOWN.has(codeIn(argument)))) emit.apply(process, args)
  }
  isQuiet.add(quiet)
  // The overloads of the original take the same arguments.
  process.emitWarning = quiet as typeof emit
}

const isQuiet = new WeakSet<object>()

function codeIn(argument: unknown): string {
  if (typeof argument === 'string') return argument
  return typeof argument === 'object' && argument !== null && 'code' in argument && typeof argument.code === 'string' ? argument.code : ''
}
