const LONGEST_SUMMARY = 140;

/**
 * One line, shortened at a word, begun with a capital, without marks at its end or quotation marks that nothing closes.
 */
export function tidy(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const space = line.lastIndexOf(' ', LONGEST_SUMMARY - 1);
  const short =
    line.length <= LONGEST_SUMMARY
      ? line
      : `${line.slice(0, space > 0 ? space : LONGEST_SUMMARY - 1).replace(/[\s,;:–—-]{1,140}$/, '')}…`;
  const marked = short.replace(/[\s,;:.–—-]{1,140}$/, (end) =>
    /\b(?:[A-Z]|Inc|Corp|Co|Ltd|Dr|Mr|Jr|Sr)\.$/.test(short) ? end : '',
  );
  const isClosed =
    (marked.match(/“/g) ?? []).length === (marked.match(/”/g) ?? []).length &&
    (marked.match(/"/g) ?? []).length % 2 === 0;
  const bare = isClosed ? marked : marked.replace(/[“”"]/g, '');
  return bare.charAt(0).toUpperCase() + bare.slice(1);
}
