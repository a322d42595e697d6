import type { Document } from './document.ts';
import { lemmatise } from './tagging/lemmatise.ts';
import { findNames, findNamesWith, type NamesModel } from './naming/names.ts';
import { parse } from './parsing/parse.ts';
import { findQuotations } from './text/quotations.ts';
import { splitSentences } from './text/sentences.ts';
import { tag } from './tagging/tag.ts';
import { tokenise } from './text/tokenise.ts';

/**
 * Everything that English alone says about a text: tokens, sentences, tags, lemmas, dependencies, quotations and names.
 * Takes any string; every offset is a UTF-16 code unit of `text`. The steps run in this order because each one reads
 * what those before it found: tags need sentences, lemmas need tags, the parser needs both, names need all. Names are
 * found by the model of the package unless another is given.
 */
export function annotate(text: string, names?: NamesModel): Document {
  const segmented = splitSentences(tokenise(text));
  const tagged = tag(segmented);
  return {
    ...parse(lemmatise(tagged)),
    quotations: findQuotations(segmented),
    names: names ? findNamesWith(names, tagged) : findNames(tagged),
  };
}
