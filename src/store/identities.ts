import { type Candidate, decide } from '../identity/decide.ts';
import { foldName } from '../language/gazetteer.ts';
import type { Entity, EntityType, Reading } from '../reading/reading.ts';
import type { Row, Sql } from './database.ts';
import { type IdPrefix, makeId } from './ids.ts';
import { isOrganisationKind, textOr, textOrNull } from './rows.ts';

const PREFIXES: Readonly<Record<EntityType, IdPrefix>> = { PERSON: 'per', ORGANISATION: 'org', PLACE: 'plc' };

/** What identity needs to know of an entity of an article. */
export function toCandidate(entity: Entity, affiliations: readonly string[]): Candidate {
  const acronym = entity.type === 'ORGANISATION' ? entity.acronym : null;
  return {
    type: entity.type,
    names: [...new Set([entity.name, ...entity.aliases].map(foldName))].filter((name) => isTelling(entity, name)),
    acronym,
    organisationKind: entity.type === 'ORGANISATION' ? entity.kind : null,
    countryCode: entity.type === 'PERSON' ? null : entity.countryCode,
    placeKind: entity.type === 'PLACE' ? entity.kind : null,
    affiliations,
  };
}

/** Of a person with a full name only full names tell who it is; a surname is an alias that others share. */
function isTelling(entity: Entity, name: string): boolean {
  return entity.type !== 'PERSON' || !entity.name.includes(' ') || name.includes(' ');
}

/** The names of what each person of a reading holds office in. */
export function affiliationsOf(reading: Reading, person: number): string[] {
  return reading.positions.flatMap((position) =>
    position.person === person ? [position.organisation, position.place].flatMap((of) => (of === null ? [] : [foldName(reading.entities[of]?.name ?? '')])) : [],
  );
}

/**
 * The actor that an entity is: the one that a judgement or identity's features give it, or a new one. The new one's id is made of type and name, so that an empty
 * database gives it again; where an actor of that name exists and is somebody else, of the article too.
 */
export function findOrMakeActor(sql: Sql, candidate: Candidate, name: string, articleId: string): { id: string; isNew: boolean } {
  const known = findActors(sql, candidate);
  const found = known[decide(candidate, known.map((actor) => actor.candidate))];
  if (found) return { id: found.id, isNew: false };
  const prefix = PREFIXES[candidate.type];
  const id = makeId(prefix, foldName(name), candidate.countryCode ?? '');
  const isTaken = sql.get('SELECT 1 AS taken FROM actors WHERE id = ?', id) !== undefined;
  return { id: isTaken || isVague(candidate, name) ? makeId(prefix, foldName(name), articleId) : id, isNew: true };
}

/** A single word for a person is nobody in particular beyond its article. */
function isVague(candidate: Candidate, name: string): boolean {
  return candidate.type === 'PERSON' && !name.includes(' ');
}

function findActors(sql: Sql, candidate: Candidate): { id: string; candidate: Candidate }[] {
  if (candidate.names.length === 0) return [];
  const rows = sql.all(
    `SELECT a.id, a.type, a.name, o.kind AS organisation_kind, o.acronym, coalesce(o.country_code, p.country_code) AS country_code, p.kind AS place_kind,
       (SELECT json_group_array(DISTINCT alias_key) FROM aliases WHERE actor_id = a.id) AS names,
       (SELECT json_group_array(DISTINCT b.name_key) FROM positions s JOIN actors b ON b.id IN (s.organisation_id, s.place_id) WHERE s.person_id = a.id) AS affiliations
     FROM actors a LEFT JOIN organisations o ON o.id = a.id LEFT JOIN places p ON p.id = a.id
     WHERE a.type = ? AND a.id IN (SELECT actor_id FROM aliases WHERE alias_key IN (SELECT value FROM json_each(?))
       UNION SELECT id FROM places WHERE kind = 'COUNTRY' AND country_code = ?) ORDER BY a.mention_count DESC, a.id LIMIT 20`,
    candidate.type,
    JSON.stringify(candidate.names),
    candidate.placeKind === 'COUNTRY' ? candidate.countryCode : null,
  );
  return rows.map((row) => ({ id: textOr(row, 'id'), candidate: readCandidate(candidate.type, row) }));
}

function readCandidate(type: EntityType, row: Row): Candidate {
  const name = textOr(row, 'name');
  const names = readList(textOr(row, 'names'));
  const kind = textOrNull(row, 'organisation_kind');
  return {
    type,
    names: type === 'PERSON' && name.includes(' ') ? names.filter((form) => form.includes(' ')) : names,
    acronym: textOrNull(row, 'acronym'),
    organisationKind: isOrganisationKind(kind) ? kind : null,
    countryCode: textOrNull(row, 'country_code'),
    placeKind: textOrNull(row, 'place_kind'),
    affiliations: readList(textOr(row, 'affiliations')),
  };
}

function readList(json: string): string[] {
  const list: unknown = JSON.parse(json);
  return Array.isArray(list) ? list.filter((item) => typeof item === 'string') : [];
}
