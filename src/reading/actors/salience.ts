import type { Document } from '../../language/document.ts';
import type { Grammar } from '../../language/grammar.ts';
import { rangeHolding } from '../../language/ranges.ts';
import { pennTag, tokenText } from '../../language/tags.ts';
import { headOfMention, type TokenMention } from './mention.ts';

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
export function note(grammar: Grammar, recent: Recent, mention: TokenMention): void {
  const carrier = carrierOf(grammar, mention);
  recent.last.delete(mention.entity);
  recent.last.set(mention.entity, carrier);
  const [oldest] = recent.last.keys();
  if (recent.last.size > MOST_RECENT && oldest !== undefined) recent.last.delete(oldest);
  const isActing =
    isSubject(grammar, carrier) ||
    (mention.kind === 'NAME' && /^(?:VBD|VBZ|MD)$/.test(pennTag(grammar.document, mention.last + 1)));
  if (isActing) recent.subjects.add(mention.entity);
  else recent.subjects.delete(mention.entity);
  recent.weight.set(mention.entity, (recent.weight.get(mention.entity) ?? 0) + (isActing ? 1.5 : 1));
}

/**
 * The token that tells a mention's part in the sentence: the first word of a full name, the noun of a description, or
 * the title or noun that the name stands beside (`coach Luis Brandao`, `its head, Jane Roe`).
 */
function carrierOf(grammar: Grammar, mention: TokenMention): number {
  let carrier = headOfMention(grammar, mention);
  for (let steps = 0; steps < 4; steps += 1) {
    const { role, governor } = grammar.phrases.at(carrier);
    if (role !== 'NAME_PART' && role !== 'MODIFIER' && role !== 'APPOSITION') break;
    if (governor < 0 || governor > carrier + 4) break;
    carrier = governor;
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
export function mostSalient(grammar: Grammar, token: number, recent: Recent, suit: (entity: number) => number): number {
  const { document, phrases } = grammar;
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
    if (distance === 0 && isBoundByClause(grammar, token, last)) continue;
    const { role } = phrases.at(last);
    const subject = recent.subjects.has(entity)
      ? 0.9
      : role === 'OWNER' || role === 'MODIFIER'
        ? -0.1
        : role === 'OBJECT' || role === 'INDIRECT_OBJECT'
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
function isBoundByClause({ document, phrases, clauses }: Grammar, pronoun: number, antecedent: number): boolean {
  const word = tokenText(document, pronoun).toLowerCase();
  if (pennTag(document, pronoun) === 'PRP$' || word.endsWith('self')) return false;
  const { role, governor } = phrases.at(pronoun);
  if (!/^(?:OBJECT|INDIRECT_OBJECT|OBLIQUE|AGENT|MEASURE)$/.test(role)) return false;
  for (let verb = governor, steps = 0; verb >= 0 && steps < 3; steps += 1) {
    const { ownSubjects, link, governor: above } = clauses.at(verb);
    if (phrases.at(antecedent).governor === verb && (verb === governor || ownSubjects.includes(antecedent)))
      return true;
    if (ownSubjects.length > 0 || link !== 'MEMBER') return false;
    verb = above;
  }
  return false;
}

/** Whether a word is the subject of its verb, also of a passive. */
export function isSubject({ phrases }: Pick<Grammar, 'phrases'>, token: number): boolean {
  const { role } = phrases.at(token);
  return role === 'SUBJECT' || role === 'PASSIVE_SUBJECT';
}
