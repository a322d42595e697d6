import type { Document } from '../../language/document.ts';
import { pennTag, relation, tokenText } from '../../language/tags.ts';
import { isRelation, type Tree } from '../../language/tree.ts';
import type { EventStatus, SpeechAct, Statement } from '../reading.ts';
import { gerundGovernor } from './gerunds.ts';
import type { Trigger } from './triggers.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/));

/** Verbs and adjectives above an event that put it into the future. */
const PLANNING = words(
  'plan intend agree decide expect schedule set prepare promise pledge vow due announce commit arrange aim slate offer undertake poise ready determine resolve',
);
/** Verbs and adjectives above an event that leave it open. */
const SUPPOSING = words(
  'consider mull weigh contemplate threaten want hope wish seek urge demand ask call propose suggest request possible likely unlikely ready willing able need refuse decline prevent avoid avert stop warn fear risk allow order tell persuade invite press force help try attempt tip',
);
const ALLEGING = words('accuse suspect allege claim blame charge acquit prosecute indict investigate sue');
/** Nouns for what somebody is held to have done: `on suspicion of murdering`, `charges of murder`. */
const ALLEGING_NOUNS = words('suspicion charge allegation accusation claim count rumour rumor');
const DENYING = words('deny refuse decline fail reject rule');
const NOT_ATTEMPTED = words('prevent avoid avert stop thwart foil refuse decline fail deny');
const PLANNED_WORDS = words('planned upcoming future scheduled next forthcoming coming proposed announced');
const SUPPOSED_WORDS = words('possible potential threatened feared proposed likely hypothetical imminent future');
const ALLEGED_WORDS = words('alleged suspected reported purported supposed claimed');
const LASTING_NOUNS = words(
  'war conflict siege insurgency fighting crackdown curfew drought pandemic epidemic trial investigation inquiry probe',
);
const ONGOING_WORDS = words('ongoing current continuing present');
const OPEN_MARKS = words('if unless whether should lest');

const ASKING_ACTS: ReadonlySet<SpeechAct> = new Set(['ASK', 'URGE', 'DEMAND', 'PROPOSE', 'WANT', 'SUGGEST']);
const ALLEGING_ACTS: ReadonlySet<SpeechAct> = new Set(['ACCUSE', 'CLAIM']);
const FOREBODING_ACTS: ReadonlySet<SpeechAct> = new Set(['WARN', 'THREATEN', 'PREDICT', 'BELIEVE']);

/**
 * Whether an event happened, by the grammar around its trigger (tense, modals, negation, what it is embedded under) and
 * by the statement that it stands in: what is claimed or held against somebody is ALLEGED, what is denied is DENIED.
 */
export function decideStatus(
  document: Document,
  tree: Tree,
  trigger: Trigger,
  statement: Statement | null,
): EventStatus {
  const own = trigger.isNoun
    ? statusOfNoun(document, tree, trigger.token)
    : statusOfVerb(document, tree, trigger.token);
  if (own === 'DENIED' || !statement || isPresupposed(document, tree, trigger)) return own;
  if (statement.act === 'DENY') return own === 'OCCURRED' || own === 'ONGOING' ? 'DENIED' : own;
  if (statement.negated) return own === 'OCCURRED' ? 'HYPOTHETICAL' : own;
  if (ALLEGING_ACTS.has(statement.act)) return own === 'OCCURRED' || own === 'ONGOING' ? 'ALLEGED' : own;
  if (ASKING_ACTS.has(statement.act))
    return own === 'OCCURRED' && isBare(document, trigger.token) ? 'HYPOTHETICAL' : own;
  if (FOREBODING_ACTS.has(statement.act))
    return own === 'PLANNED' || isBare(document, trigger.token) ? 'HYPOTHETICAL' : own;
  return own;
}

/** `for its war`, `during the strike`: a noun behind a preposition is taken for granted, whatever is said around it. */
function isPresupposed(document: Document, tree: Tree, trigger: Trigger): boolean {
  return (
    trigger.isNoun &&
    isRelation(relation(document, trigger.token), 'obl', 'nmod') &&
    tree
      .childrenBy(trigger.token, 'case')
      .some((preposition) => !/^(?:of|about|to|against)$/i.test(tokenText(document, preposition)))
  );
}

function isBare(document: Document, token: number): boolean {
  return /^(?:VB|VBG|NN|NNS)$/.test(pennTag(document, token));
}

function statusOfVerb(document: Document, tree: Tree, verb: number): EventStatus {
  if (tree.childrenBy(verb, 'mark').some((child) => OPEN_MARKS.has(tokenText(document, child).toLowerCase())))
    return 'HYPOTHETICAL';
  if (isNegated(document, tree, verb)) return 'DENIED';
  const auxiliaries = tree.childrenBy(verb, 'aux').map((child) => tokenText(document, child).toLowerCase());
  for (const auxiliary of auxiliaries) {
    if (/^(?:will|'ll|’ll|shall|wo)$/.test(auxiliary)) return 'PLANNED';
    if (auxiliary === 'would') return isReportedFuture(document, tree, verb) ? 'PLANNED' : 'HYPOTHETICAL';
    if (/^(?:may|might|could|can|should|must|ca)$/.test(auxiliary)) return 'HYPOTHETICAL';
  }
  if (/^to$/i.test(tokenText(document, verb - 1)) && /^(?:is|are|was|were)$/i.test(tokenText(document, verb - 2)))
    return 'PLANNED';
  const embedded = statusFromAbove(document, tree, verb);
  if (embedded) return embedded;
  const tag = pennTag(document, verb);
  if (tag === 'VBG' && auxiliaries.some((auxiliary) => /^(?:is|are|'s|’s|'re|’re|am|been)$/.test(auxiliary)))
    return 'ONGOING';
  return 'OCCURRED';
}

/** `said it would hold`: a `would` under a past reporting verb is a future. */
function isReportedFuture(document: Document, tree: Tree, verb: number): boolean {
  const head = document.tokens.heads[verb] ?? -1;
  return (
    head >= 0 &&
    isRelation(relation(document, verb), 'ccomp', 'conj', 'parataxis') &&
    tree.childrenBy(verb, 'advcl').every((clause) => !hasMark(document, tree, clause, 'if'))
  );
}

function hasMark(document: Document, tree: Tree, token: number, word: string): boolean {
  return tree.childrenBy(token, 'mark').some((child) => tokenText(document, child).toLowerCase() === word);
}

/** What the words that an event is embedded under say of it; null where they let it stand. */
function statusFromAbove(document: Document, tree: Tree, token: number): EventStatus | null {
  const buried = gerundGovernor(document, token);
  let at = buried >= 0 ? token + 1 : token;
  for (let steps = 0; steps < 4; steps += 1) {
    const role = relation(document, at);
    const head = document.tokens.heads[at] ?? -1;
    if (head < 0) return null;
    const headLemma = document.tokens.lemmas[head] ?? '';
    if (isRelation(role, 'conj')) {
      at = head;
      continue;
    }
    const isGerund = isRelation(role, 'obj') && (buried >= 0 || /ing$/i.test(tokenText(document, at)));
    if (
      (isGerund || isRelation(role, 'xcomp', 'advcl', 'obl', 'acl', 'csubj')) &&
      (isGerund || isNonFinite(document, tree, at))
    ) {
      if (ALLEGING.has(headLemma)) return 'ALLEGED';
      if (NOT_ATTEMPTED.has(headLemma)) return DENYING.has(headLemma) ? 'DENIED' : 'HYPOTHETICAL';
      if (isNegated(document, tree, head)) return 'DENIED';
      if (PLANNING.has(headLemma)) return 'PLANNED';
      if (SUPPOSING.has(headLemma)) return 'HYPOTHETICAL';
      if (isRelation(role, 'acl') && ALLEGING_NOUNS.has(headLemma)) return 'ALLEGED';
      if (
        isRelation(role, 'acl') &&
        pennTag(document, at) === 'VB' &&
        (OPEN_NOUNS.has(headLemma) || PLAN_NOUNS.has(headLemma))
      )
        return PLAN_NOUNS.has(headLemma) ? 'PLANNED' : 'HYPOTHETICAL';
      if (isRelation(role, 'advcl') && pennTag(document, at) === 'VB') return 'HYPOTHETICAL';
      const upper = tree.childrenBy(head, 'aux').map((child) => tokenText(document, child).toLowerCase());
      if (upper.some((word) => /^(?:will|'ll|’ll|shall)$/.test(word))) return 'PLANNED';
      if (upper.some((word) => /^(?:may|might|could|would|should|must|can)$/.test(word))) return 'HYPOTHETICAL';
      at = head;
      continue;
    }
    if (isRelation(role, 'ccomp') && SUPPOSING.has(headLemma) && pennTag(document, at) === 'VB') return 'HYPOTHETICAL';
    return null;
  }
  return null;
}

/** Nouns whose infinitive is what they are for: `in talks to sell`, `a plan to build`. */
const OPEN_NOUNS = words('talk bid effort attempt proposal move campaign drive');
const PLAN_NOUNS = words('plan deal agreement decision intention pledge promise vow');

function isNonFinite(document: Document, tree: Tree, token: number): boolean {
  const tag = pennTag(document, token);
  return (
    tag === 'VB' ||
    (tag === 'VBG' && tree.childBy(token, 'aux') < 0) ||
    (tag === 'VBN' && tree.childBy(token, 'nsubj') < 0)
  );
}

function isNegated(document: Document, tree: Tree, token: number): boolean {
  return tree.childrenBy(token, 'advmod', 'det', 'cc', 'nsubj').some((child) => {
    const word = tokenText(document, child).toLowerCase();
    return (
      word === 'not' ||
      word === "n't" ||
      word === 'n’t' ||
      word === 'never' ||
      (word === 'no' && isRelation(relation(document, child), 'det')) ||
      word === 'nobody' ||
      word === 'neither'
    );
  });
}

function statusOfNoun(document: Document, tree: Tree, noun: number): EventStatus {
  const modifiers = tree.childrenBy(noun, 'amod', 'compound').map((child) => tokenText(document, child).toLowerCase());
  if (isNegated(document, tree, noun)) return 'DENIED';
  if (tree.childBy(noun, 'cop') >= 0 && /^on$/i.test(tokenText(document, tree.childBy(noun, 'case'))))
    return statusOfState(document, tree, noun);
  if (modifiers.some((word) => ALLEGED_WORDS.has(word))) return 'ALLEGED';
  if (modifiers.some((word) => SUPPOSED_WORDS.has(word))) return 'HYPOTHETICAL';
  if (modifiers.some((word) => PLANNED_WORDS.has(word))) return 'PLANNED';
  if (modifiers.some((word) => ONGOING_WORDS.has(word))) return 'ONGOING';
  const head = document.tokens.heads[noun] ?? -1;
  const headLemma = document.tokens.lemmas[head] ?? '';
  const isOf = tree
    .childrenBy(noun, 'case')
    .some((preposition) => /^(?:of|with)$/i.test(tokenText(document, preposition)));
  if (isOf && (ALLEGING_NOUNS.has(headLemma) || ALLEGING.has(headLemma))) return 'ALLEGED';
  if (isRelation(relation(document, noun), 'nsubj') && PLANNING.has(headLemma) && pennTag(document, head) === 'JJ')
    return 'PLANNED';
  if (
    head >= 0 &&
    pennTag(document, head).startsWith('VB') &&
    isRelation(relation(document, noun), 'obj', 'obl', 'nsubj', 'nsubj:pass', 'xcomp')
  ) {
    if (isRelation(relation(document, noun), 'obj', 'nsubj:pass') || headLemma === 'call') {
      if (NOT_ATTEMPTED.has(headLemma)) return DENYING.has(headLemma) ? 'DENIED' : 'HYPOTHETICAL';
      if (PLANNING.has(headLemma)) return 'PLANNED';
      const isCalled = headLemma === 'call' && isRelation(relation(document, noun), 'nsubj:pass');
      if (SUPPOSING.has(headLemma) && !isCalled) return 'HYPOTHETICAL';
      const above = statusOfVerb(document, tree, head);
      if (above !== 'OCCURRED') return above;
    }
    if (isRelation(relation(document, noun), 'nsubj')) {
      const above = statusOfVerb(document, tree, head);
      if (above === 'PLANNED' || above === 'HYPOTHETICAL') return above;
    }
  }
  const possessed = tree.childBy(noun, 'nmod:poss') >= 0 || tree.childBy(noun, 'det') >= 0;
  if (LASTING_NOUNS.has(document.tokens.lemmas[noun] ?? '') && possessed && !isOver(document, tree, noun))
    return 'ONGOING';
  return 'OCCURRED';
}

/** `has been on strike`, `will be on strike`: a state tells its time by its verb. */
function statusOfState(document: Document, tree: Tree, noun: number): EventStatus {
  const verbs = tree.childrenBy(noun, 'aux', 'cop').map((child) => tokenText(document, child).toLowerCase());
  if (verbs.some((word) => /^(?:will|'ll|’ll)$/.test(word))) return 'PLANNED';
  if (verbs.some((word) => /^(?:may|might|could|would|should|must|can)$/.test(word))) return 'HYPOTHETICAL';
  return verbs.some((word) => /^(?:is|are|am|has|have|'s|’s)$/.test(word)) ? 'ONGOING' : 'OCCURRED';
}

/** `after the war`, `the 2008 war`, `the war ended`. */
function isOver(document: Document, tree: Tree, noun: number): boolean {
  const cases = tree.childrenBy(noun, 'case').map((child) => tokenText(document, child).toLowerCase());
  if (cases.includes('after')) return true;
  if (
    tree
      .childrenBy(noun, 'amod', 'nummod', 'compound', 'nmod:unmarked')
      .some((child) => /^(?:\d{4}|last|previous|former|first|second|civil)$/i.test(tokenText(document, child)))
  )
    return true;
  const head = document.tokens.heads[noun] ?? -1;
  return (
    head >= 0 &&
    /^(?:end|stop|finish|win|lose|conclude)$/.test(document.tokens.lemmas[head] ?? '') &&
    pennTag(document, head) === 'VBD'
  );
}
