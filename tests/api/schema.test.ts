import { readFileSync } from 'node:fs';
import { buildSchema, isEnumType, isInputObjectType, isInterfaceType, isObjectType } from 'graphql';
import { describe, expect, test } from 'vitest';
import { loadSchema } from '../../src/api/schema.ts';
import {
  EVENT_STATUSES,
  EVENT_TYPES,
  ORGANISATION_KINDS,
  PLACE_KINDS,
  SPEECH_ACTS,
  STATEMENT_KINDS,
} from '../../src/reading/reading.ts';

describe('the schema', () => {
  const schema = loadSchema();

  test('describes every type, field, argument and value', () => {
    const bare: string[] = [];
    for (const type of Object.values(schema.getTypeMap())) {
      if (type.name.startsWith('__') || /^(?:ID|Int|Float|String|Boolean)$/.test(type.name)) continue;
      if (!type.description) bare.push(type.name);
      if (isEnumType(type))
        bare.push(...type.getValues().flatMap((value) => (value.description ? [] : [`${type.name}.${value.name}`])));
      if (!(isObjectType(type) || isInterfaceType(type) || isInputObjectType(type))) continue;
      for (const field of Object.values(type.getFields())) {
        if (!field.description) bare.push(`${type.name}.${field.name}`);
        if ('args' in field)
          bare.push(
            ...field.args.flatMap((argument: { name: string; description?: string | null | undefined }) =>
              argument.description ? [] : [`${type.name}.${field.name}(${argument.name})`],
            ),
          );
      }
    }
    expect(bare).toEqual([]);
  });

  test.each([
    ['EventType', EVENT_TYPES],
    ['EventStatus', EVENT_STATUSES],
    ['SpeechAct', SPEECH_ACTS],
    ['StatementKind', STATEMENT_KINDS],
    ['OrganisationKind', ORGANISATION_KINDS],
    ['PlaceKind', PLACE_KINDS],
  ] as const)('%s has the values of the reading', (name, values) => {
    const type = schema.getType(name);
    expect(
      isEnumType(type)
        ? type
            .getValues()
            .map((value) => value.name)
            .sort()
        : [],
    ).toEqual([...values].sort());
  });

  test('is what schema.graphql says', () => {
    const text = readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf8');
    expect(Object.keys(buildSchema(text).getTypeMap()).sort()).toEqual(Object.keys(schema.getTypeMap()).sort());
  });
});
