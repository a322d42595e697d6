import type { Document } from '../../language/document.ts';
import { spanOf } from '../../language/ranges.ts';
import type { Span } from '../../span.ts';
import { findDemonymAt } from '../actors/demonyms.ts';
import type { TokenMention } from '../actors/mention.ts';
import type { NameCluster } from '../names/same-names.ts';
import type { Position } from '../reading.ts';
import type { PositionFinding } from './finding.ts';
import { type AnaphorEndingAt, ownTitle } from './owners.ts';

/** What turns findings into positions: who is who by now. */
interface Known {
  readonly document: Document;
  readonly mentions: readonly TokenMention[];
  readonly clusters: readonly NameCluster[];
  readonly institutionOf: ReadonlyMap<PositionFinding, number>;
  /** The country among the entities with an ISO code. */
  readonly countryBy: ReadonlyMap<string, number>;
  readonly anaphorEndingAt: AnaphorEndingAt;
}

/** The roles of people by what they are roles in; one that is told several times has several places as evidence. */
export function toPositions(findings: readonly PositionFinding[], known: Known): Position[] {
  const positions = new Map<string, Position & { readonly evidence: Span[] }>();
  for (const finding of findings) {
    const position = toPosition(finding, known);
    if (!position) continue;
    const { person, title, former, organisation, place, evidence } = position;
    const key = [person, title.toLowerCase(), organisation, place, former].join('|');
    const same = positions.get(key);
    if (same) same.evidence.push(...evidence);
    else positions.set(key, { ...position, evidence: [...evidence] });
  }
  return [...positions.values()];
}

function toPosition(finding: PositionFinding, known: Known): Position | null {
  const { document, mentions, clusters, institutionOf, countryBy, anaphorEndingAt } = known;
  const person = mentions[finding.person]?.entity ?? -1;
  const owned = ownTitle(document, finding, anaphorEndingAt);
  if (!owned || owned.owner === person) return null;
  const owner = mentions[finding.of]?.entity ?? owned.owner;
  const typeOfOwner = clusters[owner]?.type;
  const country = countryBy.get(findDemonymAt(document, finding.demonym)?.code ?? '');
  return {
    person,
    title: owned.title,
    former: finding.former,
    organisation: institutionOf.get(finding) ?? (typeOfOwner === 'ORGANISATION' ? owner : null),
    place: country ?? (typeOfOwner === 'PLACE' ? owner : null),
    evidence: [spanOf(document, owned)],
  };
}
