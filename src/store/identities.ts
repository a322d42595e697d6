import type { Candidate } from '../identity/candidate.ts';
import { decide } from '../identity/decide.ts';
import { foldName } from '../language/naming/gazetteer.ts';
import { type Entity, type EntityType, PLACE_KINDS, type Reading } from '../reading/reading.ts';
import type { Row, Sql } from './database.ts';
import { makeId, PREFIX_OF_TYPE } from './ids.ts';
import { findDecided, findForbidden, judge } from './judgements.ts';
import { numberOrNull, textOr, textOrNull } from './row-values.ts';
import { isOrganisationKind } from './rows.ts';

/** Namesakes looked at, the most mentioned first. */
const MOST_NAMESAKES = 20;
/** Articles of an actor, the newest first, that tell its company. */
const RECENT = 20;

/** What the article says of a person's offices; ids of actors. */
export interface Offices {
  readonly titles: readonly string[];
  readonly affiliations: readonly string[];
}

export const NO_OFFICES: Offices = { titles: [], affiliations: [] };

/** The offices of a person of a reading, once what they are held in is known. */
export function officesOf(
  reading: Reading,
  person: number,
  actorOf: (entity: number | null) => string | null,
): Offices {
  const own = reading.positions.filter((position) => position.person === person);
  return {
    titles: own.map((position) => foldTitle(position.title)),
    affiliations: own.flatMap((position) =>
      [actorOf(position.organisation), actorOf(position.place)].filter((id) => id !== null),
    ),
  };
}

/** The British and the American spelling are one title, and so is one with `the` before it. */
function foldTitle(title: string): string {
  return foldName(title)
    .replace(/defence/g, 'defense')
    .replace(/\bcentre\b/g, 'center')
    .replace(/-/g, ' ');
}

/** What identity needs to know of an entity of an article. */
export function toCandidate(entity: Entity, { titles, affiliations }: Offices, company: readonly string[]): Candidate {
  const isOrganisation = entity.type === 'ORGANISATION';
  const isPlace = entity.type === 'PLACE';
  return {
    type: entity.type,
    name: foldName(entity.name),
    names: [...new Set([entity.name, ...entity.aliases].map(foldName))].filter((name) => isTelling(entity, name)),
    acronym: isOrganisation ? (entity.acronym ?? (isAcronym(entity.name) ? entity.name : null)) : null,
    organisationKind: isOrganisation ? entity.kind : null,
    placeKind: isPlace ? entity.kind : null,
    countryCode: entity.type === 'PERSON' ? null : entity.countryCode,
    latitude: isPlace ? entity.latitude : null,
    longitude: isPlace ? entity.longitude : null,
    titles,
    affiliations,
    company,
  };
}

/** Where a person has a full name, only full names identify the person; a surname is an alias that others share. */
function isTelling(entity: Entity, name: string): boolean {
  return entity.type !== 'PERSON' || !entity.name.includes(' ') || name.includes(' ');
}

function isAcronym(name: string): boolean {
  return /^[A-Z][A-Z0-9&.-]{1,6}$/.test(name);
}

/** An entity that wants to know which actor it is. */
export interface Newcomer {
  readonly key: string;
  readonly name: string;
  readonly candidate: Candidate;
  readonly at: string;
}

/**
 * The actor that an entity is: the one that standing judgements give it, else the one that identity's features do, else
 * a new one. A new one's id is made of type and name, so that an empty database gives it again; where an actor of that
 * name exists and is somebody else, of the article too.
 */
export function findOrMakeActor(sql: Sql, { key, name, candidate, at }: Newcomer): { id: string; isNew: boolean } {
  const decided = findDecided(sql, key);
  if (decided !== null) return { id: decided, isNew: false };
  const forbidden = findForbidden(sql, key);
  const known = findNamesakes(sql, candidate).filter((actor) => !forbidden.has(actor.id));
  const found =
    known[
      decide(
        candidate,
        known.map(({ id, candidate: other }) => ({ candidate: other, findCompany: () => companyOf(sql, id) })),
      )
    ];
  if (found) {
    judge(sql, { left: key, right: found.founder, verdict: 'SAME', by: 'machine', at });
    return { id: found.id, isNew: false };
  }
  const prefix = PREFIX_OF_TYPE[candidate.type];
  const id = makeId(prefix, foldName(name), candidate.countryCode ?? '');
  const isTaken = sql.get('SELECT 1 AS taken FROM actors WHERE id = ?', id) !== undefined;
  return { id: isTaken || isVague(candidate, name) ? makeId(prefix, foldName(name), key) : id, isNew: true };
}

/** A single word for a person identifies nobody outside its article. */
function isVague(candidate: Candidate, name: string): boolean {
  return candidate.type === 'PERSON' && !name.includes(' ');
}

interface Namesake {
  readonly id: string;
  readonly founder: string;
  readonly candidate: Candidate;
}

/**
 * The actors that go by one of the names, by the last word of a full one, or are the same country. A country that a
 * curator has merged away is still told by what it was, and is the other.
 */
function findNamesakes(sql: Sql, candidate: Candidate): Namesake[] {
  const lastWords =
    candidate.type === 'PERSON' ? candidate.names.map((name) => name.slice(name.lastIndexOf(' ') + 1)) : [];
  const rows = sql.all(
    `SELECT t.id, t.founder, a.name_key, o.kind AS organisation_kind, o.acronym,
      coalesce(o.country_code, p.country_code) AS country_code, p.kind AS place_kind, p.latitude, p.longitude,
       (SELECT json_group_array(DISTINCT alias_key) FROM aliases WHERE actor_id = t.id) AS names,
       (SELECT json_group_array(DISTINCT f.title) FROM offices f WHERE f.person_id = a.id) AS titles,
       (SELECT json_group_array(DISTINCT b.id) FROM offices f JOIN actors b ON b.id IN (f.organisation_id, f.place_id)
         WHERE f.person_id = a.id) AS affiliations
     FROM (SELECT actor_id, max(rank) AS rank FROM (
         SELECT s.actor_id, 1 AS rank FROM json_each(?) k CROSS JOIN aliases s ON s.alias_key = k.value
         UNION ALL SELECT s.actor_id, 0 FROM json_each(?) k CROSS JOIN aliases s ON s.alias_key = k.value
         UNION ALL SELECT id, 1 FROM places WHERE country_code = ? AND kind = 'COUNTRY') GROUP BY actor_id) n
     JOIN actors a ON a.id = n.actor_id JOIN actors t ON t.id = coalesce(a.merged_into, a.id)
       LEFT JOIN organisations o ON o.id = a.id LEFT JOIN places p ON p.id = a.id
     WHERE a.type = ? ORDER BY n.rank DESC, t.mention_count DESC, a.id LIMIT ${MOST_NAMESAKES}`,
    JSON.stringify(candidate.names),
    JSON.stringify(lastWords),
    candidate.placeKind === 'COUNTRY' ? candidate.countryCode : null,
    candidate.type,
  );
  return rows.map((row) => ({
    id: textOr(row, 'id'),
    founder: textOr(row, 'founder'),
    candidate: readCandidate(candidate.type, row),
  }));
}

function readCandidate(type: EntityType, row: Row): Candidate {
  const kind = textOrNull(row, 'organisation_kind');
  const placeKind = textOrNull(row, 'place_kind');
  const names = readList(textOr(row, 'names'));
  const acronym = textOrNull(row, 'acronym');
  return {
    type,
    name: textOr(row, 'name_key'),
    names,
    acronym,
    organisationKind: isOrganisationKind(kind) ? kind : null,
    placeKind: PLACE_KINDS.find((candidate) => candidate === placeKind) ?? null,
    countryCode: textOrNull(row, 'country_code'),
    latitude: numberOrNull(row, 'latitude'),
    longitude: numberOrNull(row, 'longitude'),
    titles: readList(textOr(row, 'titles')).map(foldTitle),
    affiliations: readList(textOr(row, 'affiliations')),
    company: [],
  };
}

/** Whom an actor was lately seen with. */
function companyOf(sql: Sql, actor: string): string[] {
  return sql
    .all(
      `SELECT DISTINCT f.actor_id FROM (SELECT article_id FROM entities WHERE actor_id = ?
        ORDER BY published_key DESC, article_id DESC LIMIT ${RECENT}) e JOIN entities f ON f.article_id = e.article_id
        WHERE f.actor_id <> ?`,
      actor,
      actor,
    )
    .map((row) => textOr(row, 'actor_id'));
}

function readList(json: string): string[] {
  const list: unknown = JSON.parse(json);
  return Array.isArray(list) ? list.filter((item) => typeof item === 'string') : [];
}
