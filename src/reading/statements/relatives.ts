import { isFiniteTag } from '../../language/tags.ts';
import type { TokenRange } from '../../language/document.ts';
import { REPORTING_NOUNS } from '../lexicon/speech-acts.ts';
import { chooseEnd } from './ends.ts';
import { type Page, trimMarks, wordAt } from './page.ts';
import type { VerbCue } from './cue.ts';

/**
 * `…, something Roe has denied`, `…, a charge each has rejected`: the pronoun or noun that stands for what was said
 * before, where the cue ends its clause; null elsewhere.
 */
export function readSomething(page: Page, cue: VerbCue, group: TokenRange, bounds: TokenRange): TokenRange | null {
  const last = group.first - 1;
  const isNoun =
    /^(?:an?|the)$/.test(wordAt(page, last - 1)) && REPORTING_NOUNS.has(page.document.tokens.lemmas[last] ?? '');
  const first = isNoun ? last - 1 : last;
  if (
    first - 1 <= bounds.first ||
    group.first === cue.range.first ||
    cue.isPassive ||
    !(isNoun || wordAt(page, last) === 'something') ||
    !/^(?:,|–|—)$/.test(wordAt(page, first - 1))
  )
    return null;
  return group.last >= bounds.last - 1 || /^[,.;–—]$/.test(wordAt(page, group.last + 1)) ? { first, last } : null;
}

/**
 * What a cue inside a relative clause reports: the relative word and what goes on behind the cue with a finite verb, as
 * in `the plan, which officials said will start in May`, `what she said is needed`. `group` is the cue with its source.
 * Null where the cue stands in no such clause.
 */
export function readRelative(
  page: Page,
  cue: VerbCue,
  group: TokenRange,
  bounds: TokenRange,
): readonly TokenRange[] | null {
  const pronoun = group.first - 1;
  const first = group.last + 1;
  if (
    pronoun < bounds.first ||
    group.first === cue.range.first ||
    cue.isPassive ||
    !/^(?:which|who|what|that)$/.test(wordAt(page, pronoun)) ||
    !/^W/.test(page.tagOf(pronoun))
  )
    return null;
  if (!isFiniteTag(page.tagOf(first)) || first >= bounds.last) return null;
  let last = chooseEnd(page, { first, bounds, verb: cue.verb });
  for (let token = first + 1; token < last; token += 1) {
    if (wordAt(page, token) === ',' && isFiniteTag(page.tagOf(token + 1)) && (page.quoteAt[token] ?? -1) < 0)
      last = token - 1;
  }
  const rest = trimMarks(page, { first, last });
  return rest ? [{ first: pronoun, last: pronoun }, rest] : null;
}
