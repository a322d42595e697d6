const OPENING: ReadonlyMap<string, string> = new Map([
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
  ['“', '”'],
  ['‘', '’'],
  ['«', '»'],
  ['„', '“'],
  ['``', "''"],
]);

/**
 * For each mark of a sentence that closes a pair, the mark that opened it; -1 for the others. Brackets nest; straight
 * quotes alternate.
 */
export function pairMarks(
  markAt: (token: number) => string,
  isMark: (token: number) => boolean,
  first: number,
  last: number,
  opened: Int32Array,
): void {
  const stack: { token: number; closing: string }[] = [];
  let straight = -1;
  for (let token = first; token <= last; token++) {
    opened[token - first] = -1;
    if (!isMark(token)) continue;
    const mark = markAt(token);
    if (mark === '"') {
      if (straight >= 0) opened[token - first] = straight;
      straight = straight >= 0 ? -1 : token;
      continue;
    }
    const top = stack.at(-1);
    if (top !== undefined && top.closing === mark) {
      opened[token - first] = top.token;
      stack.pop();
      continue;
    }
    const closing = OPENING.get(mark);
    if (closing !== undefined) stack.push({ token, closing });
  }
}
