import { pennTag, tokenText, universalTag, numberOfPenn, numberOfRelation } from '../language/tags.ts';
import {
  childrenIn,
  firstOf,
  hasSubject,
  isAt,
  isFiniteVerb,
  isNominal,
  isSubject,
  type Draft,
} from './draft-trees.ts';
import { OFFICES } from './lexicon/offices.ts';

const ROOT = numberOfRelation('root');
const NSUBJ = numberOfRelation('nsubj');
const OBJ = numberOfRelation('obj');
const MODIFIER = numberOfRelation('nmod');
const ADVERBIAL = numberOfRelation('advcl');
const APPOSITION = numberOfRelation('appos');
const CLAUSE = numberOfRelation('acl');
const MARK = numberOfRelation('mark');
const TITLE = numberOfRelation('nmod:desc');
const FLAT = numberOfRelation('flat');

/** Puts right which noun a verb has as its subject where the parser took the nearest one. */
export function mendArguments(draft: Draft): void {
  joinSplitNames(draft);
  passOverPhrases(draft);
  findOpenedSubjects(draft);
  openPassives(draft);
  returnObjects(draft);
  raiseBehindGerunds(draft);
  raiseIntransitives(draft);
  raiseMainVerbs(draft);
  nameOffices(draft);
}

/**
 * `Chancellor Markus Leitner called`: a title that took the first half of a name with it into the subject belongs to
 * the name.
 */
function joinSplitNames(draft: Draft): void {
  const { document, heads, relations } = draft;
  for (const { first, last, type } of document.names) {
    const title = heads[first] ?? -1;
    if (
      type !== 'PERSON' ||
      first === last ||
      title !== first - 1 ||
      !isSubject(draft, title) ||
      !isSubject(draft, last) ||
      heads[title] !== heads[last]
    )
      continue;
    heads[first] = last;
    relations[first] = FLAT;
    heads[title] = last;
    relations[title] = TITLE;
  }
}

const OPENERS = /^(?:after|before|until|since|as)$/i;

/**
 * `A ferry with 112 passengers ran aground`, `after talks with the union collapsed`: what stands behind a preposition
 * is no subject; the noun before the preposition is.
 */
function passOverPhrases(draft: Draft): void {
  const { document, heads, relations } = draft;
  for (let inner = 2; inner < document.tokens.count; inner += 1) {
    const verb = heads[inner] ?? -1;
    if (
      verb <= inner ||
      !isSubject(draft, inner) ||
      !isNominal(document, inner) ||
      universalTag(document, verb) !== 'VERB'
    )
      continue;
    const own = childrenIn(draft, inner).find(
      (child) => child < inner && isAt(draft, child, 'case') && pennTag(document, child) === 'IN',
    );
    const preposition = own ?? firstOf(draft, inner) - 1;
    const outer = preposition - 1;
    if (!/^(?:with|between|of|from)$/i.test(tokenText(document, preposition)) || !/^NN/.test(pennTag(document, outer)))
      continue;
    const isSecond = isSubject(draft, outer) && heads[outer] === verb;
    const opener = childrenIn(draft, outer).find(
      (child) => isAt(draft, child, 'case') && OPENERS.test(tokenText(document, child)),
    );
    if (!isSecond && (opener === undefined || !isAt(draft, outer, 'nmod', 'obl'))) continue;
    if (!isSecond && opener !== undefined) {
      heads[opener] = verb;
      relations[opener] = MARK;
      if ((heads[verb] ?? -1) >= 0) relations[verb] = ADVERBIAL;
      heads[outer] = verb;
      relations[outer] = NSUBJ;
    }
    heads[inner] = outer;
    relations[inner] = MODIFIER;
  }
}

/**
 * `struck after talks with the union collapsed`: a verb without a subject right behind a phrase has as its subject the
 * noun that `after` opens.
 */
function findOpenedSubjects(draft: Draft): void {
  const { document, heads, relations } = draft;
  for (let verb = 5; verb < document.tokens.count; verb += 1) {
    const inner = verb - 1;
    if (
      pennTag(document, verb) !== 'VBD' ||
      !isAt(draft, verb, 'conj', 'advcl') ||
      !/^NN/.test(pennTag(document, inner)) ||
      hasSubject(draft, verb)
    )
      continue;
    const preposition =
      childrenIn(draft, inner).find(
        (child) => isAt(draft, child, 'case') && /^(?:with|between|of)$/i.test(tokenText(document, child)),
      ) ?? -1;
    const outer = preposition - 1;
    const opener = childrenIn(draft, outer).find(
      (child) => isAt(draft, child, 'case') && OPENERS.test(tokenText(document, child)),
    );
    const above = heads[outer] ?? -1;
    if (
      opener === undefined ||
      !isAt(draft, outer, 'obl', 'nmod') ||
      !/^NN/.test(pennTag(document, outer)) ||
      above < 0 ||
      above > opener
    )
      continue;
    heads[outer] = verb;
    relations[outer] = NSUBJ;
    heads[opener] = verb;
    relations[opener] = MARK;
    heads[inner] = outer;
    relations[inner] = MODIFIER;
    heads[verb] = above;
    relations[verb] = ADVERBIAL;
  }
}

/**
 * `after its leader, Moses Kato, was barred`: a passive without a subject has as its subject the noun that `after`
 * opens.
 */
function openPassives(draft: Draft): void {
  const { document, heads, relations } = draft;
  for (let verb = 4; verb < document.tokens.count; verb += 1) {
    if (pennTag(document, verb) !== 'VBN' || !isAt(draft, verb, 'conj', 'advcl')) continue;
    const own = childrenIn(draft, verb);
    const auxiliary = own.find((child) => isAt(draft, child, 'aux:pass') && /^VB[DZP]$/.test(pennTag(document, child)));
    if (auxiliary === undefined || own.some((child) => isSubject(draft, child))) continue;
    const noun = own.find(
      (child) => child < auxiliary && isAt(draft, child, 'obl') && /^NN/.test(pennTag(document, child)),
    );
    const opener =
      noun === undefined
        ? undefined
        : childrenIn(draft, noun).find(
            (child) => isAt(draft, child, 'case') && OPENERS.test(tokenText(document, child)),
          );
    if (noun === undefined || opener === undefined) continue;
    relations[noun] = numberOfRelation('nsubj:pass');
    heads[opener] = verb;
    relations[opener] = MARK;
    relations[verb] = ADVERBIAL;
  }
}

/**
 * `Two journalists covering the march were beaten`: the noun behind a participle is its object, and the finite verb
 * behind that the verb of the sentence.
 */
function raiseBehindGerunds(draft: Draft): void {
  const { document, heads, relations } = draft;
  for (let verb = 4; verb < document.tokens.count; verb += 1) {
    const gerund = heads[verb] ?? -1;
    const top = heads[gerund] ?? -1;
    if (
      !isAt(draft, verb, 'ccomp') ||
      gerund > verb ||
      pennTag(document, gerund) !== 'VBG' ||
      !isAt(draft, gerund, 'acl') ||
      (heads[top] ?? -1) >= 0 ||
      !/^NN/.test(pennTag(document, top))
    )
      continue;
    const object = childrenIn(draft, verb).find(
      (child) => isSubject(draft, child) && firstOf(draft, child) === gerund + 1,
    );
    if (object === undefined || childrenIn(draft, gerund).some((child) => isAt(draft, child, 'obj'))) continue;
    const role = relations[object] ?? NSUBJ;
    heads[object] = gerund;
    relations[object] = OBJ;
    heads[top] = verb;
    relations[top] = role;
    for (const child of childrenIn(draft, top)) if (child > verb) heads[child] = verb;
    heads[verb] = -1;
    relations[verb] = ROOT;
  }
}

/**
 * `a plane that was carrying medicine crashed`: of two subjects the second, right behind the verb of a relative clause
 * of the first, is the object of that verb.
 */
function returnObjects(draft: Draft): void {
  const { document, heads, relations } = draft;
  for (let object = 4; object < document.tokens.count; object += 1) {
    const verb = heads[object] ?? -1;
    const relative = firstOf(draft, object) - 1;
    if (
      verb <= object ||
      !isSubject(draft, object) ||
      !isAt(draft, relative, 'acl:relcl') ||
      universalTag(document, relative) !== 'VERB'
    )
      continue;
    const subject = heads[relative] ?? -1;
    if (
      !isSubject(draft, subject) ||
      heads[subject] !== verb ||
      childrenIn(draft, relative).some((child) => isAt(draft, child, 'obj', 'aux:pass'))
    )
      continue;
    heads[object] = relative;
    relations[object] = OBJ;
  }
}

const INTRANSITIVE =
  /^(?:crash|die|collapse|arrive|resign|explode|capsize|derail|collide|erupt|escape|flee|surrender)$/;

/**
 * `a plane that was carrying medicine crashed`: a verb that takes no object tells of no noun before it; it is the verb
 * of what the relative clause tells of.
 */
function raiseIntransitives(draft: Draft): void {
  const { document, heads, relations, penn } = draft;
  for (let verb = 3; verb < document.tokens.count; verb += 1) {
    const noun = heads[verb] ?? -1;
    if (
      noun !== verb - 1 ||
      !isAt(draft, verb, 'acl') ||
      !/^VB[DN]$/.test(pennTag(document, verb)) ||
      !INTRANSITIVE.test(document.tokens.lemmas[verb] ?? '')
    )
      continue;
    const relative = heads[noun] ?? -1;
    const subject = isAt(draft, relative, 'acl:relcl') ? (heads[relative] ?? -1) : -1;
    if (subject < 0 || subject > relative || !isAt(draft, subject, 'conj', 'root')) continue;
    heads[verb] = heads[subject] ?? -1;
    relations[verb] = relations[subject] ?? ROOT;
    heads[subject] = verb;
    relations[subject] = NSUBJ;
    penn[verb] = numberOfPenn('VBD');
  }
}

/**
 * `The trial of the man accused of the killing will begin`: a bare participle is not the verb of a sentence that has a
 * finite one without a subject.
 */
function raiseMainVerbs(draft: Draft): void {
  const { document, heads, relations } = draft;
  for (let participle = 2; participle < document.tokens.count; participle += 1) {
    if (
      pennTag(document, participle) !== 'VBN' ||
      (heads[participle] ?? -1) >= 0 ||
      !/^NN/.test(pennTag(document, participle - 1))
    )
      continue;
    const own = childrenIn(draft, participle);
    if (own.some((child) => isAt(draft, child, 'aux', 'aux:pass', 'cop', 'obj'))) continue;
    const subject = own.find((child) => isSubject(draft, child) && child < participle);
    const verb = own.find(
      (child) =>
        child > participle &&
        universalTag(document, child) === 'VERB' &&
        isFiniteVerb(draft, child) &&
        childrenIn(draft, child).every((token) => !isSubject(draft, token) && !isAt(draft, token, 'mark', 'cc')),
    );
    if (subject === undefined || verb === undefined) continue;
    heads[subject] = verb;
    heads[verb] = -1;
    relations[verb] = ROOT;
    heads[participle] = participle - 1;
    relations[participle] = CLAUSE;
  }
}

/**
 * `met the head of the government, Colonel Sadio Traoré`: a person behind the comma that ends an office names who holds
 * it.
 */
function nameOffices(draft: Draft): void {
  const { document, heads, relations } = draft;
  for (const { first, last, type } of document.names) {
    if (type !== 'PERSON') continue;
    const verb = heads[last] ?? -1;
    if (!isAt(draft, last, 'obl') || verb < 0 || childrenIn(draft, last).some((child) => isAt(draft, child, 'case')))
      continue;
    const opening = Math.min(first, firstOf(draft, last));
    const comma = tokenText(document, opening) === ',' ? opening : opening - 1;
    const office = childrenIn(draft, verb).find(
      (child) =>
        child > verb && child < comma && isAt(draft, child, 'obj') && OFFICES.has(document.tokens.lemmas[child] ?? ''),
    );
    if (tokenText(document, comma) !== ',' || office === undefined) continue;
    heads[last] = office;
    relations[last] = APPOSITION;
  }
}
