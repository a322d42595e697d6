import { join } from 'node:path';
import { extract } from '../ingest.ts';
import type { EntityType, Reading } from '../reading/reading.ts';
import type { Span } from '../span.ts';
import { type GumDocument, readGumDocuments } from '../training/gum-names.ts';
import { type Figure, f1 } from './figures.ts';
import type { ReadText } from './read-text.ts';
import { isName, trimBorders } from './names.ts';

interface FoundMention extends Span {
  readonly type: EntityType;
  readonly entity: number;
}

/** The mentions of a reading that a scorer of names looks at. */
function namedMentions(reading: Reading): FoundMention[] {
  const { text } = reading.document;
  const seen = new Set<string>();
  return reading.mentions.flatMap((mention) => {
    const type = reading.entities[mention.entity]?.type ?? 'PERSON';
    const span = trimBorders(text, mention.span);
    const key = `${type}:${span.start}:${span.end}`;
    if (!isName(text.slice(span.start, span.end)) || seen.has(key)) return [];
    seen.add(key);
    return [{ ...span, type, entity: mention.entity }];
  });
}

interface ClusterCounts {
  entitiesRight: number;
  goldEntities: number;
  foundEntities: number;
  b3Found: number;
  b3FoundOf: number;
  b3Gold: number;
  b3GoldOf: number;
  pronounsRight: number;
  pronounsFound: number;
  pronounsGold: number;
}

/**
 * Who is who on GUM's news, interviews, biographies, speeches and court records: whole entities right, B³ (Bagga and
 * Baldwin 1998), he and she.
 */
export function evaluatePeople(corpora: string, readText: ReadText = extract): Figure[] {
  const counts: ClusterCounts = {
    entitiesRight: 0,
    goldEntities: 0,
    foundEntities: 0,
    b3Found: 0,
    b3FoundOf: 0,
    b3Gold: 0,
    b3GoldOf: 0,
    pronounsRight: 0,
    pronounsFound: 0,
    pronounsGold: 0,
  };
  const documents = readGumDocuments(join(corpora, 'treebank', 'gum-dev.conllu')).filter(({ id }) =>
    /^GUM_(?:news|interview|bio|speech|court)_/.test(id),
  );
  for (const document of documents) countPeople(document, readText(document.text, null), counts);
  const data = 'GUM dev, news, interview, bio, speech, court';
  return [
    {
      measure: 'people, whole entities F1',
      data,
      value: f1(counts.entitiesRight, counts.foundEntities, counts.goldEntities),
      atLeast: 75,
      aim: 83,
    },
    {
      measure: 'people, B³',
      data,
      value: f1(counts.b3Found, counts.b3FoundOf, counts.b3GoldOf, counts.b3Gold),
      atLeast: 78,
      aim: 85,
    },
    {
      measure: 'people, he and she F1',
      data,
      value: f1(counts.pronounsRight, counts.pronounsFound, counts.pronounsGold),
      atLeast: 60,
      aim: 72,
    },
  ];
}

function countPeople({ text, names, pronouns }: GumDocument, reading: Reading, counts: ClusterCounts): void {
  const gold = names
    .filter((name) => name.type === 0)
    .map((name) => ({ ...trimBorders(text, name), group: name.group }));
  const found = namedMentions(reading).filter((mention) => mention.type === 'PERSON');
  const aligned = align(gold, found);
  const back = new Map([...aligned].map(([left, right]) => [right, left]));
  const groups = new Map<string, number[]>();
  for (const [number, name] of gold.entries()) groups.set(name.group, [...(groups.get(name.group) ?? []), number]);
  const clusters = new Map<number, number[]>();
  for (const [number, mention] of found.entries())
    clusters.set(mention.entity, [...(clusters.get(mention.entity) ?? []), number]);
  counts.goldEntities += groups.size;
  counts.foundEntities += clusters.size;
  const groupOf = (mention: number): string | undefined => gold[back.get(mention) ?? -1]?.group;
  const clusterOf = (name: number): number | undefined => found[aligned.get(name) ?? -1]?.entity;
  for (const members of groups.values()) {
    const entities = new Set(members.map(clusterOf).filter((entity) => entity !== undefined));
    const covered = members.filter((name) => aligned.has(name)).length;
    const [entity] = entities;
    if (entities.size !== 1 || entity === undefined || covered * 2 < members.length) continue;
    const inside = new Set((clusters.get(entity) ?? []).map(groupOf).filter((group) => group !== undefined));
    if (inside.size === 1) counts.entitiesRight += 1;
  }
  found.forEach((mention, number) => {
    counts.b3FoundOf += 1;
    const group = groupOf(number);
    const mates = clusters.get(mention.entity) ?? [];
    if (group !== undefined) counts.b3Found += mates.filter((mate) => groupOf(mate) === group).length / mates.length;
  });
  gold.forEach((name, number) => {
    counts.b3GoldOf += 1;
    const entity = clusterOf(number);
    const mates = groups.get(name.group) ?? [];
    if (entity !== undefined) counts.b3Gold += mates.filter((mate) => clusterOf(mate) === entity).length / mates.length;
  });
  const owners = ownersOf(groups, clusters, clusterOf);
  const foundPronouns = new Map(
    reading.mentions
      .filter((mention) =>
        /^(?:he|him|his|himself|she|her|hers|herself)$/i.test(text.slice(mention.span.start, mention.span.end)),
      )
      .map((mention) => [mention.span.start, mention.entity]),
  );
  const named = pronouns.filter((pronoun) => groups.has(pronoun.group));
  counts.pronounsFound += foundPronouns.size;
  counts.pronounsGold += named.length;
  counts.pronounsRight += named.filter(
    (pronoun) => owners.get(foundPronouns.get(pronoun.start) ?? -1) === pronoun.group,
  ).length;
}

/** Pairs gold names with found ones, one to one: the same span first, then an overlapping one. */
function align(gold: readonly Span[], found: readonly Span[]): Map<number, number> {
  const pairs = new Map<number, number>();
  const used = new Set<number>();
  for (const isExact of [true, false]) {
    gold.forEach((name, number) => {
      if (pairs.has(number)) return;
      const partner = found.findIndex(
        (mention, other) =>
          !used.has(other) &&
          (isExact
            ? mention.start === name.start && mention.end === name.end
            : mention.start < name.end && name.start < mention.end),
      );
      if (partner < 0) return;
      pairs.set(number, partner);
      used.add(partner);
    });
  }
  return pairs;
}

/** Which gold group each found entity stands for: the pairs that share most, best first. */
function ownersOf(
  groups: ReadonlyMap<string, readonly number[]>,
  clusters: ReadonlyMap<number, readonly number[]>,
  clusterOf: (name: number) => number | undefined,
): Map<number, string> {
  const candidates = [...groups].flatMap(([group, members]) =>
    [...clusters].flatMap(([entity, mentions]) => {
      const shared = members.filter((name) => clusterOf(name) === entity).length;
      return shared === 0 ? [] : [{ group, entity, share: (2 * shared) / (members.length + mentions.length) }];
    }),
  );
  const owners = new Map<number, string>();
  const taken = new Set<string>();
  for (const { group, entity } of candidates.sort((left, right) => right.share - left.share)) {
    if (owners.has(entity) || taken.has(group)) continue;
    owners.set(entity, group);
    taken.add(group);
  }
  return owners;
}
