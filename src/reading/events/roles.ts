import { pennTag, relation, tokenText, universalTag } from '../../language/tags.ts';
import { isRelation } from '../../language/tree.ts';
import { findDemonymAt } from '../actors/demonyms.ts';
import type { EventType } from '../reading.ts';
import { agentsOf, type Role, rolesOfVerb, subjectsOf } from './arguments.ts';
import type { Scene } from './scene.ts';
import type { Trigger } from './triggers.ts';

/** The nouns that take part in the event of a trigger by its grammar. */
export function findRoles(scene: Scene, trigger: Trigger): Role[] {
  const roles = trigger.isNoun ? rolesOfNoun(scene, trigger) : rolesOfVerb(scene, trigger);
  return roles.filter(({ head }) => !scene.isAside(head));
}

function rolesOfNoun(scene: Scene, trigger: Trigger): Role[] {
  const { document, tree } = scene;
  const noun = trigger.token;
  const { roles, type } = trigger.wording;
  const undergone = roles === 'UNDERGOES';
  const found: Role[] = [];
  for (const child of tree.childrenBy(noun, 'nmod:poss', 'compound', 'amod')) {
    const isHappening =
      roles === 'ACTS_ON' &&
      isRelation(relation(document, child), 'nmod:poss') &&
      UNDERGONE_NOUNS.test(document.tokens.lemmas[noun] ?? '');
    found.push({
      role: undergone || isHappening ? 'RECIPIENT' : 'ACTOR',
      head: child,
      isOblique: !isRelation(relation(document, child), 'nmod:poss'),
    });
  }
  for (const child of tree.childrenBy(noun, 'nmod', 'obl')) {
    if (isRelation(relation(document, child), 'nmod:poss')) continue;
    const preposition = tokenText(document, tree.childBy(child, 'case')).toLowerCase();
    if (/^(?:by|between|with)$/.test(preposition)) found.push({ role: 'ACTOR', head: child, isOblique: true });
    else if (preposition === 'of')
      found.push({ role: roles === 'MUTUAL' ? 'ACTOR' : 'RECIPIENT', head: child, isOblique: true });
    else if (/^(?:against|on|to)$/.test(preposition) && type !== 'DISASTER')
      found.push({ role: roles === 'MUTUAL' ? 'ACTOR' : 'RECIPIENT', head: child, isOblique: true });
  }
  found.push(...staged(scene, trigger));
  if (!found.some(({ role }) => role === 'ACTOR')) found.push(...performers(scene, trigger));
  return found.filter(({ head }) => universalTag(document, head) !== 'ADJ' || findDemonymAt(document, head) !== null);
}

/** Participles that tell who is behind what a noun names. */
const STAGING =
  /^(?:organise|organize|hold|stage|carry|conduct|launch|call|lead|mount|commit|claim|host|broker|mediate|impose|declare|announce|start|plan)$/;

/** Who brings about what a noun names: `the demonstration, organised by two unions`, `has been on hunger strike`. */
function staged({ document, tree }: Scene, { token, wording }: Trigger): Role[] {
  const agents = tree
    .childrenBy(token, 'acl')
    .filter((child) => pennTag(document, child) === 'VBN' && STAGING.test(document.tokens.lemmas[child] ?? ''))
    .flatMap((child) => agentsOf(document, tree, child));
  const verb = document.tokens.heads[token] ?? -1;
  if (isRelation(relation(document, token), 'nsubj:pass') && STAGING.test(document.tokens.lemmas[verb] ?? ''))
    agents.push(...agentsOf(document, tree, verb));
  if (
    wording.type === 'ACCUSE' &&
    tree.childBy(token, 'cop') >= 0 &&
    tokenText(document, tree.childBy(token, 'case')).toLowerCase() === 'under'
  )
    return tree.childrenBy(token, 'nsubj').map((head) => ({ role: 'RECIPIENT', head, isOblique: false }));
  const isState =
    wording.type === 'PROTEST' &&
    tree.childBy(token, 'cop') >= 0 &&
    tokenText(document, tree.childBy(token, 'case')).toLowerCase() === 'on';
  const subject = isState ? tree.childrenBy(token, 'nsubj') : [];
  return [...agents, ...subject].map((head) => ({ role: 'ACTOR', head, isOblique: false }));
}

/** Types whose nouns name what the subject of a verb of beginning or planning does itself. */
const PERFORMED: ReadonlySet<EventType> = new Set([
  'BUSINESS',
  'PROTEST',
  'SANCTION',
  'MOBILIZE',
  'RETREAT',
  'CONSULT',
  'COOPERATE',
]);
const PERFORMING =
  /^(?:consider|plan|propose|complete|weigh|begin|start|continue|end|suspend|resume|halt|prepare|pursue|mull|stage|launch|conduct|hold|join)$/;

/** What is planned in these words is planned by whoever would do it; others can end or suspend it. */
const INTENDING = /^(?:consider|plan|propose|weigh|mull|prepare|begin|start|resume|continue)$/;

/** `is considering the sale of its bus division`: who considers, plans or begins what a noun names does it. */
function performers(scene: Scene, { token, wording }: Trigger): Role[] {
  const { document } = scene;
  const verb = document.tokens.heads[token] ?? -1;
  const lemma = document.tokens.lemmas[verb] ?? '';
  const isOwn = PERFORMED.has(wording.type)
    ? PERFORMING.test(lemma)
    : /^(?:ASSAULT|COERCE)$/.test(wording.type) && INTENDING.test(lemma);
  if (!isOwn || !isRelation(relation(document, token), 'obj')) return [];
  return subjectsOf(scene, verb).map((head) => ({ role: 'ACTOR', head, isOblique: false }));
}

/** `his arrest`, `the judge’s murder`: whose it is suffers it. */
const UNDERGONE_NOUNS =
  /^(?:arrest|detention|murder|assassination|killing|kidnapping|abduction|execution|dismissal|appointment|nomination|conviction|trial|indictment|acquittal|expulsion|deportation|sentencing)$/;
