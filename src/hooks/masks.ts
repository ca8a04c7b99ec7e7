/** Values that must not be shown, in the forms in which they turn up in output. */

const SHORTEST = 4
/** Longer values are masked by their lines only. */
const LONGEST = 16_384

/** Secrets of a run; shared by everything that prints. */
export class MaskSet {
  readonly #values = new Set<string>()
  #sorted: string[] | undefined

  /** Adds a value and the forms derived from it; false when it is too short to be masked without ruining the log. */
  add(value: string): boolean {
    const forms = derivedForms(value).filter((form) => form.length >= SHORTEST && form.length <= LONGEST)
    for (const form of forms) this.#values.add(form)
    if (forms.length > 0) this.#sorted = undefined
    return forms.length > 0
  }

  /** Length of the longest masked text, in UTF-16 units. */
  get longest(): number {
    return this.#ordered()[0]?.length ?? 0
  }

  /** The text with every masked value replaced by `***`. */
  apply(text: string): string {
    let masked = text
    for (const value of this.#ordered()) if (masked.includes(value)) masked = masked.replaceAll(value, '***')
    return masked
  }

  // Longest first: a value that contains another must be gone before its part is looked for.
  #ordered(): readonly string[] {
    this.#sorted ??= [...this.#values].sort((a, b) => b.length - a.length)
    return this.#sorted
  }
}

/** The value itself, its lines, and its usual encodings. */
export function derivedForms(value: string): readonly string[] {
  const forms = new Set<string>()
  const lines = value.split(/[\r\n]+/)
  for (const text of [value, ...lines]) {
    const trimmed = text.trim()
    if (trimmed.length < SHORTEST) continue
    forms.add(text)
    forms.add(trimmed)
    forms.add(JSON.stringify(trimmed).slice(1, -1))
    forms.add(encodeQuietly(trimmed))
    const bytes = Buffer.from(trimmed)
    forms.add(bytes.toString('hex'))
    forms.add(bytes.toString('hex').toUpperCase())
    for (const encoded of base64Forms(bytes)) forms.add(encoded)
  }
  return [...forms].filter((form) => !/[\r\n]/.test(form))
}

// Inside a longer text the base64 form depends on where the value starts; the characters that mix with neighbours are cut off.
function base64Forms(bytes: Uint8Array): string[] {
  const forms: string[] = []
  for (const offset of [0, 1, 2]) {
    const shifted = Buffer.concat([Buffer.alloc(offset), bytes])
    const cut = shifted.length % 3 === 0 ? shifted.length : shifted.length - (shifted.length % 3)
    const whole = Buffer.from(shifted.subarray(0, cut))
      .toString('base64')
      .slice(offset === 0 ? 0 : 4)
    // Short pieces would mask innocent text.
    if (whole.length < 8) continue
    forms.push(whole, whole.replaceAll('+', '-').replaceAll('/', '_'))
  }
  return forms
}

function encodeQuietly(text: string): string {
  try {
    return encodeURIComponent(text)
  } catch {
    return text
  }
}
