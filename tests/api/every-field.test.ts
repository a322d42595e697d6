import type { FastifyInstance } from 'fastify';
import {
  getNamedType,
  type GraphQLField,
  type GraphQLNamedType,
  isAbstractType,
  isInterfaceType,
  isLeafType,
  isObjectType,
} from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { loadSchema } from '../../src/api/schema.ts';
import { createServer } from '../../src/api/server.ts';
import type { Store } from '../../src/store/store.ts';
import { openGraph } from '../graphs.ts';
import { readPublished } from './articles.ts';

const schema = loadSchema();
let store: Store;
let app: FastifyInstance;
const articles = readPublished();

beforeAll(async () => {
  store = openGraph(articles);
  app = await createServer({
    store,
    writer: null,
    token: null,
    corsOrigins: true,
    isProduction: false,
    mostBytes: 200_000,
    logs: false,
  });
});

afterAll(async () => {
  await app.close();
  store.close();
});

const answerSchema = z.object({
  data: z.record(z.string(), z.unknown()).nullish(),
  errors: z
    .array(z.object({ message: z.string(), path: z.array(z.union([z.string(), z.number()])).optional() }))
    .optional(),
});

async function ask(query: string): Promise<z.infer<typeof answerSchema>> {
  const { payload } = await app.inject({ method: 'POST', url: '/graphql', payload: { query } });
  return answerSchema.parse(JSON.parse(payload));
}

/** Arguments for the fields that cannot do without; `ID` stands for an id of the type. */
const ARGUMENTS: Readonly<Record<string, string>> = {
  node: 'id: "ID"',
  nodes: 'ids: ["ID"]',
  article: 'url: "https://news.example/0"',
  person: 'name: "Shoigu"',
  organisation: 'name: "Interfax"',
  place: 'name: "Tehran"',
  statement: 'id: "ID"',
  event: 'id: "ID"',
  search: 'query: "military"',
  extract: `input: { text: ${JSON.stringify(articles[0]?.text)}, publishedAt: "2023-09-20" }`,
};

async function findId(list: string): Promise<string> {
  const { data } = await ask(`{ ${list}(first: 1) { nodes { id } } }`);
  return z.object({ nodes: z.tuple([z.object({ id: z.string() })]) }).parse(data?.[list]).nodes[0].id;
}

/** Pages are small, so that everything under them fits into the limits. */
function argumentsOf(field: GraphQLField<unknown, unknown>, first: number): string {
  return field.args.some((argument) => argument.name === 'first') ? `(first: ${first})` : '';
}

/** A field of the query itself, as it is asked for. */
function atRoot(field: GraphQLField<unknown, unknown>): string {
  const needed = ARGUMENTS[field.name];
  return `${field.name}${needed === undefined ? argumentsOf(field, 5) : `(${needed})`}`;
}

/** The fields of a type, down to a depth; of abstract types those of every member, under names of their own. */
function select(type: GraphQLNamedType, depth: number): string {
  if (isAbstractType(type)) {
    const members = schema.getPossibleTypes(type).map((member) => `... on ${member.name} { id }`);
    return `{ __typename ${isInterfaceType(type) ? 'id' : members.join(' ')} }`;
  }
  if (!isObjectType(type)) return '';
  const fields = Object.values(type.getFields()).flatMap((field) => {
    const inner = getNamedType(field.type);
    if (isLeafType(inner)) return [field.name];
    return depth > 0 ? [`${field.name}${argumentsOf(field, 5)} ${select(inner, depth - 1)}`] : [];
  });
  return `{ __typename ${fields.join(' ')} }`;
}

/** Notes `Type.field` for everything in an answer that is not null. */
function note(value: unknown, seen: Set<string>): void {
  if (Array.isArray(value)) for (const item of value) note(item, seen);
  else if (typeof value === 'object' && value !== null) {
    const name = '__typename' in value ? String(value.__typename) : '';
    for (const [field, inner] of Object.entries(value)) {
      if (inner !== null) seen.add(`${name}.${field}`);
      note(inner, seen);
    }
  }
}

/** How deep the answer of a field is, where it is more than a step. */
const DEPTHS: Readonly<Record<string, number>> = { extract: 6, search: 2 };

/** Ways to the types that the graph is made of. */
const LISTS = ['articles', 'people', 'organisations', 'places', 'statements', 'events'] as const;

describe('every field', () => {
  const seen = new Set<string>();
  const fieldsOf = (name: string): GraphQLField<unknown, unknown>[] => {
    const type = schema.getType(name);
    return isObjectType(type) ? Object.values(type.getFields()) : [];
  };

  test.each(fieldsOf('Query').map((field) => [field.name, field] as const))(
    'Query.%s resolves with all that hangs on it',
    async (name, field) => {
      const inner = getNamedType(field.type);
      const query = `{ __typename ${atRoot(field)} ${select(inner, DEPTHS[name] ?? 1)} }`;
      const { data, errors } = await ask(
        query.includes('"ID"') ? query.replace('ID', await findId(name === 'event' ? 'events' : 'statements')) : query,
      );
      expect(errors).toBeUndefined();
      note(data, seen);
    },
  );

  describe.each(LISTS)('of %s', (list) => {
    const connection = getNamedType(schema.getQueryType()?.getFields()[list]?.type);
    const node = isObjectType(connection) ? getNamedType(connection.getFields()['nodes']?.type) : undefined;
    test.each(fieldsOf(node?.name ?? '').map((field) => [field.name, field] as const))(
      '%s resolves',
      async (name, field) => {
        const inner = getNamedType(field.type);
        const { data, errors } = await ask(
          `{ ${list}(first: 50) { nodes { __typename ${name}${argumentsOf(field, 30)}
            ${isLeafType(inner) ? '' : select(inner, name === 'similar' ? 0 : 2)} } } }`,
        );
        expect(errors).toBeUndefined();
        note(data, seen);
      },
    );
  });

  test('has had a value somewhere, so that none reads a property that is not there', () => {
    const silent = Object.values(schema.getTypeMap())
      .filter(
        (type) =>
          isObjectType(type) &&
          !type.name.startsWith('__') &&
          !/^Mutation$|^Subscription$|Payload$|^UserError$|Decision/.test(type.name),
      )
      .flatMap((type) => fieldsOf(type.name).map((field) => `${type.name}.${field.name}`))
      .filter((field) => !seen.has(field));
    expect(silent).toEqual([]);
  });
});
