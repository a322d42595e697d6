import type { Document } from '../../language/document.ts';
import type { Grammar } from '../../language/grammar.ts';
import { foldName, type Gazetteer, type GazetteerPlace, openGazetteer } from '../../language/naming/gazetteer.ts';
import { spanOf, textOf } from '../../language/ranges.ts';
import type { Span } from '../../span.ts';
import { resolveAnaphora } from './anaphora.ts';
import type { Referent } from './descriptions.ts';
import { findDemonymAt } from './demonyms.ts';
import type { DraftMention } from './drafts.ts';
import { KIND_WORDS, STATE_INSTITUTIONS } from '../lexicon/organisation-words.ts';
import { ORGANISATIONS } from '../../language/lexicon/organisations.ts';
import { ownerCountry } from '../positions/owner-country.ts';
import { clusterNames } from '../names/name-clusters.ts';
import type { NameCluster } from '../names/same-names.ts';
import { kindByApposition, kindByWordBefore, kindByWordBehind, nounsBeside } from '../names/name-descriptions.ts';
import type { NameMention } from '../names/name-mention.ts';
import { findNameMentions } from '../names/name-mentions.ts';
import { ownPosition } from '../positions/position-owners.ts';
import { findPositions, type PositionFinding } from '../positions/positions.ts';
import type { Entity, Mention, OrganisationKind, PlaceKind, Position, ReadingBound } from '../reading.ts';
import type { Ledger } from '../rule.ts';

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
  const { clusters, hasMoreNamesakes } = clusterNames(document, names, gazetteer, ledger);
  const clusterOf = new Map(
    clusters.flatMap((cluster, number) => cluster.names.map((name) => [name, number] as const)),
  );
  const drafts: DraftMention[] = names.map((name, number) => ({
    first: name.first,
    last: name.last,
    head: name.last,
    kind: 'NAME',
    cluster: clusterOf.get(number) ?? 0,
  }));
  const byToken = new Int32Array(document.tokens.count).fill(-1);
  for (const [number, draft] of drafts.entries()) byToken.fill(number, draft.first, draft.last + 1);
  const isPerson = (mention: number): boolean => clusters[drafts[mention]?.cluster ?? -1]?.type === 'PERSON';
  const findings = findPositions({ document, mentions: drafts, mentionAt: (token) => byToken[token] ?? -1, isPerson });
  const institutions = nameInstitutions(document, findings, clusters, drafts);
  const places = clusters.map((cluster) => (cluster.type === 'PLACE' ? lookUpPlace(cluster, gazetteer) : null));
  settleHomonyms(clusters, places, gazetteer);
  const countryByCode = new Map(
    clusters.flatMap((cluster, number) =>
      cluster.type === 'PLACE' && places[number]?.kind === 'COUNTRY'
        ? [[places[number]?.countryCode ?? '', number] as const]
        : [],
    ),
  );
  const findingsOf = groupBy(findings, (finding) => drafts[finding.person]?.cluster ?? -1);
  const draftsOf = groupBy(drafts, (draft) => draft.cluster);
  const findingsAbout = groupBy(findings, (finding) => drafts[finding.of]?.cluster ?? -1);
  const seats = (number: number): string[] => {
    const country =
      clusters[number]?.type === 'ORGANISATION'
        ? countryOf(document, draftsOf.get(number) ?? [], findingsAbout.get(number) ?? [])
        : null;
    return country === null ? [] : [country];
  };
  const titles = clusters.map((_, number) => [
    ...new Set((findingsOf.get(number) ?? []).map((finding) => finding.title.toLowerCase())),
  ]);
  const referents = clusters.map((cluster, number): Referent => {
    const own = findingsOf.get(number) ?? [];
    return {
      type: cluster.type,
      gender: cluster.gender,
      titles: (titles[number] ?? []).slice(0, MOST_TITLES).map((title) => title.split(/[\s-]+/)),
      countries: new Set([
        ...own.flatMap((finding) => countriesOf(document, finding, drafts, clusters, places)),
        ...seats(number),
      ]),
      words: new Set(
        cluster.type === 'PERSON'
          ? own.flatMap((finding) => clusters[drafts[finding.of]?.cluster ?? -1]?.words ?? [])
          : [...cluster.words, ...(draftsOf.get(number) ?? []).flatMap((draft) => nounsBeside(document, draft))],
      ),
      organisationKind: cluster.type === 'ORGANISATION' ? kindOf(document, cluster, names) : null,
      placeKind: places[number]?.kind ?? null,
    };
  });
  const sorted = [...drafts].sort((left, right) => left.first - right.first);
  const all = [...sorted, ...resolveAnaphora(grammar, sorted, referents)].sort(
    (left, right) => left.first - right.first || right.last - left.last,
  );
  const anaphora = new Map(all.flatMap((draft) => (draft.kind === 'NAME' ? [] : [[draft.last, draft] as const])));
  const mentions = all.map(
    (draft): Mention => ({
      first: draft.first,
      last: draft.last,
      span: spanOf(document, draft),
      head: draft.head,
      kind: draft.kind,
      entity: draft.cluster,
    }),
  );
  const mentionsOf = groupBy([...mentions.keys()], (mention) => mentions[mention]?.entity ?? -1);
  const entities = clusters.map((cluster, number) => {
    const [countryCode = null] = seats(number);
    return toEntity(
      document,
      cluster,
      referents[number]?.organisationKind ?? 'OTHER',
      mentionsOf.get(number) ?? [],
      mentions,
      places[number] ?? null,
      countryCode,
    );
  });
  const bounds: ReadingBound[] = [];
  if (hasMoreNamesakes) bounds.push('NAMESAKES');
  if (titles.some(({ length }) => length > MOST_TITLES)) bounds.push('TITLES');
  return {
    bounds,
    entities,
    mentions,
    positions: toPositions(document, findings, drafts, clusters, institutions, countryByCode, (last) =>
      anaphora.get(last),
    ),
  };
}

/**
 * How many titles of a person a description may refer to: what somebody is called beyond that is not looked through for
 * each description.
 */
const MOST_TITLES = 20;

/**
 * Gives an entity to each institution that a role names by description only: `chief of staff of the Iranian armed
 * forces`.
 */
function nameInstitutions(
  document: Document,
  findings: readonly PositionFinding[],
  clusters: NameCluster[],
  drafts: DraftMention[],
): Map<PositionFinding, number> {
  const found = new Map<PositionFinding, number>();
  const organisations = new Map<string, number>();
  for (const [number, { type, name }] of clusters.entries())
    if (type === 'ORGANISATION' && !organisations.has(foldName(name))) organisations.set(foldName(name), number);
  for (const finding of findings) {
    if (finding.institutionFirst < 0) continue;
    const { institutionFirst: first, institutionLast: last } = finding;
    const demonym = findDemonymAt(document, first);
    if (!demonym) continue;
    const lemmas = Array.from(
      { length: last - demonym.last },
      (_, place) => document.tokens.lemmas[demonym.last + 1 + place] ?? '',
    )
      .join(' ')
      .toLowerCase();
    if (!STATE_INSTITUTIONS.has(lemmas)) continue;
    const name = textOf(document, { first, last });
    const cluster = organisations.get(foldName(name)) ?? clusters.length;
    if (cluster === clusters.length) {
      organisations.set(foldName(name), cluster);
      clusters.push({
        type: 'ORGANISATION',
        names: [],
        name,
        words: foldName(name).split(' '),
        acronym: null,
        gender: 'EITHER',
        country: null,
      });
    }
    drafts.push({ first, last, head: last, kind: 'NAME', cluster });
    found.set(finding, cluster);
  }
  return found;
}

function lookUpPlace(cluster: NameCluster, gazetteer: Gazetteer): GazetteerPlace | null {
  return gazetteer.findPlaces(cluster.name)[0] ?? null;
}

/**
 * A name that several places share (`Georgia`, `Paris`) is the one in the country that the article's other places speak
 * for.
 */
function settleHomonyms(
  clusters: readonly NameCluster[],
  places: (GazetteerPlace | null)[],
  gazetteer: Gazetteer,
): void {
  const support = new Map<string, number>();
  clusters.forEach((cluster, number) => {
    const place = places[number];
    const candidates = cluster.type === 'PLACE' ? gazetteer.findPlaces(cluster.name) : [];
    const isSure = place && (place.kind === 'COUNTRY' || candidates.length === 1 || place.population > 1000);
    if (isSure && place.countryCode && !(place.kind === 'COUNTRY' && candidates.length > 1))
      support.set(place.countryCode, (support.get(place.countryCode) ?? 0) + cluster.names.length);
  });
  const total = [...support.values()].reduce((sum, count) => sum + count, 0);
  clusters.forEach((cluster, number) => {
    const candidates = cluster.type === 'PLACE' ? gazetteer.findPlaces(cluster.name) : [];
    if (candidates.length < 2) return;
    const [first] = candidates;
    const best = candidates
      .slice(0, 12)
      .map((place) => ({ place, votes: support.get(place.countryCode ?? '') ?? 0 }))
      .sort((left, right) => right.votes - left.votes)[0];
    if (!first || !best || best.place === first) return;
    const isFirstFamous = first.kind === 'COUNTRY' || first.population > 500;
    const votesForFirst = support.get(first.countryCode ?? '') ?? 0;
    if (
      isFirstFamous
        ? best.votes > 0.6 * total && best.votes >= 3 && votesForFirst === 0 && best.place.kind === 'REGION'
        : best.votes > votesForFirst
    )
      places[number] = best.place;
  });
}

function countriesOf(
  document: Document,
  finding: PositionFinding,
  drafts: readonly DraftMention[],
  clusters: readonly NameCluster[],
  places: readonly (GazetteerPlace | null)[],
): string[] {
  const demonym = findDemonymAt(document, finding.demonym);
  const cluster = drafts[finding.of]?.cluster ?? -1;
  const place = clusters[cluster]?.type === 'PLACE' ? places[cluster] : null;
  return [...(demonym ? [demonym.code] : []), ...(place?.countryCode ? [place.countryCode] : [])];
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

/**
 * The country that a demonym or a possessive right before an organisation's name or a demonym in its own words tells,
 * or one before the role of somebody in it.
 */
function countryOf(
  document: Document,
  drafts: readonly DraftMention[],
  findings: readonly PositionFinding[],
): string | null {
  for (const draft of drafts) {
    for (const token of [draft.first - 2, draft.first - 1, draft.first]) {
      const demonym = findDemonymAt(document, token);
      if (demonym && demonym.last >= draft.first - 1) return demonym.code;
    }
    const owner = ownerCountry(document, draft.first);
    if (owner !== null) return owner;
  }
  const finding = findings.find((candidate) => candidate.demonym >= 0);
  return finding ? (findDemonymAt(document, finding.demonym)?.code ?? null) : null;
}

/** The kind that the organisation's name tells, or else the noun before one of its mentions (`the news agency MTI`). */
function kindOf(document: Document, cluster: NameCluster, names: readonly NameMention[]): OrganisationKind {
  const known = ORGANISATIONS.get(cluster.name) ?? ORGANISATIONS.get(cluster.acronym ?? '');
  if (known) return known;
  const words = foldName(`${cluster.name} ${cluster.acronym ?? ''}`).split(/[\s-]+/);
  const named = KIND_WORDS.find(([, list]) => words.some((word) => list.has(word)))?.[0];
  if (named) return named;
  const told = cluster.names
    .map((number) => {
      const name = names[number];
      return name
        ? (kindByWordBefore(document, name.first) ??
            kindByWordBehind(document, name.last) ??
            kindByApposition(document, name.last))
        : null;
    })
    .find((kind) => kind !== null);
  return told ?? 'OTHER';
}

/** `own` are the numbers of the entity's mentions. */
function toEntity(
  document: Document,
  cluster: NameCluster,
  kind: OrganisationKind,
  own: readonly number[],
  mentions: readonly Mention[],
  place: GazetteerPlace | null,
  countryCode: string | null,
): Entity {
  const forms = own.flatMap((at) => {
    const mention = mentions[at];
    return mention?.kind === 'NAME' ? [textOf(document, mention).replace(/\s+/g, ' ')] : [];
  });
  const base = {
    name: cluster.name,
    aliases: [...new Set(forms)].filter((form) => form !== cluster.name),
    mentions: own,
  };
  switch (cluster.type) {
    case 'PERSON':
      return { type: 'PERSON', ...base };
    case 'ORGANISATION':
      return { type: 'ORGANISATION', ...base, kind, acronym: cluster.acronym, countryCode };
    case 'PLACE':
      return {
        type: 'PLACE',
        ...base,
        kind: toPlaceKind(cluster, place),
        countryCode: place?.countryCode ?? null,
        latitude: place?.latitude ?? null,
        longitude: place?.longitude ?? null,
      };
  }
}

function toPlaceKind(cluster: NameCluster, place: GazetteerPlace | null): PlaceKind {
  if (place) return place.kind;
  const last = cluster.words.at(-1) ?? '';
  if (
    /^(?:street|road|avenue|airport|bridge|stadium|arena|square|station|park|prison|hall|tower|hotel|building|center|centre|camp|palace|boulevard|base)$/.test(
      last,
    )
  )
    return 'FACILITY';
  if (
    /^(?:river|lake|sea|ocean|mountain|mountains|valley|bay|desert|forest|strait|gulf)$/.test(last) ||
    /^(?:mount|lake|river)$/.test(cluster.words[0] ?? '')
  )
    return 'NATURAL';
  if (/^(?:county|province|region|state|district|peninsula|island|islands)$/.test(last)) return 'REGION';
  return 'OTHER';
}

function toPositions(
  document: Document,
  findings: readonly PositionFinding[],
  drafts: readonly DraftMention[],
  clusters: readonly NameCluster[],
  institutions: ReadonlyMap<PositionFinding, number>,
  countryByCode: ReadonlyMap<string, number>,
  anaphora: (last: number) => DraftMention | undefined,
): Position[] {
  const positions = new Map<string, Position & { readonly evidence: Span[] }>();
  for (const finding of findings) {
    const person = drafts[finding.person]?.cluster ?? -1;
    const of = drafts[finding.of]?.cluster ?? -1;
    const owned = ownPosition(document, finding, anaphora);
    if (!owned || owned.owner === person) continue;
    const owner = of >= 0 ? of : owned.owner;
    const country = countryByCode.get(findDemonymAt(document, finding.demonym)?.code ?? '');
    const institution = institutions.get(finding);
    const position = {
      person,
      title: owned.title,
      former: finding.former,
      organisation: institution ?? (clusters[owner]?.type === 'ORGANISATION' ? owner : null),
      place: country ?? (clusters[owner]?.type === 'PLACE' ? owner : null),
      evidence: [spanOf(document, owned)],
    };
    const key = [person, position.title.toLowerCase(), position.organisation, position.place, position.former].join(
      '|',
    );
    const known = positions.get(key);
    if (known) known.evidence.push(...position.evidence);
    else positions.set(key, position);
  }
  return [...positions.values()];
}
