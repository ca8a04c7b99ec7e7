/** Which cron expressions Kopia takes (docs/repository-format.md, "Policies"). */

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const LONG_MONTHS = [
  ...['january', 'february', 'march', 'april', 'may', 'june'],
  ...['july', 'august', 'september', 'october', 'november', 'december'],
]
const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']
const LONG_DAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']

interface CronField {
  readonly label: string
  readonly least: number
  readonly most: number
  /** The largest step; a step is never larger than the field's last value. */
  readonly mostStep: number
  readonly words: readonly string[]
  /** Forms beside numbers, words, ranges and steps. */
  readonly special?: RegExp
}

const SECOND: CronField = { label: 'second', least: 0, most: 59, mostStep: 59, words: [] }
const YEAR: CronField = { label: 'year', least: 1970, most: 2099, mostStep: 2099, words: [] }
const FIELDS: readonly CronField[] = [
  { label: 'minute', least: 0, most: 59, mostStep: 59, words: [] },
  { label: 'hour', least: 0, most: 23, mostStep: 23, words: [] },
  { label: 'day of month', least: 1, most: 31, mostStep: 31, words: [], special: /^(?:l|lw|(?:0?[1-9]|[12]\d|3[01])w)$/ },
  { label: 'month', least: 1, most: 12, mostStep: 12, words: [...MONTHS, ...LONG_MONTHS] },
  {
    label: 'day of week',
    least: 0,
    most: 7,
    mostStep: 6,
    words: [...DAYS, ...LONG_DAYS],
    special: new RegExp(`^(?:0?[0-7]|${[...DAYS, ...LONG_DAYS].join('|')})l$`),
  },
]

/** Words for seven fields; kopia puts the fields in their place, wherever they stand. */
const NAMED: readonly (readonly [string, string])[] = [
  ['@yearly', '0 0 0 1 1 * *'],
  ['@annually', '0 0 0 1 1 * *'],
  ['@monthly', '0 0 0 1 * * *'],
  ['@weekly', '0 0 0 * * 0 *'],
  ['@daily', '0 0 0 * * * *'],
  ['@hourly', '0 0 * * * * *'],
]

/** Undefined when Kopia takes the expression, else what is wrong with it. Everything behind `#` is a comment. */
export function cronProblem(expression: string): string | undefined {
  const text = (expression.split('#', 1)[0] ?? '').trim()
  if (text === '') return undefined
  const parts = NAMED.reduce((all, [word, fields]) => all.replaceAll(word, fields), text).split(/\s+/)
  if (parts.length < 5) return `it has ${parts.length} fields and needs at least 5`
  const fields = parts.length >= 7 ? [SECOND, ...FIELDS, YEAR] : parts.length === 6 ? [...FIELDS, YEAR] : FIELDS
  for (const [index, field] of fields.entries()) {
    const entries = (parts[index] ?? '')
      .toLowerCase()
      .split(',')
      .filter((entry) => entry !== '')
    const bad = entries.find((entry) => !fits(entry, field))
    if (bad !== undefined || entries.length === 0) return `"${(bad ?? parts[index] ?? '').slice(0, 40)}" is not a ${field.label}`
  }
  return undefined
}

function fits(entry: string, field: CronField): boolean {
  if (entry === '*' || entry === '?' || field.special?.test(entry)) return true
  const [range = '', step, ...more] = entry.split('/')
  if (more.length > 0) return false
  if (step !== undefined && !isStep(step, field)) return false
  if (range === '*') return step !== undefined
  const ends = range.split('-')
  return (
    ends.length <= 2 &&
    ends.every((end) => field.words.includes(end) || (isNumber(end) && Number(end) >= field.least && Number(end) <= field.most))
  )
}

/** Kopia knows the numbers to 59 and the years, and nothing between. */
function isStep(text: string, field: CronField): boolean {
  const step = isNumber(text) ? Number(text) : 0
  return step >= 1 && step <= field.mostStep && (step <= 59 || step >= YEAR.least)
}

function isNumber(text: string): boolean {
  return /^(?:\d{1,2}|\d{4})$/.test(text)
}
