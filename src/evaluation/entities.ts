import { join } from 'node:path';
import { extract } from '../ingest.ts';
import type { EntityType, Reading } from '../reading/reading.ts';
import type { Span } from '../span.ts';
import { type GumDocument, readGumDocuments } from '../training/gum-names.ts';
import { type GoldName, readUniversalNer } from '../training/name-corpora.ts';
import { type Figure, f1 } from './figures.ts';

const TYPES: readonly EntityType[] = ['PERSON', 'ORGANISATION', 'PLACE'];
const PRONOUNS = new Set(
  'i me my mine myself you your yours yourself he him his himself she her hers herself it its itself we us our ours ourselves they them their theirs themselves who whom whose which that this these those'.split(
    ' ',
  ),
);

interface FoundMention extends Span {
  readonly type: EntityType;
  readonly entity: number;
}

/** A span without outer marks, a leading `the` and a trailing `'s`: borders that guidelines differ about. */
function trimBorders(text: string, { start, end }: Span): Span {
  let from = start;
  let to = end;
  for (;;) {
    const words = text.slice(from, to);
    const lead = /^(?:the\s+|[\s"'“”‘’(,;:]+)/i.exec(words)?.[0].length ?? 0;
    const tail = /(?:['’]s|[\s"'“”‘’),;:!?.]+)$/u.exec(words)?.[0].length ?? 0;
    const nextFrom = lead > 0 && lead < words.length ? from + lead : from;
    const nextTo = tail > 0 && tail < to - nextFrom ? to - tail : to;
    if (nextFrom === from && nextTo === to) return { start: from, end: to };
    from = nextFrom;
    to = nextTo;
  }
}

/** The mentions of a reading that a scorer of names looks at: with a capital, and no pronouns. */
function namedMentions(reading: Reading): FoundMention[] {
  const { text } = reading.document;
  const seen = new Set<string>();
  return reading.mentions.flatMap((mention) => {
    const type = reading.entities[mention.entity]?.type ?? 'PERSON';
    const span = trimBorders(text, mention.span);
    const words = text.slice(span.start, span.end);
    const key = `${type}:${span.start}:${span.end}`;
    if (!/\p{Lu}/u.test(words) || PRONOUNS.has(words.toLowerCase()) || seen.has(key)) return [];
    seen.add(key);
    return [{ ...span, type, entity: mention.entity }];
  });
}

/** Names of people, organisations and places on the Universal NER and GUM development sets: span and type exact. */
export function evaluateNames(corpora: string): Figure[] {
  const sets = [
    ['Universal NER, EWT dev', readUniversalNer(corpora), { atLeast: 68, aim: 75 }],
    ['GUM dev', readGumDocuments(join(corpora, 'treebank', 'gum-dev.conllu')), {}],
  ] as const;
  return sets.flatMap(([data, texts, target]) => {
    const counts = TYPES.map(() => ({ right: 0, found: 0, gold: 0 }));
    for (const { text, names } of texts) {
      const found = namedMentions(extract(text, null));
      const keys = new Set(found.map((mention) => `${mention.type}:${mention.start}:${mention.end}`));
      TYPES.forEach((type, number) => {
        const count = counts[number];
        if (!count) return;
        const gold = names.filter((name: GoldName) => name.type === number).map((name: GoldName) => trimBorders(text, name));
        count.found += found.filter((mention) => mention.type === type).length;
        count.gold += gold.length;
        count.right += gold.filter((span) => keys.has(`${type}:${span.start}:${span.end}`)).length;
      });
    }
    const sum = (field: 'right' | 'found' | 'gold'): number => counts.reduce((total, count) => total + count[field], 0);
    return [
      { measure: 'names, exact F1', data, value: f1(sum('right'), sum('found'), sum('gold')), ...target },
      ...counts.map((count, number) => ({ measure: `names, ${(TYPES[number] ?? '').toLowerCase()}`, data, value: f1(count.right, count.found, count.gold) })),
    ];
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

/** Who is who on GUM's news, interviews, biographies, speeches and court records: whole entities right, B³ (Bagga and Baldwin 1998), he and she. */
export function evaluatePeople(corpora: string): Figure[] {
  const counts: ClusterCounts = { entitiesRight: 0, goldEntities: 0, foundEntities: 0, b3Found: 0, b3FoundOf: 0, b3Gold: 0, b3GoldOf: 0, pronounsRight: 0, pronounsFound: 0, pronounsGold: 0 };
  const documents = readGumDocuments(join(corpora, 'treebank', 'gum-dev.conllu')).filter(({ id }) => /^GUM_(?:news|interview|bio|speech|court)_/.test(id));
  for (const document of documents) countPeople(document, extract(document.text, null), counts);
  const data = 'GUM dev, news, interview, bio, speech, court';
  return [
    { measure: 'people, whole entities F1', data, value: f1(counts.entitiesRight, counts.foundEntities, counts.goldEntities), atLeast: 75, aim: 83 },
    { measure: 'people, B³', data, value: f1(counts.b3Found, counts.b3FoundOf, counts.b3GoldOf, counts.b3Gold), atLeast: 78, aim: 85 },
    { measure: 'people, he and she F1', data, value: f1(counts.pronounsRight, counts.pronounsFound, counts.pronounsGold), atLeast: 60, aim: 72 },
  ];
}

function countPeople({ text, names, pronouns }: GumDocument, reading: Reading, counts: ClusterCounts): void {
  const gold = names.filter((name) => name.type === 0).map((name) => ({ ...trimBorders(text, name), group: name.group }));
  const found = namedMentions(reading).filter((mention) => mention.type === 'PERSON');
  const aligned = align(gold, found);
  const back = new Map([...aligned].map(([left, right]) => [right, left]));
  const groups = new Map<string, number[]>();
  for (const [number, name] of gold.entries()) groups.set(name.group, [...(groups.get(name.group) ?? []), number]);
  const clusters = new Map<number, number[]>();
  for (const [number, mention] of found.entries()) clusters.set(mention.entity, [...(clusters.get(mention.entity) ?? []), number]);
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
      .filter((mention) => /^(?:he|him|his|himself|she|her|hers|herself)$/i.test(text.slice(mention.span.start, mention.span.end)))
      .map((mention) => [mention.span.start, mention.entity]),
  );
  const named = pronouns.filter((pronoun) => groups.has(pronoun.group));
  counts.pronounsFound += foundPronouns.size;
  counts.pronounsGold += named.length;
  counts.pronounsRight += named.filter((pronoun) => owners.get(foundPronouns.get(pronoun.start) ?? -1) === pronoun.group).length;
}

/** Pairs gold names with found ones, one to one: the same span first, then an overlapping one. */
function align(gold: readonly Span[], found: readonly Span[]): Map<number, number> {
  const pairs = new Map<number, number>();
  const used = new Set<number>();
  for (const isExact of [true, false]) {
    gold.forEach((name, number) => {
      if (pairs.has(number)) return;
      const partner = found.findIndex(
        (mention, other) => !used.has(other) && (isExact ? mention.start === name.start && mention.end === name.end : mention.start < name.end && name.start < mention.end),
      );
      if (partner < 0) return;
      pairs.set(number, partner);
      used.add(partner);
    });
  }
  return pairs;
}

/** Which gold group each found entity stands for: the pairs that share most, best first. */
function ownersOf(groups: ReadonlyMap<string, readonly number[]>, clusters: ReadonlyMap<number, readonly number[]>, clusterOf: (name: number) => number | undefined): Map<number, string> {
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
