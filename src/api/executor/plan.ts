import {
  type FieldNode,
  type FragmentDefinitionNode,
  getArgumentValues,
  type GraphQLField,
  type GraphQLLeafType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  GraphQLString,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  SchemaMetaFieldDef,
  type SelectionNode,
  type SelectionSetNode,
  TypeMetaFieldDef,
  type ValueNode,
} from 'graphql';
import { CURSORS } from '../../store/columns.ts';
import type { Asked } from '../wanted.ts';

/** How a resolved value becomes JSON: the type of the field, analysed once. */
export type Completion =
  | { readonly kind: 'LEAF'; readonly isNonNull: boolean; readonly type: GraphQLLeafType }
  | { readonly kind: 'LIST'; readonly isNonNull: boolean; readonly item: Completion }
  | {
      readonly kind: 'OBJECT';
      readonly isNonNull: boolean;
      readonly type: GraphQLObjectType | null;
      readonly abstract: string;
      readonly selection: Selection;
    };

const NOTHING: Asked = { fields: new Set(), key: '' };
const TYPE_NAME: Completion = { kind: 'LEAF', isNonNull: true, type: GraphQLString };

/** One field of a result, with all the nodes of the document that ask for it under this name. */
export interface FieldPlan {
  readonly responseName: string;
  readonly nodes: readonly FieldNode[];
  /** `Person.name`, for errors. */
  readonly coordinate: string;
  /** Null for `__typename`. */
  readonly field: GraphQLField<unknown, unknown> | null;
  readonly completion: Completion;
  /** The arguments where they hold no variable; null where they must be read for each request. */
  readonly constantArguments: Readonly<Record<string, unknown>> | null;
  /** What the resolver is given last, in place of what graphql-js gives. */
  readonly info: { readonly asked: Asked; readonly schema: GraphQLSchema };
}

/** The fields asked for of an object; for each concrete type they are gathered once. */
export class Selection {
  readonly #byType = new Map<GraphQLObjectType, readonly FieldPlan[]>();
  readonly #gather: (type: GraphQLObjectType) => readonly FieldPlan[];

  constructor(gather: (type: GraphQLObjectType) => readonly FieldPlan[]) {
    this.#gather = gather;
  }

  /** The fields in the order of the result. */
  of(type: GraphQLObjectType): readonly FieldPlan[] {
    let fields = this.#byType.get(type);
    if (!fields) {
      fields = this.#gather(type);
      this.#byType.set(type, fields);
    }
    return fields;
  }
}

/**
 * What a plan is made from; `includes` says whether `@skip` and `@include` keep a node, with the variables that the
 * plan is for.
 */
export interface PlanSource {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly includes: (node: SelectionNode) => boolean;
  /** Hears of each field that is planned: what keeps plans counts them. */
  readonly onPlanned: () => void;
}

/**
 * The selection of some nodes under one name: their fields are merged, as section 6.3.2 of the GraphQL specification
 * (October 2021) says.
 */
export function planSelection(source: PlanSource, sets: readonly SelectionSetNode[]): Selection {
  return new Selection((type) => {
    const groups = new Map<string, FieldNode[]>();
    const visited = new Set<string>();
    for (const set of sets) collect(source, type, set, groups, visited);
    return [...groups].flatMap(([responseName, nodes]) => planField(source, type, responseName, nodes) ?? []);
  });
}

function collect(
  source: PlanSource,
  type: GraphQLObjectType,
  { selections }: SelectionSetNode,
  groups: Map<string, FieldNode[]>,
  visited: Set<string>,
): void {
  for (const selection of selections) {
    if (selection.kind === Kind.FRAGMENT_SPREAD && visited.has(selection.name.value)) continue;
    if (!source.includes(selection)) continue;
    if (selection.kind === Kind.FIELD) {
      const name = selection.alias?.value ?? selection.name.value;
      const group = groups.get(name);
      if (group) group.push(selection);
      else groups.set(name, [selection]);
    } else if (selection.kind === Kind.INLINE_FRAGMENT) {
      if (applies(source.schema, selection.typeCondition?.name.value, type))
        collect(source, type, selection.selectionSet, groups, visited);
    } else {
      visited.add(selection.name.value);
      const fragment = source.fragments.get(selection.name.value);
      if (fragment && applies(source.schema, fragment.typeCondition.name.value, type))
        collect(source, type, fragment.selectionSet, groups, visited);
    }
  }
}

function applies(schema: GraphQLSchema, condition: string | undefined, type: GraphQLObjectType): boolean {
  if (condition === undefined || condition === type.name) return true;
  const wanted = schema.getType(condition);
  return wanted !== undefined && isAbstractType(wanted) && schema.isSubType(wanted, type);
}

function planField(
  source: PlanSource,
  type: GraphQLObjectType,
  responseName: string,
  nodes: readonly FieldNode[],
): FieldPlan | null {
  const [node] = nodes;
  if (!node) return null;
  const name = node.name.value;
  const coordinate = `${type.name}.${name}`;
  if (name === '__typename')
    return {
      responseName,
      nodes,
      coordinate,
      field: null,
      completion: TYPE_NAME,
      constantArguments: {},
      info: { asked: NOTHING, schema: source.schema },
    };
  const field = fieldOf(source.schema, type, name);
  if (!field) return null;
  source.onPlanned();
  const sets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
  const completion = planCompletion(source, field.type, sets);
  return {
    responseName,
    nodes,
    coordinate,
    field,
    completion,
    constantArguments: constantArgumentsOf(field, node),
    info: { asked: askedOf(source.schema, completion), schema: source.schema },
  };
}

/** A field of a type; at the root of queries the two of introspection too. */
function fieldOf(
  schema: GraphQLSchema,
  type: GraphQLObjectType,
  name: string,
): GraphQLField<unknown, unknown> | undefined {
  if (type === schema.getQueryType()) {
    if (name === SchemaMetaFieldDef.name) return SchemaMetaFieldDef;
    if (name === TypeMetaFieldDef.name) return TypeMetaFieldDef;
  }
  return type.getFields()[name];
}

function planCompletion(
  source: PlanSource,
  type: GraphQLOutputType,
  sets: readonly SelectionSetNode[],
  isNonNull = false,
): Completion {
  if (isNonNullType(type)) return planCompletion(source, type.ofType, sets, true);
  if (isListType(type)) return { kind: 'LIST', isNonNull, item: planCompletion(source, type.ofType, sets) };
  if (isLeafType(type)) return { kind: 'LEAF', isNonNull, type };
  return {
    kind: 'OBJECT',
    isNonNull,
    type: isObjectType(type) ? type : null,
    abstract: type.name,
    selection: planSelection(source, sets),
  };
}

/** What is asked of the records that a field gives: of the nodes of a connection, or else of the objects themselves. */
function askedOf(schema: GraphQLSchema, completion: Completion): Asked {
  const fields = new Set<string>();
  gatherAsked(schema, completion, fields);
  return { fields, key: [...fields].sort().join() };
}

function gatherAsked(schema: GraphQLSchema, completion: Completion, fields: Set<string>): void {
  if (completion.kind === 'LIST') gatherAsked(schema, completion.item, fields);
  if (completion.kind !== 'OBJECT') return;
  const declared = schema.getType(completion.abstract);
  const types = completion.type ? [completion.type] : isAbstractType(declared) ? schema.getPossibleTypes(declared) : [];
  const isWrapper = /(?:Connection|Edge)$/.test(completion.abstract);
  for (const type of types) {
    for (const { field, completion: inner } of completion.selection.of(type)) {
      if (!field) continue;
      if (!isWrapper) fields.add(field.name);
      else if (/^(?:edges|nodes?)$/.test(field.name)) gatherAsked(schema, inner, fields);
      else if (completion.abstract.endsWith('Edge') && field.name !== 'cursor') fields.add(`edge.${field.name}`);
      else if (field.name === 'cursor' || asksForCursors(field.name, inner)) fields.add(CURSORS);
    }
  }
}

/** Whether a page is asked for its first or last cursor. */
function asksForCursors(name: string, completion: Completion): boolean {
  if (name !== 'pageInfo' || completion.kind !== 'OBJECT' || !completion.type) return false;
  return completion.selection.of(completion.type).some(({ field }) => /Cursor$/.test(field?.name ?? ''));
}

/** The arguments of a field, with the variables of a request. Throws where they cannot be read. */
export function argumentsOf(
  { constantArguments, field, nodes: [node] }: FieldPlan,
  variables: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  return constantArguments ?? (field && node ? getArgumentValues(field, node, variables) : {});
}

/**
 * The arguments of a field that hold no variable, read once; null where they hold one, or cannot be read: then the
 * request finds out, and says where.
 */
function constantArgumentsOf(
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
): Readonly<Record<string, unknown>> | null {
  if ((node.arguments ?? []).some(({ value }) => hasVariable(value))) return null;
  try {
    return getArgumentValues(field, node, {});
  } catch {
    return null;
  }
}

function hasVariable(value: ValueNode): boolean {
  if (value.kind === Kind.VARIABLE) return true;
  if (value.kind === Kind.LIST) return value.values.some(hasVariable);
  return value.kind === Kind.OBJECT && value.fields.some((field) => hasVariable(field.value));
}
