import type { Document, TokenRange } from '../../language/document.ts';
import { rangeHolding } from '../../language/ranges.ts';
import { pennTag, relation, tokenText } from '../../language/tags.ts';
import { isRelation, type Tree } from '../../language/tree.ts';
import type { EventType, TimeReference } from '../reading.ts';
import type { Scene } from './scene.ts';
import type { Trigger } from './triggers.ts';

const PLACE_CASES = /^(?:in|at|near|outside|inside|across|over|off|around|on|to|into|from|through|throughout|along)$/i;

/**
 * Prepositions of a noun that happens when its verb does: `killed in an attack`, but not `arrested over the attack`.
 */
const MEANWHILE = /^(?:in|at|on|during|by|with|through|via|amid)$/i;

/**
 * The tokens that the time and place of a trigger may hang on: the trigger, its carrier, the verb that a noun belongs
 * to, and what it is coordinated with.
 */
function anchorsOf(document: Document, tree: Tree, trigger: Trigger): number[] {
  const anchors = [trigger.token];
  if (trigger.carrier >= 0) anchors.push(trigger.carrier);
  if (trigger.isNoun) anchors.push(...startsOf(document, tree, trigger.token));
  // `arrested in May, who were later deported`: another time than that of what it hangs on.
  if (
    tree
      .childrenBy(trigger.token, 'advmod')
      .some((child) => /^(?:later|afterwards|subsequently|previously|earlier|since)$/i.test(tokenText(document, child)))
  )
    return anchors;
  let at = trigger.token;
  for (let steps = 0; steps < 3; steps += 1) {
    const head = document.tokens.heads[at] ?? -1;
    const isMeanwhile =
      isRelation(relation(document, at), 'advcl') &&
      tree.childrenBy(at, 'mark', 'advmod').some((mark) => /^(?:as|when|while)$/i.test(tokenText(document, mark)));
    if (
      head < 0 ||
      !(isMeanwhile || isRelation(relation(document, at), 'conj', 'obj', 'nsubj', 'nsubj:pass', 'xcomp', 'obl'))
    )
      break;
    if (
      isRelation(relation(document, at), 'xcomp') &&
      !/^(?:set|due|expect|schedule|plan|begin|start|agree|continue)$/.test(document.tokens.lemmas[head] ?? '')
    )
      break;
    if (
      isRelation(relation(document, at), 'obl') &&
      !(
        trigger.isNoun &&
        tree.childrenBy(at, 'case').some((preposition) => MEANWHILE.test(tokenText(document, preposition)))
      )
    )
      break;
    anchors.push(head);
    at = head;
  }
  return anchors;
}

/** `a strike planned for Thursday`: the participle that tells when a noun is to happen. */
function planningOf(document: Document, tree: Tree, { token, isNoun }: Trigger): number[] {
  if (!isNoun) return [];
  return tree
    .childrenBy(token, 'acl')
    .filter((child) =>
      /^(?:plan|schedule|set|slate|hold|call|stage|expect|carry|launch|begin|announce|due)$/.test(
        document.tokens.lemmas[child] ?? '',
      ),
    );
}

/** `killed when a train derailed on Monday`: the clause that tells what happened at the same time. */
function meanwhileOf(document: Document, tree: Tree, { token, isNoun }: Trigger): number[] {
  if (isNoun) return [];
  return tree
    .childrenBy(token, 'advcl')
    .filter(
      (child) =>
        child > token &&
        tree.childrenBy(child, 'mark', 'advmod').some((mark) => /^when$/i.test(tokenText(document, mark))),
    );
}

/** `The trial is due to begin on 8 May`: the infinitive that says when what a noun names begins. */
function startsOf(document: Document, tree: Tree, noun: number): number[] {
  if (!isRelation(relation(document, noun), 'nsubj', 'nsubj:pass')) return [];
  return tree
    .childrenBy(document.tokens.heads[noun] ?? -1, 'xcomp')
    .filter((verb) =>
      /^(?:begin|start|open|resume|end|hold|take|continue|finish|conclude)$/.test(document.tokens.lemmas[verb] ?? ''),
    );
}

/** The date that a trigger's words, or the words that it hangs on, give it. */
export function timeOf(
  { document, tree }: Scene,
  times: readonly TimeReference[],
  trigger: Trigger,
): TimeReference | null {
  const anchors = [
    ...anchorsOf(document, tree, trigger),
    ...planningOf(document, tree, trigger),
    ...meanwhileOf(document, tree, trigger),
  ];
  const sentence = document.sentences[rangeHolding(document.sentences, trigger.token)];
  if (!sentence) return null;
  const candidates = timesNear(times, sentence, trigger.token);
  for (const anchor of anchors) {
    const attached = candidates.filter((time) => hangsOn(document, tree, time, anchor));
    const nearest = attached.sort(
      (left, right) => Math.abs(left.first - trigger.token) - Math.abs(right.first - trigger.token),
    )[0];
    if (nearest) return nearest;
  }
  return null;
}

/** How many dates on either side of a trigger are looked at. */
const MOST_TIMES = 12;

/** The dates of a sentence that stand nearest to a token, in text order. */
function timesNear(times: readonly TimeReference[], sentence: TokenRange, token: number): readonly TimeReference[] {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((times[middle]?.first ?? 0) < token) low = middle + 1;
    else high = middle;
  }
  return times
    .slice(Math.max(0, low - MOST_TIMES), low + MOST_TIMES)
    .filter((time) => time.first >= sentence.first && time.last <= sentence.last);
}

/** Prepositions that bound a time rather than give it: `since the start of the war last year`. */
const LIMITS = /^(?:since|before|after|until|till|ahead|prior)$/i;

/** `in the second such attack this month`: the time in which something is counted. */
const RANKS = /^(?:such|similar|second|third|fourth|fifth|latest|deadliest|worst|biggest|largest)$/i;

const LONGEST_PHRASE = 20;

/** Whether a time modifies a token directly, or through words that are no clause of their own. */
function hangsOn(document: Document, tree: Tree, time: TokenRange, anchor: number): boolean {
  for (let token = time.first; token <= time.last; token += 1) {
    // `the result of the 2016 election`: a year before a noun is that noun’s alone.
    const noun = document.tokens.heads[token] ?? -1;
    if (
      noun > time.last &&
      noun !== anchor &&
      isRelation(relation(document, token), 'compound', 'amod', 'nummod') &&
      /^\d{4}$/.test(tokenText(document, token))
    )
      return false;
    if (tree.childrenBy(token, 'case').some((preposition) => LIMITS.test(tokenText(document, preposition))))
      return false;
    let at = document.tokens.heads[token] ?? -1;
    for (let steps = 0; steps < 3 && at >= 0; steps += 1) {
      if (isBounded(document, token, at)) return false;
      if (at === anchor) return true;
      if (tree.childrenBy(at, 'amod', 'det').some((child) => RANKS.test(tokenText(document, child)))) return false;
      if (tree.childrenBy(at, 'case', 'mark').some((preposition) => LIMITS.test(tokenText(document, preposition))))
        return false;
      if (pennTag(document, at).startsWith('VB') || (steps > 0 && tree.childBy(at, 'nsubj') >= 0)) break;
      at = document.tokens.heads[at] ?? -1;
    }
  }
  return false;
}

/**
 * `the trip since the end of the floods last year`: a limit between a time and what the parser hung it on that no comma
 * closes.
 */
function isBounded(document: Document, time: number, head: number): boolean {
  for (let token = time - 1; token > head && time - token < LONGEST_PHRASE; token -= 1) {
    if (tokenText(document, token) === ',') return false;
    if (LIMITS.test(tokenText(document, token))) return true;
  }
  return false;
}

/**
 * The place where an event happens, as an entity: what `where` hangs on, or a phrase of place on the trigger or on what
 * it hangs on. For a visit the place visited.
 */
export function placeOf(scene: Scene, trigger: Trigger): number | null {
  const { document, tree, index } = scene;
  const clause = document.tokens.heads[trigger.token] ?? -1;
  const where =
    tree
      .childrenBy(trigger.token, 'advmod', 'obl', 'mark')
      .find((child) => tokenText(document, child).toLowerCase() === 'where') ?? -1;
  const before = tokenText(document, where - 1) === ',' ? where - 2 : where - 1;
  const antecedent = where < 0 ? -1 : index.entityAt(before) >= 0 ? before : clause;
  if (antecedent >= 0 && index.entities[index.entityAt(antecedent)]?.type === 'PLACE')
    return index.entityAt(antecedent);
  if (tree.childrenBy(trigger.token, 'advmod').some((child) => tokenText(document, child).toLowerCase() === 'there'))
    return placeBefore(scene, trigger.token);
  const isGoal = trigger.wording.mode === 'visit';
  const isStruck = trigger.wording.type === 'DISASTER';
  let origin: number | null = null;
  for (const anchor of anchorsOf(document, tree, trigger)) {
    for (const child of phrasesOfPlace(scene, trigger, anchor)) {
      const entity = index.entityAt(
        isFacility(document, child)
          ? (tree.childrenBy(child, 'compound').find((own) => index.entities[index.entityAt(own)]?.type === 'PLACE') ??
              child)
          : child,
      );
      if (entity < 0 || index.entities[entity]?.type !== 'PLACE' || scene.isAside(child)) continue;
      const above = document.tokens.heads[child] ?? -1;
      const outer = isNamedTown(document, tree, above, child) ? above : child;
      const preposition = tokenText(document, tree.childBy(outer, 'case'));
      if (/^from$/i.test(preposition)) origin ??= entity;
      else if (PLACE_CASES.test(preposition) && (isGoal || !/^(?:to|into)$/i.test(preposition))) return entity;
      else if (preposition === '' && (isGoal || isStruck) && isRelation(relation(document, child), 'obj'))
        return entity;
    }
  }
  return isGoal ? origin : null;
}

/** `at Manila airport`: where a facility is told by the name before it. */
function isFacility(document: Document, token: number): boolean {
  return /^(?:airport|station|stadium|port|harbour|harbor|prison|airfield|university)$/.test(
    document.tokens.lemmas[token] ?? '',
  );
}

/** How far back `there` reaches, in tokens. */
const REACH = 60;

/** The place that was named last before a token. */
function placeBefore({ index, isAside }: Scene, token: number): number | null {
  for (let at = token - 1; at >= 0 && token - at <= REACH; at -= 1)
    if (index.entities[index.entityAt(at)]?.type === 'PLACE' && !isAside(at)) return index.entityAt(at);
  return null;
}

/**
 * The nouns that can give an anchor's place: its own phrases, and those inside a phrase of place (`in the town of X`,
 * `near the border with Y in Z`).
 */
function phrasesOfPlace(scene: Scene, trigger: Trigger, anchor: number): number[] {
  const { document, tree } = scene;
  const isOwn = anchor === trigger.token || anchor === trigger.carrier;
  const own = tree.childrenBy(anchor, 'obl', 'nmod', 'obj');
  const isMeeting = document.tokens.lemmas[trigger.token] === 'meet';
  const isPhysical = (PHYSICAL.has(trigger.wording.type) || isMeeting) && isOwn && !trigger.isNoun;
  const inside = own
    .filter((child) => isOwn || PLACE_CASES.test(tokenText(document, tree.childBy(child, 'case'))))
    .flatMap((child) => [
      ...appositionsOf(tree, child),
      ...(isPhysical
        ? appositionsOf(tree, child).flatMap((name) =>
            tree.childrenBy(name, 'nmod').filter((deeper) => isWhere(document, tree, child, deeper)),
          )
        : []),
      ...tree
        .childrenBy(child, 'nmod')
        .filter(
          (deeper) =>
            isRelation(relation(document, child), 'obl') ||
            isNamedTown(document, tree, child, deeper) ||
            (isPhysical && isWhere(document, tree, child, deeper)) ||
            (trigger.isNoun && isDoneTo(document, tree, child, deeper)),
        ),
    ]);
  const isShared = (child: number): boolean =>
    child < trigger.token ? trigger.isNoun || child < anchor : !hasVerbBetween(scene, trigger.token, child);
  return [...own, ...inside].filter((child) => isOwn || isShared(child));
}

/** `the kidnapping of 120 girls in X`: where those are to whom a noun's event happens. */
function isDoneTo(document: Document, tree: Tree, noun: number, place: number): boolean {
  return (
    /^of$/i.test(tokenText(document, tree.childBy(noun, 'case'))) &&
    /^(?:in|at|near)$/i.test(tokenText(document, tree.childBy(place, 'case')))
  );
}

/** Types of what happens where its objects are: `attacked ships in the gulf`, `opened a centre in Penang`. */
const PHYSICAL: ReadonlySet<EventType> = new Set([
  'ASSAULT',
  'PROTEST',
  'COERCE',
  'RELEASE',
  'ACCIDENT',
  'DISASTER',
  'MOBILIZE',
  'DEATH',
]);

function isWhere(document: Document, tree: Tree, object: number, phrase: number): boolean {
  return (
    isRelation(relation(document, object), 'obj') &&
    /^(?:in|at|near|outside|off)$/i.test(tokenText(document, tree.childBy(phrase, 'case')))
  );
}

/** `the town of X`: what stands behind `of` is the place itself. */
export function isNamedTown(document: Document, tree: Tree, noun: number, name: number): boolean {
  return (
    /^(?:town|city|village|port|province|region|district|island|state|suburb|capital|settlement|county|municipality)$/.test(
      document.tokens.lemmas[noun] ?? '',
    ) && /^of$/i.test(tokenText(document, tree.childBy(name, 'case')))
  );
}

function appositionsOf(tree: Tree, token: number): number[] {
  return tree.childrenBy(token, 'appos', 'flat');
}

function hasVerbBetween({ finiteBefore }: Scene, first: number, last: number): boolean {
  return last > first + 1 && (finiteBefore[last] ?? 0) > (finiteBefore[first + 1] ?? 0);
}
