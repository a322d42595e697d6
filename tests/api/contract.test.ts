import { readFileSync } from 'node:fs';
import { buildSchema, isEnumType, isInputObjectType, isInterfaceType, isObjectType, Kind, parse, print } from 'graphql';
import { expect, test } from 'vitest';

/**
 * What frontends rely on: names and types that may be added to and never taken away. Fields of an interface count for
 * whatever implements it.
 */
const CONTRACT = `
scalar DateTime
scalar Date
scalar URL
interface Node { id: ID! }
interface Actor implements Node {
  name: String! aliases: [String!]!
  statements(first: Int, after: String, last: Int, before: String, filter: StatementFilter, orderBy: StatementOrder):
    StatementConnection!
  statementsAbout(first: Int, after: String, filter: StatementFilter): StatementConnection!
  events(first: Int, after: String, last: Int, before: String, filter: EventFilter, orderBy: EventOrder):
    EventConnection!
  articles(first: Int, after: String, last: Int, before: String, filter: ArticleFilter, orderBy: ArticleOrder):
    ArticleConnection!
  mentions(first: Int, after: String): MentionConnection!
  associates(first: Int, after: String): AssociateConnection!
}
type Person implements Actor & Node { positions: [Position!]! }
type Organisation implements Actor & Node { kind: OrganisationKind! acronym: String country: Place
  people(first: Int, after: String): PersonConnection! }
type Place implements Actor & Node { kind: PlaceKind! countryCode: String latitude: Float longitude: Float
  country: Place }
type Position { title: String! person: Person! organisation: Organisation place: Place evidence: [Span!]! }
type Article implements Node {
  title: String! url: URL publisher: Organisation authors: [String!]! language: String! publishedAt: DateTime
    dateline: Place text: String! wordCount: Int! ingestedAt: DateTime!
  people(first: Int, after: String): PersonConnection!
  organisations(first: Int, after: String): OrganisationConnection!
  places(first: Int, after: String): PlaceConnection!
  statements(first: Int, after: String, last: Int, before: String, filter: StatementFilter, orderBy: StatementOrder):
    StatementConnection!
  events(first: Int, after: String, last: Int, before: String, filter: EventFilter, orderBy: EventOrder):
    EventConnection!
  mentions(first: Int, after: String): MentionConnection!
  similar(first: Int): [Article!]!
}
enum StatementKind { DIRECT INDIRECT MIXED }
enum SpeechAct { SAY CLAIM ACCUSE DENY WARN THREATEN PROMISE DEMAND ASK PRAISE }
type Statement implements Node {
  kind: StatementKind! text: String! act: SpeechAct! cue: String source: String speakers: [Actor!]!
    addressees: [Actor!]! via: String viaOrganisation: Organisation about: [Actor!]!
  events: [Event!]! evidence: [Span!]! sentence: String! article: Article! confidence: Float!
}
enum EventStatus { OCCURRED ONGOING PLANNED ALLEGED DENIED HYPOTHETICAL }
enum ParticipantRole { ACTOR RECIPIENT }
enum EventType {
  AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE
    COERCE ASSAULT
  APPOINTMENT ELECTION LEGAL ACCIDENT DISASTER DEATH BUSINESS RELEASE SPORT CEREMONY OTHER
}
type Event implements Node {
  type: EventType! mode: String status: EventStatus! summary: String! trigger: Span!
    participants: [EventParticipant!]! date: TimeReference place: Place statement: Statement
  evidence: [Span!]! sentence: String! article: Article! confidence: Float!
}
type EventParticipant { role: ParticipantRole! actor: Actor text: String! span: Span! }
type TimeReference { text: String! start: Date end: Date precision: TimePrecision! }
enum TimePrecision { DAY WEEK MONTH QUARTER YEAR UNKNOWN }
type Span { start: Int! end: Int! text: String! }
type Mention { span: Span! kind: MentionKind! actor: Actor! article: Article! }
enum MentionKind { NAME NOMINAL PRONOUN }
type PageInfo { hasNextPage: Boolean! hasPreviousPage: Boolean! startCursor: String endCursor: String }
type ArticleConnection { edges: [ArticleEdge!]! nodes: [Article!]! pageInfo: PageInfo! totalCount: Int! }
type PersonConnection { edges: [PersonEdge!]! nodes: [Person!]! pageInfo: PageInfo! totalCount: Int! }
type PersonEdge { cursor: String! node: Person! mentionCount: Int }
type OrganisationConnection { edges: [OrganisationEdge!]! nodes: [Organisation!]! pageInfo: PageInfo! totalCount: Int! }
type PlaceConnection { edges: [PlaceEdge!]! nodes: [Place!]! pageInfo: PageInfo! totalCount: Int! }
type StatementConnection { edges: [StatementEdge!]! nodes: [Statement!]! pageInfo: PageInfo! totalCount: Int! }
type EventConnection { edges: [EventEdge!]! nodes: [Event!]! pageInfo: PageInfo! totalCount: Int! }
type MentionConnection { edges: [MentionEdge!]! nodes: [Mention!]! pageInfo: PageInfo! totalCount: Int! }
type AssociateConnection { edges: [AssociateEdge!]! nodes: [Actor!]! pageInfo: PageInfo! totalCount: Int! }
type SearchConnection { edges: [SearchEdge!]! pageInfo: PageInfo! totalCount: Int! }
type SearchEdge { cursor: String! snippet: String! score: Float! }
input ArticleInput { text: String! title: String url: URL publisher: String authors: [String!] language: String }
type Query {
  node(id: ID!): Node
  nodes(ids: [ID!]!): [Node]!
  article(id: ID, url: URL): Article
  articles(first: Int, after: String, last: Int, before: String, filter: ArticleFilter, orderBy: ArticleOrder):
    ArticleConnection!
  person(id: ID, name: String): Person
  people(first: Int, after: String, last: Int, before: String, filter: ActorFilter, orderBy: ActorOrder):
    PersonConnection!
  organisation(id: ID, name: String): Organisation
  organisations(first: Int, after: String, last: Int, before: String, filter: ActorFilter, orderBy: ActorOrder):
    OrganisationConnection!
  place(id: ID, name: String): Place
  places(first: Int, after: String, last: Int, before: String, filter: ActorFilter, orderBy: ActorOrder):
    PlaceConnection!
  statement(id: ID!): Statement
  statements(first: Int, after: String, last: Int, before: String, filter: StatementFilter, orderBy: StatementOrder):
    StatementConnection!
  event(id: ID!): Event
  events(first: Int, after: String, last: Int, before: String, filter: EventFilter, orderBy: EventOrder):
    EventConnection!
  search(query: String!, types: [SearchType!], first: Int, after: String): SearchConnection!
  extract(input: ArticleInput!): Extraction!
  statistics: Statistics!
}
enum IngestStatus { CREATED UNCHANGED UPDATED }
type IngestArticlePayload { status: IngestStatus article: Article errors: [UserError!]! }
type UserError { message: String! }
type Mutation {
  ingestArticle(input: ArticleInput!): IngestArticlePayload!
  deleteArticle(id: ID!): DeleteArticlePayload!
  mergeActors(from: ID!, into: ID!): MergeActorsPayload!
  renameActor(id: ID!, name: String!): RenameActorPayload!
}
`;

const schema = buildSchema(readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf8'));

interface Promised {
  readonly name: { readonly value: string };
  readonly type: Parameters<typeof print>[0];
}

/** What of a promised list of arguments or fields is missing, or of another type. */
function compare(where: string, promised: readonly Promised[], there: ReadonlyMap<string, string>): string[] {
  return promised.flatMap((item) => {
    const [wanted, found] = [print(item.type), there.get(item.name.value)];
    return found === wanted ? [] : [`${where}${item.name.value}: ${wanted} is ${found ?? 'missing'}`];
  });
}

test.each(
  parse(CONTRACT).definitions.flatMap((definition) =>
    'name' in definition && definition.name ? [{ name: definition.name.value, definition }] : [],
  ),
)('schema.graphql keeps what is promised of $name', ({ name, definition }) => {
  const type = schema.getType(name);
  const misses: string[] = type ? [] : [`${name} is missing`];
  if (definition.kind === Kind.ENUM_TYPE_DEFINITION) {
    const values = isEnumType(type) ? type.getValues().map((value) => value.name) : [];
    misses.push(
      ...(definition.values ?? []).map((value) => value.name.value).filter((value) => !values.includes(value)),
    );
  }
  if (definition.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION && isInputObjectType(type)) {
    misses.push(
      ...compare(
        '',
        definition.fields ?? [],
        new Map(Object.values(type.getFields()).map((field) => [field.name, String(field.type)])),
      ),
    );
  }
  if (definition.kind === Kind.OBJECT_TYPE_DEFINITION || definition.kind === Kind.INTERFACE_TYPE_DEFINITION) {
    const fields = isObjectType(type) || isInterfaceType(type) ? type.getFields() : {};
    const interfaces = isObjectType(type) || isInterfaceType(type) ? type.getInterfaces().map((each) => each.name) : [];
    misses.push(
      ...(definition.interfaces ?? []).map((each) => each.name.value).filter((each) => !interfaces.includes(each)),
    );
    misses.push(
      ...compare(
        '',
        definition.fields ?? [],
        new Map(Object.values(fields).map((field) => [field.name, String(field.type)])),
      ),
    );
    for (const field of definition.fields ?? []) {
      const args = fields[field.name.value]?.args ?? [];
      misses.push(
        ...compare(
          `${field.name.value}: argument `,
          field.arguments ?? [],
          new Map(args.map((argument) => [argument.name, String(argument.type)])),
        ),
      );
      const promised = new Set(field.arguments?.map((argument) => argument.name.value));
      misses.push(
        ...args
          .filter(
            (argument) =>
              !promised.has(argument.name) &&
              String(argument.type).endsWith('!') &&
              argument.defaultValue === undefined,
          )
          .map((argument) => `${argument.name} is needed`),
      );
    }
  }
  expect(misses).toEqual([]);
});
