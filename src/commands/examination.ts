/** Checks that are made one after the other, each with its outcome; one that fails does not stop the next. */
import { CairnError, isCairnError, messageOf } from '../errors.ts'
import type { Clock } from '../util/clock.ts'

export interface DoctorCheck {
  readonly name: string
  readonly status: 'ok' | 'warning' | 'failed' | 'skipped'
  /** What was found, as the end of a sentence. */
  readonly detail: string
  readonly milliseconds: number
  readonly failure?: CairnError
}

/** What a check found; without a status it is `ok`. */
export interface Finding<R> {
  readonly status?: DoctorCheck['status']
  readonly detail: string
  readonly result?: R
}

export class Examination {
  readonly checks: DoctorCheck[] = []
  readonly #clock: Clock

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** Makes a check; resolves to what it found, undefined when it failed. Throws only CAIRN_CANCELLED. */
  async look<R>(name: string, work: () => Promise<Finding<R>>): Promise<R | undefined> {
    const start = this.#clock.monotonicMs()
    const took = () => Math.round(this.#clock.monotonicMs() - start)
    try {
      const { status = 'ok', detail, result } = await work()
      this.checks.push({ name, status, detail, milliseconds: took() })
      return result
    } catch (error) {
      if (isCairnError(error, 'CAIRN_CANCELLED')) throw error
      const failure = error instanceof CairnError ? error : new CairnError('CAIRN_INTERNAL', messageOf(error), { cause: error })
      this.checks.push({ name, status: 'failed', detail: failure.message, milliseconds: took(), failure })
      return undefined
    }
  }

  /** Records a check that could not be made. */
  skip(name: string, detail: string): void {
    this.checks.push({ name, status: 'skipped', detail, milliseconds: 0 })
  }
}
