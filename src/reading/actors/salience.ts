import type { Document } from '../../language/document.ts';
import { rangeHolding } from '../../language/ranges.ts';
import { pennTag, relation, tokenText, universalTag } from '../../language/tags.ts';
import { isRelation, type Tree } from '../../language/tree.ts';
import type { DraftMention } from './drafts.ts';

/** How many sentences back a description or a pronoun may reach. */
const REACH = 6;

/** How many entities are kept in mind, so that a book of names takes time in proportion to its length. */
const MOST_RECENT = 200;

/** What was mentioned so far, the latest last. */
export interface Recent {
  /** The last token at which each entity was mentioned so far, by entity. */
  readonly last: Map<number, number>;
  /** The entities whose last mention was a subject. */
  readonly subjects: Set<number>;
  /** How often, so far, as a subject or by name. */
  readonly weight: Map<number, number>;
}

/** Keeps a mention as the last of its entity. */
export function note(document: Document, recent: Recent, mention: DraftMention): void {
  const carrier = carrierOf(document, mention);
  recent.last.delete(mention.cluster);
  recent.last.set(mention.cluster, carrier);
  const [oldest] = recent.last.keys();
  if (recent.last.size > MOST_RECENT && oldest !== undefined) recent.last.delete(oldest);
  const isSubject =
    isRelation(relation(document, carrier), 'nsubj', 'nsubj:pass') ||
    (mention.kind === 'NAME' && /^(?:VBD|VBZ|MD)$/.test(pennTag(document, mention.last + 1)));
  if (isSubject) recent.subjects.add(mention.cluster);
  else recent.subjects.delete(mention.cluster);
  recent.weight.set(mention.cluster, (recent.weight.get(mention.cluster) ?? 0) + (isSubject ? 1.5 : 1));
}

/**
 * The token that tells a mention's part in the sentence: the first word of a full name, the noun of a description, or
 * the title or noun that the name stands beside (`coach Luis Brandao`, `its head, Jane Roe`).
 */
function carrierOf(document: Document, { first, last, head }: DraftMention): number {
  let carrier = head;
  for (let token = last; token >= first; token -= 1) {
    const above = document.tokens.heads[token] ?? -1;
    if ((above < first || above > last) && universalTag(document, token) !== 'PUNCT') carrier = token;
  }
  for (let steps = 0; steps < 4 && isRelation(relation(document, carrier), 'flat', 'compound', 'appos'); steps += 1) {
    const above = document.tokens.heads[carrier] ?? -1;
    if (above < 0 || above > carrier + 4) break;
    carrier = above;
  }
  return carrier;
}

/** The number of the sentence that holds a token. */
export function sentenceOf(document: Document, token: number): number {
  return rangeHolding(document.sentences, token);
}

/**
 * The entity most likely meant at a token: near, a subject, often mentioned; `suit` gives a bonus, or -1 for what
 * cannot be meant.
 */
export function mostSalient(
  document: Document,
  tree: Tree,
  token: number,
  recent: Recent,
  suit: (entity: number) => number,
): number {
  const here = sentenceOf(document, token);
  const reach = document.sentences[here - REACH]?.first ?? 0;
  const paragraph = document.paragraphs[rangeHolding(document.paragraphs, token)];
  let best = -1;
  let highest = Number.NEGATIVE_INFINITY;
  for (const [entity, last] of recent.last) {
    if (last < reach) continue;
    const bonus = suit(entity);
    if (bonus < 0) continue;
    const distance = here - sentenceOf(document, last);
    if (distance === 0 && isBoundByClause(document, tree, token, last)) continue;
    const role = relation(document, last);
    const subject = recent.subjects.has(entity)
      ? 0.9
      : isRelation(role, 'nmod:poss', 'compound')
        ? -0.1
        : isRelation(role, 'obj', 'iobj')
          ? 0.4
          : 0;
    const sameParagraph = paragraph && last >= paragraph.first && last <= paragraph.last ? 0.5 : 0;
    const score =
      bonus +
      subject +
      sameParagraph -
      0.75 * distance +
      Math.min(2, 0.15 * (recent.weight.get(entity) ?? 0)) -
      (distance === 0 ? 0.006 * (token - last) : 0);
    if (score > highest) {
      highest = score;
      best = entity;
    }
  }
  return best;
}

/**
 * A personal pronoun that is object of a verb is not its subject: `Roe told him` is about two people (principle B of
 * binding theory).
 */
function isBoundByClause(document: Document, tree: Tree, pronoun: number, antecedent: number): boolean {
  const word = tokenText(document, pronoun).toLowerCase();
  if (pennTag(document, pronoun) === 'PRP$' || word.endsWith('self')) return false;
  const head = document.tokens.heads[pronoun] ?? -1;
  if (head < 0) return false;
  if (
    !isRelation(relation(document, pronoun), 'obj', 'iobj', 'obl') &&
    !(isRelation(relation(document, pronoun), 'nmod') && tree.childBy(head, 'cop') >= 0)
  )
    return false;
  for (let verb = head, steps = 0; verb >= 0 && steps < 3; verb = document.tokens.heads[verb] ?? -1, steps += 1) {
    if (
      document.tokens.heads[antecedent] === verb &&
      (verb === head || isRelation(relation(document, antecedent), 'nsubj'))
    )
      return true;
    if (tree.childBy(verb, 'nsubj') >= 0 || !isRelation(relation(document, verb), 'conj')) return false;
  }
  return false;
}
