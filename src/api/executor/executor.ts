import {
  type DocumentNode,
  execute,
  type ExecutionResult,
  type FragmentDefinitionNode,
  getDirectiveValues,
  type GraphQLError,
  type GraphQLObjectType,
  getVariableValues,
  GraphQLIncludeDirective,
  type GraphQLSchema,
  GraphQLSkipDirective,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  type SelectionNode,
  visit,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Context } from '../context.ts';
import { bytesOfDocument } from '../documents.ts';
import { MOST_VARIABLE_ERRORS } from '../limits.ts';
import { argumentsOf, planSelection, type Selection } from './plan.ts';
import { Projector } from './project.ts';
import { Run } from './run.ts';

/** A validated document, ready to run. */
export interface Operation {
  readonly document: DocumentNode;
  /** Undefined where the document has none of that name, or several and no name was given. */
  readonly operation: OperationDefinitionNode | undefined;
  readonly operationName: string | null;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly context: Context;
  /** What the fields of the root are read from: of a subscription, what it tells of. Left out for others. */
  readonly rootValue?: object;
}

/** A document with what has been planned of an operation in it. */
interface Planned {
  /** The variables that `@skip` and `@include` depend on: a plan is good for one setting of them. */
  readonly switches: readonly string[];
  readonly plans: Map<string, Selection>;
  readonly isPlannable: boolean;
  readonly readsEnglish: boolean;
  /** How many fields have been planned, for all settings, and how many of them the cache has counted. */
  fields: number;
  counted: number;
}

/** How many settings of its switches one operation keeps plans for. */
const MOST_PLANS = 16;
/**
 * What all plans that are kept may take in memory, with their documents, and what one field of a plan does, in bytes.
 */
const MOST_PLAN_BYTES = 16_000_000;
const BYTES_A_FIELD = 3_000;

/** How an executor works. */
export interface ExecutorOptions {
  /**
   * Whether queries that one statement can answer are answered so; yes where it is left out. Batches give the same,
   * more slowly.
   */
  readonly projects?: boolean;
}

/**
 * Executes queries over a schema whose resolvers give values or what batches will give, never promises. What the store
 * can answer by one statement it answers so; the rest is filled by batches; mutations go to graphql-js. All give what
 * graphql-js gives. The same operation of the same parsed document is planned once; plans are kept in a cache that is
 * bounded in bytes, and nothing else holds them.
 */
export class Executor {
  readonly #schema: GraphQLSchema;
  readonly #known = new LRUCache<OperationDefinitionNode, { readonly planned: Planned }>({
    maxSize: MOST_PLAN_BYTES,
    sizeCalculation: ({ planned }, operation) =>
      bytesOfDocument(operation.loc?.source.body ?? '') + BYTES_A_FIELD * planned.fields,
  });
  readonly #projector: Projector | null;

  constructor(schema: GraphQLSchema, { projects = true }: ExecutorOptions = {}) {
    this.#schema = schema;
    this.#projector = projects ? new Projector(schema) : null;
  }

  /** Whether an operation is executed here, without waiting for anything, and not by graphql-js. */
  plans({ document, operation }: Operation): boolean {
    return operation !== undefined && this.#plannedOf(document, operation).isPlannable;
  }

  /** Whether a document reads a text without storing it, for which the context must have what reads English. */
  readsEnglish({ document, operation }: Operation): boolean {
    return operation !== undefined && this.#plannedOf(document, operation).readsEnglish;
  }

  execute(request: Operation): ExecutionResult | PromiseLike<ExecutionResult> {
    const { document, operation, operationName, variables, context, rootValue } = request;
    const ready = this.#prepare(request);
    if (ready === null) {
      const options = { maxCoercionErrors: MOST_VARIABLE_ERRORS };
      return execute({
        schema: this.#schema,
        document,
        contextValue: context,
        variableValues: variables,
        operationName,
        options,
      });
    }
    if ('errors' in ready) return ready;
    try {
      const json = this.#project(ready, context);
      if (json !== null) return { data: JSON.parse(json) };
      const run = new Run({
        schema: this.#schema,
        batches: context.batches,
        contextValue: context,
        variables: ready.variables,
        deadline: context.deadline ?? null,
      });
      return run.execute(ready.selection, ready.type, rootValue);
    } finally {
      this.#keep(operation);
    }
  }

  /**
   * The data as JSON, where one statement can give it without an error; null otherwise, for `execute` to say what is
   * wrong and where.
   */
  answer(request: Operation): string | null {
    const ready = this.#prepare(request);
    if (ready === null || 'errors' in ready) return null;
    try {
      return this.#project(ready, request.context);
    } finally {
      this.#keep(request.operation);
    }
  }

  #plannedOf(document: DocumentNode, operation: OperationDefinitionNode): Planned {
    const known = this.#known.get(operation);
    if (known) return known.planned;
    const planned = examine(document, operation);
    this.#known.set(operation, { planned });
    return planned;
  }

  /** Weighs a plan again: its fields are planned when they are first needed. One that is too large is let go. */
  #keep(operation: OperationDefinitionNode | undefined): void {
    const planned = operation && this.#known.get(operation)?.planned;
    if (!planned || planned.counted === planned.fields) return;
    planned.counted = planned.fields;
    this.#known.set(operation, { planned });
  }

  /** The plan of a query with its variables, or what is wrong with those; null for what is not planned here. */
  #prepare({ document, operation, variables }: Operation): Ready | { readonly errors: readonly GraphQLError[] } | null {
    const type = operation && this.#schema.getRootType(operation.operation);
    const planned = operation && this.#plannedOf(document, operation);
    if (!planned?.isPlannable || !type) return null;
    const { coerced, errors } = getVariableValues(this.#schema, operation.variableDefinitions ?? [], variables, {
      maxErrors: MOST_VARIABLE_ERRORS,
    });
    return coerced
      ? { selection: selectionFor(this.#schema, document, operation, planned, coerced), type, variables: coerced }
      : { errors: errors ?? [] };
  }

  #project({ selection, type, variables }: Ready, { store, deadline }: Context): string | null {
    if (!this.#projector?.isProjectable(selection, type)) return null;
    try {
      deadline?.check();
      const fields = this.#projector.fieldsOf(selection, type, (plan) => argumentsOf(plan, variables));
      return store.projections.answer(fields);
    } catch {
      // Arguments that cannot be, a time that is up, a file that does not answer: batches meet them again and say at
      // which field.
      return null;
    }
  }
}

/** A planned query with its variables. */
interface Ready {
  readonly selection: Selection;
  readonly type: GraphQLObjectType;
  readonly variables: Readonly<Record<string, unknown>>;
}

function selectionFor(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  planned: Planned,
  variables: Readonly<Record<string, unknown>>,
): Selection {
  const { switches, plans } = planned;
  const setting = switches.map((name) => String(variables[name])).join();
  const known = plans.get(setting);
  if (known) return known;
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions)
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  const includes = (node: SelectionNode): boolean =>
    getDirectiveValues(GraphQLSkipDirective, node, variables)?.['if'] !== true &&
    getDirectiveValues(GraphQLIncludeDirective, node, variables)?.['if'] !== false;
  const onPlanned = (): void => {
    planned.fields += 1;
  };
  const selection = planSelection({ schema, fragments, includes, onPlanned }, [operation.selectionSet]);
  if (plans.size >= MOST_PLANS) plans.clear();
  plans.set(setting, selection);
  return selection;
}

/**
 * Finds the variables that `@skip` and `@include` depend on, whether the document reads a text, and whether it can be
 * planned: it must not write, and must not use `__proto__` as an alias, which an object of JavaScript cannot have as a
 * field.
 */
function examine(document: DocumentNode, { operation }: OperationDefinitionNode): Planned {
  const switches = new Set<string>();
  let isPlannable = operation !== OperationTypeNode.MUTATION;
  let readsEnglish = false;
  visit(document, {
    Field: ({ name, alias }) => {
      // No other type has a field of that name.
      if (name.value === 'extract') readsEnglish = true;
      if (alias?.value === '__proto__') isPlannable = false;
    },
    Directive: ({ name, arguments: args }) => {
      if (name.value !== 'skip' && name.value !== 'include') return;
      for (const { value } of args ?? []) if (value.kind === Kind.VARIABLE) switches.add(value.name.value);
    },
  });
  return { switches: [...switches].sort(), plans: new Map(), isPlannable, readsEnglish, fields: 0, counted: 0 };
}
