/** What the tiny files in `dist/action` and `dist/cli` know and the bundle does not. */
export interface BuildFacts {
  readonly version: string
  /** Commit of the sources that the bundle was built from, or `unknown`. */
  readonly commit: string
}
