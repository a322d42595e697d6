import type { Document } from '../../language/document.ts';
import { foldName } from '../../language/naming/gazetteer.ts';
import { textOf } from '../../language/ranges.ts';
import { findDemonymAt } from '../actors/demonyms.ts';
import type { TokenMention } from '../actors/mention.ts';
import { STATE_INSTITUTIONS } from '../lexicon/organisation-words.ts';
import type { NameCluster } from '../names/same-names.ts';
import type { PositionFinding } from './finding.ts';

/** The entities and mentions of an article with the institutions that only its roles name. */
export interface WithInstitutions {
  readonly clusters: readonly NameCluster[];
  readonly mentions: readonly TokenMention[];
  /** The entity of the institution that a role is in. */
  readonly institutionOf: ReadonlyMap<PositionFinding, number>;
}

/** Adds an entity for each institution that a role names by a demonym: `chief of staff of the Iranian armed forces`. */
export function addInstitutions(
  document: Document,
  findings: readonly PositionFinding[],
  clusters: readonly NameCluster[],
  mentions: readonly TokenMention[],
): WithInstitutions {
  const institutionOf = new Map<PositionFinding, number>();
  const numbers = new Map<string, number>();
  for (const [number, { type, name }] of clusters.entries())
    if (type === 'ORGANISATION' && !numbers.has(foldName(name))) numbers.set(foldName(name), number);
  const added: NameCluster[] = [];
  const more: TokenMention[] = [];
  for (const finding of findings) {
    const { institution } = finding;
    if (!institution || !isStateInstitution(document, institution)) continue;
    const name = textOf(document, institution);
    const entity = numbers.get(foldName(name)) ?? clusters.length + added.length;
    if (entity === clusters.length + added.length) added.push(institutionNamed(name));
    numbers.set(foldName(name), entity);
    more.push({ ...institution, head: institution.last, kind: 'NAME', entity });
    institutionOf.set(finding, entity);
  }
  return { clusters: [...clusters, ...added], mentions: [...mentions, ...more], institutionOf };
}

function isStateInstitution(document: Document, { first, last }: { first: number; last: number }): boolean {
  const demonym = findDemonymAt(document, first);
  const lemmas = document.tokens.lemmas.slice((demonym?.last ?? first) + 1, last + 1);
  return demonym !== null && STATE_INSTITUTIONS.has(lemmas.join(' ').toLowerCase());
}

function institutionNamed(name: string): NameCluster {
  const words = foldName(name).split(' ');
  return { type: 'ORGANISATION', names: [], name, words, acronym: null, gender: 'EITHER', country: null };
}
