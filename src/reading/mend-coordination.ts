import type { Document } from '../language/document.ts';
import { numberOfPenn, numberOfRelation, pennTag, tokenText, universalTag } from '../language/tags.ts';
import {
  boundsOf,
  childrenIn,
  firstOf,
  hasSubject,
  isAt,
  isFiniteVerb,
  isNominal,
  isSubject,
  rootOf,
  type Draft,
} from './draft-trees.ts';

const ROOT = numberOfRelation('root');
const NSUBJ = numberOfRelation('nsubj');
const OBLIQUE = numberOfRelation('obl');
const MODIFIER = numberOfRelation('nmod');
const UNMARKED = numberOfRelation('obl:unmarked');
const CONJUNCT = numberOfRelation('conj');
const ADVERBIAL = numberOfRelation('advcl');
const APPOSITION = numberOfRelation('appos');
const RELATIVE = numberOfRelation('acl:relcl');
const CASE = numberOfRelation('case');
const COORDINATOR = numberOfRelation('cc');

/**
 * Puts right who the subject of a verb is, where a list, a date, an apposition or a clause between commas leads the
 * parser astray.
 */
export function mendCoordination(draft: Draft): void {
  countFrom(draft);
  freeSecondSubjects(draft);
  joinAppositions(draft);
  joinListedSubjects(draft);
  moveDates(draft);
  hangMeasuredClauses(draft);
  hangClausesBetween(draft);
  hangRelativesWithin(draft);
  liftPredicates(draft);
}

/** `Four of the kidnappers were killed`: a number and the noun behind its `of` are one subject. */
function countFrom(draft: Draft): void {
  const { document, heads, relations } = draft;
  for (let token = 0; token < document.tokens.count - 2; token += 1) {
    if (pennTag(document, token) !== 'CD' || !/^of$/i.test(tokenText(document, token + 1))) continue;
    const noun = heads[token + 1] ?? -1;
    const verb = heads[token] ?? -1;
    if (
      noun > token &&
      heads[noun] === token &&
      isAt(draft, token, 'nummod') &&
      verb > noun &&
      /^VB[DZP]$/.test(pennTag(document, verb)) &&
      !hasSubject(draft, verb)
    )
      relations[token] = NSUBJ;
    if (noun > token && isSubject(draft, noun) && verb === heads[noun] && isAt(draft, token, 'nummod'))
      relations[token] = relations[noun] ?? NSUBJ;
    if (noun <= token || !isSubject(draft, token) || !isSubject(draft, noun) || heads[noun] !== heads[token]) continue;
    heads[noun] = token;
    relations[noun] = MODIFIER;
  }
}

/**
 * `deployed a frigate and its president, Le Van Minh, cancelled a visit`: what an `and` and an apposition lead up to a
 * verb without a subject is its subject, no second object.
 */
function freeSecondSubjects(draft: Draft): void {
  const { document, heads, relations } = draft;
  const people = new Map(
    document.names.flatMap((name) => (name.type === 'PERSON' ? [[name.last, name] as const] : [])),
  );
  for (let verb = 6; verb < document.tokens.count; verb += 1) {
    if (
      !/^VB[DZ]$/.test(pennTag(document, verb)) ||
      tokenText(document, verb - 1) !== ',' ||
      !isAt(draft, verb, 'advcl', 'conj', 'parataxis', 'ccomp') ||
      hasSubject(draft, verb)
    )
      continue;
    const name = people.get(verb - 2);
    const noun = name === undefined || tokenText(document, name.first - 1) !== ',' ? -1 : name.first - 2;
    const and = noun < 0 ? -1 : firstOf(draft, noun);
    const object = heads[noun] ?? -1;
    const above = heads[object] ?? -1;
    if (
      name === undefined ||
      and < 0 ||
      !/^(?:and|but)$/i.test(tokenText(document, and)) ||
      !isAt(draft, noun, 'conj') ||
      !isAt(draft, object, 'obj', 'obl') ||
      above < 0 ||
      above > object
    )
      continue;
    heads[noun] = verb;
    relations[noun] = NSUBJ;
    heads[and] = verb;
    relations[and] = COORDINATOR;
    heads[verb] = above;
    relations[verb] = CONJUNCT;
    for (let token = name.first; token <= name.last; token += 1) if (isAt(draft, token, 'appos')) heads[token] = noun;
  }
}

/**
 * `One hostage, the cook Ramon Dizon, was freed`: of two subjects with a comma between them and one behind, the second
 * names the first.
 */
function joinAppositions(draft: Draft): void {
  const { document, heads, relations } = draft;
  for (let second = 3; second < document.tokens.count; second += 1) {
    const verb = heads[second] ?? -1;
    if (verb <= second || !isSubject(draft, second) || !isNominal(document, second)) continue;
    const comma = firstOf(draft, second) - 1;
    const first = comma - 1;
    if (
      tokenText(document, comma) !== ',' ||
      heads[first] !== verb ||
      !isSubject(draft, first) ||
      !/^NN/.test(pennTag(document, first))
    )
      continue;
    if (
      Array.from({ length: verb - second }, (_, place) => second + place).every(
        (token) => tokenText(document, token) !== ',',
      )
    )
      continue;
    heads[second] = first;
    relations[second] = APPOSITION;
  }
}

/**
 * `Three women and a child died`: a noun without a verb, coordinated with a verb whose subject stands right behind the
 * `and`.
 */
function joinListedSubjects(draft: Draft): void {
  const { document, heads, relations } = draft;
  for (let verb = 3; verb < document.tokens.count; verb += 1) {
    const noun = heads[verb] ?? -1;
    if (
      !isAt(draft, verb, 'conj') ||
      !/^VB[DZP]$/.test(pennTag(document, verb)) ||
      noun >= verb ||
      !/^NNP?S?$/.test(pennTag(document, noun)) ||
      (heads[noun] ?? -1) >= 0
    )
      continue;
    const own = childrenIn(draft, verb);
    const subject = own.find((child) => isSubject(draft, child) && child < verb);
    if (subject === undefined || childrenIn(draft, noun).some((child) => isAt(draft, child, 'cop', 'nsubj'))) continue;
    const and = firstOf(draft, subject) - 1;
    if (!/^(?:and|or)$/i.test(tokenText(document, and)) || and - 1 < noun) continue;
    relations[noun] = relations[subject] ?? NSUBJ;
    heads[noun] = verb;
    heads[subject] = noun;
    relations[subject] = CONJUNCT;
    heads[and] = subject;
    relations[and] = COORDINATOR;
    for (const child of childrenIn(draft, noun)) if (child > verb) heads[child] = verb;
    heads[verb] = -1;
    relations[verb] = ROOT;
  }
}

/**
 * `was arrested in May 2022 as he tried`, `On Wednesday Moyo appointed`: a date behind a preposition is no subject. It
 * belongs to the verb before it in its sentence, or else to the one that it hangs on, whose subject is what the parser
 * hung on the date.
 */
function moveDates(draft: Draft): void {
  const { document, heads, relations } = draft;
  for (const date of document.names) {
    const { first } = date;
    const verb = heads[first] ?? -1;
    if (
      date.type !== 'DATE' ||
      !isAt(draft, first, 'nsubj') ||
      verb <= first ||
      !/^(?:in|on|since|by|during)$/i.test(tokenText(document, first - 1))
    )
      continue;
    const before = verbBefore(document, first);
    heads[first - 1] = first;
    relations[first - 1] = CASE;
    relations[first] = OBLIQUE;
    const name = date.last + 1;
    if (universalTag(document, name) === 'PROPN' && heads[name] === first) {
      heads[name] = verb;
      relations[name] = NSUBJ;
    } else if (before >= 0) heads[first] = before;
  }
}

/** The verb before a token, with no comma and no word that opens a clause between them; -1 where there is none. */
function verbBefore(document: Document, token: number): number {
  const { first } = boundsOf(document, token);
  for (let at = token - 1; at >= first; at -= 1) {
    if (/^(?:,|;|:)$|^W/.test(pennTag(document, at))) return -1;
    if (universalTag(document, at) === 'VERB') return at;
  }
  return -1;
}

const MEASURES = /^(?:minutes|hours|days|weeks|months|years|hour|day|week|month|year)$/i;

/**
 * `imposed sanctions on Monday, hours before its envoy arrived`: how long before is no subject; its clause belongs to
 * the verb before, as does the date.
 */
function hangMeasuredClauses(draft: Draft): void {
  const { document, heads, relations } = draft;
  for (let measure = 2; measure < document.tokens.count - 2; measure += 1) {
    const verb = heads[measure] ?? -1;
    if (
      !MEASURES.test(tokenText(document, measure)) ||
      !/^(?:before|after)$/i.test(tokenText(document, measure + 1)) ||
      verb <= measure ||
      universalTag(document, verb) !== 'VERB'
    )
      continue;
    const others = childrenIn(draft, verb).filter(
      (child) => child !== measure && child < verb && isSubject(draft, child),
    );
    if (others.length === 0 || !isSubject(draft, measure)) continue;
    relations[measure] = UNMARKED;
    const above = heads[verb] ?? -1;
    const { first } = boundsOf(document, measure);
    if (above < first || above >= measure || universalTag(document, above) !== 'VERB') continue;
    relations[verb] = ADVERBIAL;
    for (let token = first; token < measure; token += 1) if (heads[token] === verb) heads[token] = above;
  }
}

/**
 * `Djerou, whose brother was shot in May, said …`, `Oja, who had pleaded guilty, testified`: a clause behind `whose` or
 * `who` tells of the noun before it, which is the subject of the finite verb behind the comma that ends the clause.
 */
function hangClausesBetween(draft: Draft): void {
  const { document, heads, relations } = draft;
  for (let whose = 2; whose < document.tokens.count - 2; whose += 1) {
    if (!/^(?:WP\$|WP|WDT)$/.test(pennTag(document, whose)) || tokenText(document, whose - 1) !== ',') continue;
    const noun = pennTag(document, whose) === 'WP$' ? (heads[whose] ?? -1) : whose;
    const clause = heads[noun] ?? -1;
    const verb = childrenIn(draft, clause).find(
      (child) =>
        isAt(draft, child, 'conj', 'parataxis') &&
        child > clause &&
        /^VB[DZP]$/.test(pennTag(document, child)) &&
        tokenText(document, child - 1) === ',',
    );
    const antecedent = childrenIn(draft, clause).find((child) => child < whose && isNominal(document, child));
    if (
      clause <= whose ||
      !isSubject(draft, noun) ||
      universalTag(document, clause) !== 'VERB' ||
      verb === undefined ||
      antecedent === undefined
    )
      continue;
    if (hasSubject(draft, verb)) continue;
    heads[verb] = heads[clause] ?? -1;
    relations[verb] = relations[clause] ?? ROOT;
    for (const child of childrenIn(draft, clause)) if (child < whose) heads[child] = verb;
    relations[antecedent] = NSUBJ;
    heads[clause] = antecedent;
    relations[clause] = RELATIVE;
  }
}

/**
 * `A convoy that had been attacked on the way reached the town`: the second finite verb behind a relative clause is
 * that of the sentence, where the sentence has none.
 */
function hangRelativesWithin(draft: Draft): void {
  const { document, heads, penn } = draft;
  for (const { first, last } of document.sentences) {
    for (let verb = first + 3; verb <= last; verb += 1) {
      const top = rootOf(draft, { first, last });
      if (
        top < 0 ||
        top >= verb ||
        !/^NNP?S?$/.test(pennTag(document, top)) ||
        !/^VB[DNZ]$/.test(pennTag(document, verb))
      )
        continue;
      if (endsRelative(draft, top, verb)) {
        raise(draft, top, verb);
        break;
      }
      if (!isAt(draft, verb, 'acl')) continue;
      const relative = childrenIn(draft, top).find((child) => isAt(draft, child, 'acl:relcl') && child < verb);
      const takesObject = childrenIn(draft, verb).some((child) => child > verb && isAt(draft, child, 'obj'));
      if (
        relative === undefined ||
        !takesObject ||
        (heads[verb] ?? -1) !== verb - 1 ||
        !/^(?:that|which|who)$/i.test(tokenText(document, openerOf(draft, relative)))
      )
        continue;
      raise(draft, top, verb);
      penn[verb] = numberOfPenn('VBD');
      break;
    }
  }
}

/**
 * `Moyo, a former judge who was jailed in 2016, won`: a finite verb without a subject behind the comma that ends a
 * relative clause, with which the parser coordinated it.
 */
function endsRelative(draft: Draft, top: number, verb: number): boolean {
  const { document, heads } = draft;
  const clause = heads[verb] ?? -1;
  if (
    tokenText(document, verb - 1) !== ',' ||
    !/^VB[DZ]$/.test(pennTag(document, verb)) ||
    !isAt(draft, verb, 'conj') ||
    !isAt(draft, clause, 'acl', 'acl:relcl')
  )
    return false;
  if (hasSubject(draft, verb)) return false;
  let above = heads[clause] ?? -1;
  for (let steps = 0; steps < 4 && above >= 0 && above !== top; steps += 1) above = heads[above] ?? -1;
  return above === top;
}

/** Makes a verb the root of its sentence, with the noun that was the root as its subject. */
function raise(draft: Draft, top: number, verb: number): void {
  const { heads, relations } = draft;
  heads[top] = verb;
  relations[top] = NSUBJ;
  for (const child of childrenIn(draft, top)) if (child > verb) heads[child] = verb;
  heads[verb] = -1;
  relations[verb] = ROOT;
}

function openerOf(draft: Draft, clause: number): number {
  return childrenIn(draft, clause).find((child) => isSubject(draft, child)) ?? clause;
}

/**
 * `has agreed to buy its rival for $8 billion, and will cut jobs`: a verb behind `will` is coordinated with a finite
 * verb, not with a noun or an infinitive.
 */
function liftPredicates(draft: Draft): void {
  const { document, heads, relations } = draft;
  for (let verb = 3; verb < document.tokens.count; verb += 1) {
    if (!isAt(draft, verb, 'conj') || pennTag(document, verb) !== 'VB' || hasSubject(draft, verb)) continue;
    const will = childrenIn(draft, verb).find((child) => pennTag(document, child) === 'MD');
    if (will === undefined || !/^(?:and|but)$/i.test(tokenText(document, will - 1))) continue;
    let above = heads[verb] ?? -1;
    for (let steps = 0; steps < 5 && above >= 0 && !isFiniteVerb(draft, above); steps += 1) above = heads[above] ?? -1;
    if (above < 0 || above >= verb || above === heads[verb]) continue;
    heads[verb] = above;
    relations[verb] = CONJUNCT;
  }
}
