/** Untrusted text (file names, output of programs) made harmless for one line of a terminal or a log. */

/** Control characters, and the characters that change the direction of text or hide. */
const UNSAFE = /[\p{Cc}\u061C\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]/gu

/** The text with every control and direction character written as `\u{…}`. */
export function visibleText(text: string): string {
  return text.replace(UNSAFE, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`)
}
