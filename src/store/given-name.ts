import { DatelineError } from '../errors.ts';

const LONGEST_NAME = 200;
/**
 * Characters that a reader cannot see, or that make others appear where they do not stand: control characters (NUL,
 * ESC), format characters (U+202A to U+202E and U+2066 to U+2069, which turn the direction of writing, U+200B, U+FEFF,
 * U+00AD), fillers and variation selectors, the empty Braille pattern, halves of a pair, and private ones.
 */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Default_Ignorable_Code_Point}\u2800]/u;
/** Line breaks and tabs among them are white space. */
const SPACES = /[\t-\r\p{Zs}\p{Zl}\p{Zp}]+/gu;

/**
 * A name that a curator gives, with single spaces. Throws INVALID_INPUT for one that is too long, has neither letter
 * nor figure, or holds what cannot be seen.
 */
export function readGivenName(name: string): string {
  const given = name.replace(SPACES, ' ').replace(/^ | $/g, '').normalize('NFC');
  const unseen = UNSEEN.exec(given)?.[0].codePointAt(0);
  if (unseen !== undefined)
    throw new DatelineError(
      'INVALID_INPUT',
      `The name holds the character U+${unseen.toString(16).toUpperCase().padStart(4, '0')}, which nobody can see.`,
      'Leave it out.',
    );
  if (!/[\p{L}\p{N}]/u.test(given) || given.length > LONGEST_NAME)
    throw new DatelineError('INVALID_INPUT', `A name has at least one letter and at most ${LONGEST_NAME} characters.`);
  return given;
}
