/** The shells that Cairn can complete for. */
export const SHELLS = ['bash', 'zsh', 'fish', 'powershell'] as const

export type Shell = (typeof SHELLS)[number]

/** Whether Cairn knows the shell. */
export function isShell(name: string): name is Shell {
  return SHELLS.some((shell) => shell === name)
}
