import type { Document } from '../../language/document.ts';
import type { Grammar } from '../../language/grammar.ts';
import { type GazetteerPlace, openGazetteer } from '../../language/naming/gazetteer.ts';
import { spanOf, textOf } from '../../language/ranges.ts';
import { clusterNames } from '../names/name-clusters.ts';
import type { NameCluster } from '../names/same-names.ts';
import { nounsBeside } from '../names/name-descriptions.ts';
import { findNameMentions } from '../names/name-mentions.ts';
import { findPositions } from '../positions/find-positions.ts';
import type { PositionFinding } from '../positions/finding.ts';
import { addInstitutions } from '../positions/institutions.ts';
import { toPositions } from '../positions/to-positions.ts';
import type { Entity, Mention, Position, ReadingBound } from '../reading.ts';
import type { Ledger } from '../rule.ts';
import { resolveAnaphora } from './anaphora.ts';
import { findDemonymAt } from './demonyms.ts';
import type { TokenMention } from './mention.ts';
import { countryOfOrganisation, kindOfOrganisation } from './organisations.ts';
import { kindOfPlace, locate } from './places.ts';
import type { Referent } from './referent.ts';

/** Who is who in an article. */
export interface Actors {
  readonly entities: readonly Entity[];
  /** In text order. */
  readonly mentions: readonly Mention[];
  readonly positions: readonly Position[];
  /** The bounds that were reached. */
  readonly bounds: readonly ReadingBound[];
}

/**
 * The people, organisations and places of an article, every mention of them, and the roles of the people. Names first,
 * as they are surest; then which names are one entity; then the roles, which descriptions refer by; then descriptions
 * and pronouns.
 */
export function findActors(grammar: Grammar, ledger: Ledger): Actors {
  const { document } = grammar;
  const gazetteer = openGazetteer();
  const names = findNameMentions(document, gazetteer, ledger);
  const { clusters: named, hasMoreNamesakes } = clusterNames(document, names, gazetteer, ledger);
  const byName = toTokenMentions(names, named);
  const findings = findPositions({ ...grammar, ...peopleAmong(document, byName, named) }, ledger);
  const known = addInstitutions(document, findings, named, byName);
  const { clusters } = known;
  const places = locate(clusters, gazetteer);
  const titles = titlesOf(findings, known.mentions);
  const facts = { document, ...known, places, findings, titles };
  const referents = readReferents(facts);
  const sorted = [...known.mentions].sort((left, right) => left.first - right.first);
  const anaphora = resolveAnaphora(grammar, sorted, referents, ledger);
  const mentions = [...sorted, ...anaphora]
    .sort((left, right) => left.first - right.first || right.last - left.last)
    .map((mention): Mention => ({ ...mention, span: spanOf(document, mention) }));
  const byLast = new Map(anaphora.map((mention) => [mention.last, mention] as const));
  return {
    entities: toEntities(facts, referents, mentions),
    mentions,
    positions: toPositions(findings, {
      document,
      ...known,
      countryBy: countriesByCode(places),
      anaphorEndingAt: (last) => byLast.get(last),
    }),
    bounds: [
      ...(hasMoreNamesakes ? (['NAMESAKES'] as const) : []),
      ...([...titles.values()].some(({ size }) => size > MOST_TITLES) ? (['TITLES'] as const) : []),
    ],
  };
}

/**
 * How many titles of a person a description may refer to: what somebody is called beyond that is not looked through for
 * each description.
 */
const MOST_TITLES = 20;

function toTokenMentions(
  names: readonly { readonly first: number; readonly last: number }[],
  clusters: readonly NameCluster[],
): TokenMention[] {
  const entityOf = new Map(clusters.flatMap(({ names: own }, entity) => own.map((name) => [name, entity] as const)));
  return names.map(({ first, last }, name) => ({
    first,
    last,
    head: last,
    kind: 'NAME',
    entity: entityOf.get(name) ?? 0,
  }));
}

function peopleAmong(document: Document, mentions: readonly TokenMention[], clusters: readonly NameCluster[]) {
  const byToken = new Int32Array(document.tokens.count).fill(-1);
  for (const [number, { first, last }] of mentions.entries()) byToken.fill(number, first, last + 1);
  return {
    mentions,
    mentionAt: (token: number): number => byToken[token] ?? -1,
    isPerson: (mention: number): boolean => clusters[mentions[mention]?.entity ?? -1]?.type === 'PERSON',
  };
}

/** The titles of each person, in lower case. */
function titlesOf(
  findings: readonly PositionFinding[],
  mentions: readonly TokenMention[],
): Map<number, ReadonlySet<string>> {
  return new Map(
    [...groupBy(findings, ({ person }) => mentions[person]?.entity ?? -1)].map(([person, own]) => [
      person,
      new Set(own.map(({ title }) => title.toLowerCase())),
    ]),
  );
}

/** What is known of the entities before descriptions and pronouns are read. */
interface Facts {
  readonly document: Document;
  readonly clusters: readonly NameCluster[];
  readonly mentions: readonly TokenMention[];
  readonly places: readonly (GazetteerPlace | null)[];
  readonly findings: readonly PositionFinding[];
  readonly titles: ReadonlyMap<number, ReadonlySet<string>>;
}

function readReferents({ document, clusters, mentions, places, findings, titles }: Facts): Referent[] {
  const findingsOf = groupBy(findings, ({ person }) => mentions[person]?.entity ?? -1);
  const mentionsOf = groupBy(mentions, ({ entity }) => entity);
  const countryOf = ({ demonym, of }: PositionFinding): string[] => {
    const told = findDemonymAt(document, demonym)?.code ?? places[mentions[of]?.entity ?? -1]?.countryCode;
    return told ? [told] : [];
  };
  return clusters.map((cluster, number): Referent => {
    const own = mentionsOf.get(number) ?? [];
    return {
      type: cluster.type,
      gender: cluster.gender,
      titles: [...(titles.get(number) ?? [])].slice(0, MOST_TITLES).map((title) => title.split(/[\s-]+/)),
      words: new Set([...cluster.words, ...own.flatMap((mention) => nounsBeside(document, mention))]),
      countries: new Set((findingsOf.get(number) ?? []).flatMap(countryOf)),
      organisationKind: cluster.type === 'ORGANISATION' ? kindOfOrganisation(document, cluster, own) : null,
      placeKind: places[number]?.kind ?? null,
    };
  });
}

function toEntities(
  { document, clusters, places }: Facts,
  referents: readonly Referent[],
  mentions: readonly Mention[],
): Entity[] {
  const numbersOf = groupBy([...mentions.keys()], (number) => mentions[number]?.entity ?? -1);
  const namesOf = groupBy(
    mentions.filter(({ kind }) => kind === 'NAME'),
    ({ entity }) => entity,
  );
  return clusters.map((cluster, number): Entity => {
    const { name, type, acronym } = cluster;
    const own = namesOf.get(number) ?? [];
    const forms = own.map((mention) => textOf(document, mention).replace(/\s+/g, ' '));
    const aliases = [...new Set(forms)].filter((form) => form !== name);
    const base = { name, aliases, mentions: numbersOf.get(number) ?? [] };
    if (type === 'PERSON') return { type, ...base };
    if (type === 'ORGANISATION') {
      const kind = referents[number]?.organisationKind ?? 'OTHER';
      return { type, ...base, kind, acronym, countryCode: countryOfOrganisation(document, own) };
    }
    const place = places[number] ?? null;
    const { countryCode = null, latitude = null, longitude = null } = place ?? {};
    return { type, ...base, kind: kindOfPlace(cluster, place), countryCode, latitude, longitude };
  });
}

function countriesByCode(places: readonly (GazetteerPlace | null)[]): Map<string, number> {
  return new Map(
    places.flatMap((place, number) => (place?.kind === 'COUNTRY' ? [[place.countryCode ?? '', number] as const] : [])),
  );
}

function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => number): Map<number, Item[]> {
  const groups = new Map<number, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
