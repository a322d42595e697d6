import { readFileSync } from 'node:fs';
import {
  buildSchema,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLSchema,
  isInterfaceType,
  isObjectType,
  isUnionType,
} from 'graphql';
import { SCALARS } from './scalars.ts';
import { organisationResolvers, personResolvers, placeResolvers } from './types/actor.ts';
import { articleResolvers } from './types/article.ts';
import {
  eventResolvers,
  mentionResolvers,
  participantResolvers,
  positionResolvers,
  statementResolvers,
} from './types/facts.ts';
import { mutationResolvers } from './types/mutation.ts';
import { queryResolvers } from './types/query.ts';
import type { FieldResolvers } from './types/resolvers.ts';
import { statisticsResolvers } from './types/statistics.ts';
import { subscriptionResolvers } from './types/subscription.ts';

/** The resolvers of each type; a field without one reads the property of its name. */
// biome-ignore lint/suspicious/noExplicitAny: only the schema knows the source that each type's resolvers take.
export const RESOLVERS: Readonly<Record<string, FieldResolvers<any>>> = {
  Query: queryResolvers,
  Mutation: mutationResolvers,
  Subscription: subscriptionResolvers,
  Article: articleResolvers,
  Person: personResolvers,
  Organisation: organisationResolvers,
  Place: placeResolvers,
  Position: positionResolvers,
  Mention: mentionResolvers,
  Statement: statementResolvers,
  Event: eventResolvers,
  EventParticipant: participantResolvers,
  Statistics: statisticsResolvers,
};

/** The concrete type of a record, by the type it carries. */
const TYPE_NAMES: Readonly<Record<string, string>> = {
  PERSON: 'Person',
  ORGANISATION: 'Organisation',
  PLACE: 'Place',
  Article: 'Article',
  Statement: 'Statement',
  Event: 'Event',
};

/**
 * The schema of `schema.graphql` with its resolvers. Throws when a resolver has no field: schema and code cannot drift.
 */
export function loadSchema(): GraphQLSchema {
  // A test validates the file; every start would take twenty milliseconds for it.
  const schema = buildSchema(readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf8'), {
    assumeValidSDL: true,
  });
  for (const scalar of SCALARS) {
    const declared = schema.getType(scalar.name);
    if (declared)
      Object.assign(declared, {
        serialize: scalar.serialize,
        parseValue: scalar.parseValue,
        parseLiteral: scalar.parseLiteral,
      });
  }
  for (const [name, resolvers] of Object.entries(RESOLVERS)) {
    const type = schema.getType(name);
    for (const [field, resolve] of Object.entries(resolvers)) {
      const target = isObjectType(type) ? type.getFields()[field] : undefined;
      if (!target) throw new Error(`The schema has no field ${name}.${field}.`);
      target.resolve = resolve;
    }
  }
  for (const type of Object.values(schema.getTypeMap())) {
    if (isInterfaceType(type) || isUnionType(type))
      type.resolveType = (record: { type: string }) => TYPE_NAMES[record.type];
    if (isObjectType(type) || isInterfaceType(type)) inheritDescriptions(type);
  }
  return schema;
}

/** A field of a type says the same as the field of the interface that it implements, where it says nothing itself. */
function inheritDescriptions(type: GraphQLObjectType | GraphQLInterfaceType): void {
  for (const field of Object.values(type.getFields())) {
    for (const parent of type.getInterfaces()) {
      const inherited = parent.getFields()[field.name];
      field.description ??= inherited?.description;
      for (const argument of field.args)
        argument.description ??= inherited?.args.find((candidate) => candidate.name === argument.name)?.description;
    }
  }
}
