import { type GraphQLInterfaceType, type GraphQLObjectType, isInterfaceType, isObjectType } from 'graphql';
import { describe, expect, test } from 'vitest';
import { loadSchema } from '../../src/api/schema.ts';

/** What the Relay specifications of cursor connections and of global object identification ask for. */

const schema = loadSchema();
const types = Object.values(schema.getTypeMap());
const objects = types.filter((type): type is GraphQLObjectType => isObjectType(type) && !type.name.startsWith('__'));
const fieldsOf = (type: GraphQLObjectType | GraphQLInterfaceType): Record<string, string> =>
  Object.fromEntries(Object.values(type.getFields()).map((field) => [field.name, String(field.type)]));

describe('the schema', () => {
  test.each(objects.filter((type) => type.name.endsWith('Connection')).map((type) => [type.name, type] as const))(
    '%s is a connection',
    (name, type) => {
      const kind = name.replace('Connection', '');
      const edge = schema.getType(`${kind}Edge`);
      expect(fieldsOf(type)).toMatchObject({ edges: `[${kind}Edge!]!`, pageInfo: 'PageInfo!', totalCount: 'Int!' });
      expect(isObjectType(edge) ? fieldsOf(edge) : {}).toMatchObject({
        cursor: 'String!',
        node: expect.stringMatching(/^\w+!$/),
      });
    },
  );

  test('every list of a connection has its arguments', () => {
    const wrong = types
      .filter((type) => isObjectType(type) || isInterfaceType(type))
      .flatMap((type) =>
        Object.values(type.getFields()).map((field) => ({ name: `${type.name}.${field.name}`, field })),
      )
      .filter(({ field }) => /Connection!$/.test(String(field.type)))
      .filter(({ field }) => {
        const args = new Map(field.args.map((argument) => [argument.name, String(argument.type)]));
        const isBackward = args.has('last') || args.has('before');
        return (
          args.get('first') !== 'Int' ||
          args.get('after') !== 'String' ||
          (isBackward && (args.get('last') !== 'Int' || args.get('before') !== 'String'))
        );
      });
    expect(wrong.map(({ name }) => name)).toEqual([]);
  });

  test('has PageInfo, Node, node and nodes', () => {
    const [info, node, query] = [schema.getType('PageInfo'), schema.getType('Node'), schema.getQueryType()];
    expect(isObjectType(info) ? fieldsOf(info) : {}).toEqual({
      hasNextPage: 'Boolean!',
      hasPreviousPage: 'Boolean!',
      startCursor: 'String',
      endCursor: 'String',
    });
    expect(isInterfaceType(node) ? fieldsOf(node) : {}).toEqual({ id: 'ID!' });
    expect(query ? fieldsOf(query) : {}).toMatchObject({ node: 'Node', nodes: '[Node]!' });
    expect(query?.getFields()['node']?.args.map((argument) => `${argument.name}: ${argument.type}`)).toEqual([
      'id: ID!',
    ]);
    expect(query?.getFields()['nodes']?.args.map((argument) => `${argument.name}: ${argument.type}`)).toEqual([
      'ids: [ID!]!',
    ]);
  });

  test('every type with an id is a Node', () => {
    const without = objects.filter(
      (type) => type.getFields()['id'] && !type.getInterfaces().some((each) => each.name === 'Node'),
    );
    expect(without.map((type) => type.name)).toEqual([]);
  });
});
