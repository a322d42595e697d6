import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  getNamedType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  isInterfaceType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql';
import { DEFAULT_PAGE, MOST_PAGE } from '../store/page.ts';

/** How deep an operation goes, and how many fields it may have to answer. */
export interface Measure {
  readonly depth: number;
  readonly cost: number;
}

/** The measure of an operation. */
export interface OperationMeasure extends Measure {
  /** Whether it is the same for all variables. */
  readonly isFixed: boolean;
}

/** What reading a text costs, however short it is, and for each character: a lot against reading a row. */
const READING = 20_000;
const READING_A_CHARACTER = 2;
/** What a breakdown of `statistics` costs: it counts all there is. */
const COUNTING = 1_000;
/** How long `similar` is where nothing is said. */
const DEFAULT_SIMILAR = 10;

const LEAF: Measure = { depth: 1, cost: 1 };
const NOTHING: Measure = { depth: 0, cost: 0 };

/** An operation that passed validation, with the variables that it is to run with. */
export interface MeasuredOperation {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  /** As they were sent. */
  readonly variables: Readonly<Record<string, unknown>>;
}

/**
 * Measures an operation before it runs. A page of `first: 20` makes everything under it count twenty times, whether the twenty stands in the document, in a variable or in
 * a variable's default. Introspection counts one. Fragments are measured once, so that fragments that spread fragments take linear time.
 */
export function measureOperation({ schema, document, operation, variables }: MeasuredOperation): OperationMeasure {
  const definitions = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) if (definition.kind === Kind.FRAGMENT_DEFINITION) definitions.set(definition.name.value, definition);
  const measured = new Map<string, Measure>();
  const readValue = readerOf(operation, variables);
  let isFixed = true;

  function measureAll({ selections }: SelectionSetNode, type: GraphQLNamedType | undefined): Measure {
    let depth = 0;
    let cost = 0;
    for (const selection of selections) {
      const part =
        selection.kind === Kind.FIELD
          ? measureField(selection, type)
          : selection.kind === Kind.INLINE_FRAGMENT
            ? measureAll(selection.selectionSet, selection.typeCondition ? schema.getType(selection.typeCondition.name.value) : type)
            : measureFragment(selection.name.value);
      depth = Math.max(depth, part.depth);
      cost += part.cost;
    }
    return { depth, cost: Math.min(cost, Number.MAX_SAFE_INTEGER) };
  }

  function measureFragment(name: string): Measure {
    const known = measured.get(name);
    if (known) return known;
    const fragment = definitions.get(name);
    if (!fragment) return NOTHING;
    measured.set(name, NOTHING);
    const found = measureAll(fragment.selectionSet, schema.getType(fragment.typeCondition.name.value));
    measured.set(name, found);
    return found;
  }

  function measureField(node: FieldNode, parent: GraphQLNamedType | undefined): Measure {
    const name = node.name.value;
    const field = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name] : undefined;
    if (!field || !node.selectionSet) return LEAF;
    const inner = measureAll(node.selectionSet, getNamedType(field.type));
    return { depth: inner.depth + 1, cost: costOf(node, parent) + inner.cost * timesOf(node, field) };
  }

  /** What a field costs itself, beside what is under it. */
  function costOf(node: FieldNode, parent: GraphQLNamedType | undefined): number {
    if (parent?.name === 'Statistics') return COUNTING;
    return parent?.name === 'Query' && node.name.value === 'extract' ? READING + READING_A_CHARACTER * lengthOfText(argumentOf(node, 'input')) : 1;
  }

  /** How often a field may repeat what is under it. */
  function timesOf(node: FieldNode, field: GraphQLField<unknown, unknown>): number {
    if (field.name === 'nodes' && field.args.some(({ name }) => name === 'ids')) return lengthOf(argumentOf(node, 'ids'));
    if (field.name === 'similar') return pageOf([argumentOf(node, 'first')], DEFAULT_SIMILAR);
    return getNamedType(field.type).name.endsWith('Connection') ? pageOf([argumentOf(node, 'first'), argumentOf(node, 'last')], DEFAULT_PAGE) : 1;
  }

  function argumentOf(node: FieldNode, name: string): unknown {
    const value = node.arguments?.find((argument) => argument.name.value === name)?.value;
    if (value && value.kind !== Kind.INT && value.kind !== Kind.NULL) isFixed = false;
    return value && readValue(value);
  }

  const root = schema.getRootType(operation.operation) ?? undefined;
  return { ...measureAll(operation.selectionSet, root), isFixed };
}

/** The largest of the sizes that were asked for, as far as the store would go; what is no number is refused before anything runs. */
function pageOf(sizes: readonly unknown[], standard: number): number {
  const numbers = sizes.filter((size) => typeof size === 'number');
  return numbers.length === 0 ? standard : Math.min(MOST_PAGE, Math.max(0, ...numbers));
}

function lengthOf(list: unknown): number {
  return Array.isArray(list) ? Math.min(MOST_PAGE, list.length) : 1;
}

function lengthOfText(input: unknown): number {
  return typeof input === 'object' && input !== null && 'text' in input && typeof input.text === 'string' ? input.text.length : 0;
}

/** Reads the numbers, texts, lists and objects of arguments, through variables and their defaults. */
function readerOf(operation: OperationDefinitionNode, variables: Readonly<Record<string, unknown>>): (value: ValueNode) => unknown {
  return function readValue(value: ValueNode): unknown {
    if (value.kind === Kind.INT) return Number(value.value);
    if (value.kind === Kind.STRING) return value.value;
    if (value.kind === Kind.LIST) return value.values;
    if (value.kind === Kind.OBJECT) return Object.fromEntries(value.fields.map((field) => [field.name.value, readValue(field.value)]));
    if (value.kind !== Kind.VARIABLE) return undefined;
    const name = value.name.value;
    if (Object.hasOwn(variables, name) && variables[name] !== undefined) return variables[name];
    const standard = operation.variableDefinitions?.find((definition) => definition.variable.name.value === name)?.defaultValue;
    return standard && readValue(standard);
  };
}
