import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  getNamedType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNullableType,
  isAbstractType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { ArgumentReader } from './argument-values.ts';
import { addMeasures, eitherMeasure, LEAF, type Measured, NOTHING } from './cost-measure.ts';
import { INTROSPECTION_LENGTHS, PRICES } from './cost-prices.ts';
import { FieldPricer } from './field-cost.ts';

/** How deep an operation goes, and what it may make the server do. */
export interface Measure {
  readonly depth: number;
  /** In units: `cost-prices.ts` says what they stand for. */
  readonly cost: number;
  /**
   * The part of the cost that going through all there is makes: it grows with the graph, and is told for one of
   * `PRICED_ARTICLES` articles.
   */
  readonly whole: number;
}

/** The measure of an operation. */
export interface OperationMeasure extends Measure {
  /** Whether it is the same for all variables. */
  readonly isFixed: boolean;
}

/** An operation that passed validation, with the variables that it is to run with. */
export interface MeasuredOperation {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  /** As they were sent. */
  readonly variables: Readonly<Record<string, unknown>>;
}

/**
 * Measures an operation before it runs. What is planned counts wherever it stands, also under `first: 0` and `@skip`;
 * what is read counts as often as the pages above may repeat it, with the variables that were sent. Each selection is
 * measured once for each type that it may be of, so that fragments that spread fragments take linear time.
 */
export function measureOperation({ schema, document, operation, variables }: MeasuredOperation): OperationMeasure {
  const reader = new ArgumentReader(operation, variables);
  const root = schema.getRootType(operation.operation);
  const { depth, once, whole, each, walk, near } = root
    ? new Measurer(schema, document, new FieldPricer(reader)).measure(operation.selectionSet, root)
    : NOTHING;
  const most = (cost: number): number => Math.min(Math.ceil(cost), Number.MAX_SAFE_INTEGER);
  return {
    depth,
    cost: most(PRICES.request + once + whole + each + walk + near),
    whole: most(whole),
    isFixed: !reader.hasMetVariables,
  };
}

class Measurer {
  readonly #schema: GraphQLSchema;
  readonly #pricer: FieldPricer;
  readonly #fragments = new Map<string, FragmentDefinitionNode>();
  readonly #measured = new Map<SelectionSetNode, Map<string, Measured>>();

  constructor(schema: GraphQLSchema, document: DocumentNode, pricer: FieldPricer) {
    this.#schema = schema;
    this.#pricer = pricer;
    for (const definition of document.definitions)
      if (definition.kind === Kind.FRAGMENT_DEFINITION) this.#fragments.set(definition.name.value, definition);
  }

  /** What is selected of a type: of one that may be several, all are planned, and the dearest is read. */
  measure(set: SelectionSetNode, type: GraphQLNamedType): Measured {
    let byType = this.#measured.get(set);
    if (!byType) {
      byType = new Map();
      this.#measured.set(set, byType);
    }
    const known = byType.get(type.name);
    if (known) return known;
    // A fragment in itself, which validation refuses, counts nothing.
    byType.set(type.name, NOTHING);
    const found = isObjectType(type)
      ? addMeasures(set.selections.map((selection) => this.#measureSelection(selection, type)))
      : isAbstractType(type)
        ? eitherMeasure(this.#schema.getPossibleTypes(type).map((possible) => this.measure(set, possible)))
        : NOTHING;
    byType.set(type.name, found);
    return found;
  }

  #measureSelection(selection: SelectionNode, type: GraphQLObjectType): Measured {
    if (selection.kind === Kind.FIELD) return this.#measureField(selection, type);
    const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : this.#fragments.get(selection.name.value);
    return fragment && this.#applies(fragment.typeCondition?.name.value, type)
      ? this.measure(fragment.selectionSet, type)
      : NOTHING;
  }

  #applies(condition: string | undefined, type: GraphQLObjectType): boolean {
    if (condition === undefined || condition === type.name) return true;
    const wanted = this.#schema.getType(condition);
    return isAbstractType(wanted) && this.#schema.isSubType(wanted, type);
  }

  #measureField(node: FieldNode, parent: GraphQLObjectType): Measured {
    const name = node.name.value;
    if (name === '__schema' || name === '__type') {
      const { once, each } = measureIntrospection(node.selectionSet, this.#fragments, new Map());
      return { ...LEAF, once: once + PRICES.introspection, each };
    }
    const field = parent.getFields()[name];
    if (!field) return LEAF;
    if (!node.selectionSet) return this.#pricer.priceLeaf(parent, field);
    const type = getNamedType(field.type);
    const inner = this.measure(node.selectionSet, type);
    const priced = this.#pricer.priceObject(
      { node, parent: parent.name, field: name, type: type.name, isList: isListType(getNullableType(field.type)) },
      inner,
    );
    return { ...priced, depth: inner.depth + 1 };
  }
}

/**
 * What is asked of the schema itself, which is as deep as validation lets it be: tools ask for more levels than the
 * graph may be asked for.
 */
function measureIntrospection(
  set: SelectionSetNode | undefined,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  measured: Map<SelectionSetNode, Measured>,
): Measured {
  if (!set) return NOTHING;
  const known = measured.get(set);
  if (known) return known;
  measured.set(set, NOTHING);
  const found = addMeasures(
    set.selections.map((selection) => {
      const inner =
        selection.kind === Kind.FRAGMENT_SPREAD
          ? fragments.get(selection.name.value)?.selectionSet
          : selection.selectionSet;
      const { once, each } = measureIntrospection(inner, fragments, measured);
      if (selection.kind !== Kind.FIELD) return { ...NOTHING, once, each };
      const times = INTROSPECTION_LENGTHS[selection.name.value] ?? 1;
      return { ...NOTHING, once: once + PRICES.planned.leaf, each: times * (each + PRICES.leaf.value) };
    }),
  );
  measured.set(set, found);
  return found;
}
