import type { GraphQLFieldResolver } from 'graphql';
import type { Context } from '../context.ts';

/**
 * The resolvers of a type's fields. GraphQL has checked the arguments against the schema before a resolver sees them.
 */
export type FieldResolvers<Source> = Readonly<Record<string, GraphQLFieldResolver<Source, Context>>>;
