import type { Rule } from '../rule.ts';
import { openingOfClause } from './clause-openings.ts';
import type { Content } from './content.ts';
import { isDoubtful } from './verb-cues.ts';
import { chooseEnd } from './ends.ts';
import { isQuoteMark, type Page, withMarks, wordAt } from './page.ts';
import { contentFrom, readingWith, type SoughtContent, wordAfter } from './sought-content.ts';

/** What stands after a cue, as the frames of its verb allow, in the order in which the readings are tried. */
export const CONTENTS_AFTER: readonly Rule<readonly [SoughtContent], Content>[] = [
  {
    name: 'statements/content/quotation after the cue',
    examples: ['She said: “We are ready to talk.”', 'The minister told reporters, “It is over for us.”'],
    nearMisses: ['She said the plan was “a joke”.', '“We are ready to talk,” she said.'],
    apply: readQuotation,
  },
  {
    name: 'statements/content/gerund',
    examples: ['The army denied shelling a market.', 'He admitted taking the money.'],
    nearMisses: ['The army denied the attack.', 'The army stopped shelling a market.'],
    apply: readGerund,
  },
  {
    name: 'statements/content/clause after the cue',
    examples: ['The minister said that talks had failed.', 'Police said the road is closed.'],
    nearMisses: ['The minister praised the talks that had failed.', 'The minister vowed to go.'],
    apply: readClause,
  },
  {
    name: 'statements/content/infinitive',
    examples: ['The minister vowed to go.', 'Norvane urged both sides to stop.'],
    nearMisses: ['The minister said that she would go.', 'The minister praised the vote.'],
    apply: readInfinitive,
  },
  {
    name: 'statements/content/preposition of the verb',
    examples: ['The union called for a strike.', 'Ida Roe warned of a flood.'],
    nearMisses: ['The union announced a strike.', 'The union called a strike.'],
    apply: readPhrase,
  },
  {
    name: 'statements/content/object with its complement',
    examples: ['Ida Roe accused Tehran of supplying drones.', 'The minister called the plan “a joke”.'],
    nearMisses: ['Ida Roe said that Tehran supplied drones.', 'The minister denied the report.'],
    apply: readWhole,
  },
  {
    name: 'statements/content/object',
    examples: ['The minister denied the report.', 'The new minister shrugged off the criticism.'],
    nearMisses: ['The minister spoke of the report.', 'The minister ate the bread.'],
    apply: readObject,
  },
  {
    name: 'statements/content/clause or object of any reading',
    examples: ['The report cites a lack of staff.', 'The paper quoted the mayor at length.'],
    nearMisses: ['The minister denied the report.', 'The minister slept.'],
    apply: readLooseObject,
  },
  {
    name: 'statements/content/phrase of any reading',
    examples: ['The minister joked about the harvest.', 'The mayor testified about the fire.'],
    nearMisses: ['The minister denied the report.', 'The minister walked about the house.'],
    apply: readLoosePhrase,
  },
];

function readQuotation(sought: SoughtContent): Content | null {
  const { page, cue, bounds } = sought;
  const reading = readingWith(sought, 'QUOTE') ?? readingWith(sought, 'CLAUSE');
  const mark = reading ? openingMark(sought) : -1;
  const quotation = page.quotations[page.quoteAt[mark] ?? -1];
  if (!reading || !quotation) return null;
  const end = chooseEnd(page, { first: mark, bounds, verb: cue.verb });
  return contentFrom(sought, reading, 'RIGHT_QUOTE', mark, Math.max(end, withMarks(page.document, quotation).last));
}

/** How far after a cue the quotation that it takes may open, and after its addressee. */
const FARTHEST_QUOTATION = 12;
const AFTER_ADDRESSEE = 3;

/** The opening mark of a quotation right after the cue, or after its addressee or an adverbial and a comma or colon. */
function openingMark({ page, cue, group, bounds, addressee }: SoughtContent): number {
  const told = addressee >= 0 ? page.phrases.at(addressee).whole.last + AFTER_ADDRESSEE : 0;
  const limit = Math.min(bounds.last, Math.max(group.last + FARTHEST_QUOTATION, told));
  for (let token = group.last + 1; token <= limit; token += 1) {
    if (isQuoteMark(page, token)) {
      const isTaken = token === group.last + 1 || /^[,:]$/.test(wordAt(page, token - 1));
      return isTaken && page.quoteAt[token] !== page.quoteAt[cue.head] ? token : -1;
    }
    if (/^(?:VBD|VBZ|VBP|MD|WDT|WP)$/.test(page.tagOf(token)) || wordAt(page, token) === 'that') return -1;
  }
  return -1;
}

/** Verbs whose gerund is what was said. */
const WITH_GERUND = /^(?:deny|admit|acknowledge|recall|recommend|propose|suggest|regret)$/;

function readGerund(sought: SoughtContent): Content | null {
  const { page, cue, group } = sought;
  const reading = readingWith(sought, 'OBJECT') ?? readingWith(sought, 'CLAUSE');
  if (!reading || cue.isPassive || !WITH_GERUND.test(reading.lemma)) return null;
  return page.tagOf(group.last + 1) === 'VBG' ? contentFrom(sought, reading, 'CLAUSE', group.last + 1) : null;
}

function readClause(sought: SoughtContent): Content | null {
  const { page, cue, group } = sought;
  const reading = readingWith(sought, 'CLAUSE');
  if (!reading || (cue.isPassive && page.tagOf(group.last + 1) === 'TO')) return null;
  const first = openingOfClause(sought);
  return first < 0 ? null : contentFrom(sought, reading, 'CLAUSE', first);
}

/** How far after a verb its infinitive may begin. */
const FARTHEST_INFINITIVE = 10;

function readInfinitive(sought: SoughtContent): Content | null {
  const { page, cue, group, bounds } = sought;
  const reading = readingWith(sought, 'INFINITIVE');
  if (!reading) return null;
  for (let token = group.last + 1; token <= Math.min(bounds.last, group.last + FARTHEST_INFINITIVE); token += 1) {
    if (opensInfinitive(page, token)) {
      const isOfOthers = reading.act === 'URGE' && !cue.isPassive;
      return contentFrom(sought, reading, 'INFINITIVE', isOfOthers ? group.last + 1 : token);
    }
    if (/^(?:VBD|VBZ|VBP|MD|VBG|,|\.|:)$/.test(page.tagOf(token))) return null;
  }
  return null;
}

/** `to go`, `to harshly punish`, `not to go`, and `to` right before a quotation. */
function opensInfinitive(page: Page, token: number): boolean {
  const next = page.tagOf(token + 1) === 'RB' ? token + 2 : token + 1;
  if (wordAt(page, token) === 'to') return page.tagOf(next) === 'VB' || isQuoteMark(page, next);
  return wordAt(page, token) === 'not' && wordAt(page, token + 1) === 'to';
}

/**
 * `called for a strike`, `warned of a flood`; what is demanded is the strike, and what is warned of is so with `of`.
 */
function readPhrase(sought: SoughtContent): Content | null {
  const preposition = wordAfter(sought);
  const reading = sought.cue.readings.find(({ prepositions }) => prepositions.has(preposition));
  if (!reading) return null;
  const isDemand = reading.act === 'DEMAND' || reading.act === 'URGE';
  return contentFrom(sought, reading, 'PREPOSITION', sought.group.last + (isDemand ? 2 : 1));
}

function readWhole(sought: SoughtContent): Content | null {
  const { page, cue, group, objects } = sought;
  const reading = readingWith(sought, 'WHOLE');
  const after = group.last + 1;
  if (!reading) return null;
  if (cue.isPassive)
    return /^(?:of|for|as)$/.test(wordAt(page, after)) ? contentFrom(sought, reading, 'WHOLE', after) : null;
  const [object] = objects;
  const first = object === undefined ? after : page.phrases.at(object).whole.first;
  return first > cue.head ? contentFrom(sought, reading, 'WHOLE', Math.max(first, after)) : null;
}

function readObject(sought: SoughtContent): Content | null {
  const { page, cue, group, objects } = sought;
  const reading = readingWith(sought, 'OBJECT');
  const after = group.last + 1;
  if (!reading || cue.isPassive) return null;
  const [object] = objects;
  if (object === undefined) {
    const opensPhrase = reading.particle !== null && /^(?:DT|PRP\$|NN|NNS|NNP|JJ)$/.test(page.tagOf(after));
    return opensPhrase ? contentFrom(sought, reading, 'OBJECT', after) : null;
  }
  if (isDoubtful(cue) || /sel(?:f|ves)$/.test(wordAt(page, object))) return null;
  return contentFrom(sought, reading, 'OBJECT', Math.max(after, page.phrases.at(object).whole.first));
}

/**
 * What a verb may report in a way that its frames do not name, as a clause or an object (`cited her record`). Most such
 * words report nothing: only what was learned tells which do.
 */
function readLooseObject(sought: SoughtContent): Content | null {
  const { page, cue, group, contents, objects } = sought;
  const [reading] = cue.readings;
  const taken = contents[0] ?? objects[0];
  if (!reading || cue.isPassive || taken === undefined) return null;
  const first = Math.max(group.last + 1, page.phrases.at(taken).whole.first);
  return contentFrom(sought, reading, contents.length > 0 ? 'LOOSE_CLAUSE' : 'LOOSE_OBJECT', first);
}

/** Prepositions of what words are about: `pointed to the figures`, `spoke about the vote`. */
const ABOUT = /^(?:on|about|of|to|against|for|over|with|from|as)$/;

function readLoosePhrase(sought: SoughtContent): Content | null {
  const { page, cue, group, clause } = sought;
  const [reading] = cue.readings;
  if (!reading || cue.isPassive) return null;
  const phrase = [...clause.obliques, ...clause.adverbials].find((child) => {
    const { first } = page.phrases.at(child).whole;
    return first > group.last && first <= group.last + 2 && ABOUT.test(wordAt(page, first));
  });
  if (phrase === undefined) return null;
  const { first } = page.phrases.at(phrase).whole;
  return contentFrom(sought, reading, 'LOOSE_PHRASE', wordAt(page, first) === 'as' ? first : first + 1);
}
