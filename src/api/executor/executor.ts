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
import { Batches, type Context } from '../context.ts';
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
}

interface Planned {
  /** The variables that `@skip` and `@include` depend on: a plan is good for one setting of them. */
  readonly switches: readonly string[];
  readonly plans: Map<string, Selection>;
  readonly isPlannable: boolean;
}

/** How many settings of its switches one operation keeps plans for. */
const MOST_PLANS = 16;

/** How an executor works. */
export interface ExecutorOptions {
  /** Whether queries that one statement can answer are answered so; yes where it is left out. Batches give the same, more slowly. */
  readonly projects?: boolean;
}

/**
 * Executes queries over a schema whose resolvers give values or what batches will give, never promises. What the store can answer by one statement it answers so; the rest is filled
 * by batches; mutations, introspection and what the planner does not know go to graphql-js. All give what graphql-js gives. The same operation is planned once: plans hang on the
 * parsed document and go with it, so what keeps documents bounds them.
 */
export class Executor {
  readonly #schema: GraphQLSchema;
  readonly #known = new WeakMap<OperationDefinitionNode, Planned>();
  readonly #projector: Projector | null;

  constructor(schema: GraphQLSchema, { projects = true }: ExecutorOptions = {}) {
    this.#schema = schema;
    this.#projector = projects ? new Projector(schema) : null;
  }

  execute(request: Operation): ExecutionResult | PromiseLike<ExecutionResult> {
    const { document, operationName, variables, context } = request;
    const ready = this.#prepare(request);
    if (ready === null) return execute({ schema: this.#schema, document, contextValue: context, variableValues: variables, operationName });
    if ('errors' in ready) return ready;
    const json = this.#project(ready, context);
    if (json !== null) return { data: JSON.parse(json) };
    return new Run({ schema: this.#schema, batches: context.batches, contextValue: context, variables: ready.variables }).execute(ready.selection, ready.type);
  }

  /** The data as JSON, where one statement can give it without an error; null otherwise, for `execute` to say what is wrong and where. */
  answer(request: Operation): string | null {
    const ready = this.#prepare(request);
    return ready === null || 'errors' in ready ? null : this.#project(ready, request.context);
  }

  /** The plan of a query with its variables, or what is wrong with those; null for what is not planned here. */
  #prepare({ document, operation, variables }: Operation): Ready | { readonly errors: readonly GraphQLError[] } | null {
    const type = this.#schema.getQueryType();
    const planned = operation && (this.#known.get(operation) ?? examine(document, operation));
    if (!operation || !planned?.isPlannable || !type) return null;
    this.#known.set(operation, planned);
    const { coerced, errors } = getVariableValues(this.#schema, operation.variableDefinitions ?? [], variables, { maxErrors: 50 });
    return coerced ? { selection: selectionFor(this.#schema, document, operation, planned, coerced), type, variables: coerced } : { errors: errors ?? [] };
  }

  #project({ selection, type, variables }: Ready, { store, deadline }: Context): string | null {
    if (!this.#projector?.isProjectable(selection, type)) return null;
    try {
      deadline?.check();
      const fields = this.#projector.fieldsOf(selection, type, (plan) => argumentsOf(plan, variables));
      return store.projections.answer(fields);
    } catch {
      // Arguments that cannot be, a time that is up, a file that does not answer: batches meet them again and say at which field.
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

function selectionFor(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode, { switches, plans }: Planned, variables: Readonly<Record<string, unknown>>): Selection {
  const setting = switches.map((name) => String(variables[name])).join();
  const known = plans.get(setting);
  if (known) return known;
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  const includes = (node: SelectionNode): boolean =>
    getDirectiveValues(GraphQLSkipDirective, node, variables)?.['if'] !== true && getDirectiveValues(GraphQLIncludeDirective, node, variables)?.['if'] !== false;
  const selection = planSelection({ schema, fragments, includes }, [operation.selectionSet]);
  if (plans.size >= MOST_PLANS) plans.clear();
  plans.set(setting, selection);
  return selection;
}

/** Finds the switches of a document, and whether it is a query without introspection, without `extract`, which has to wait, and without a name that an object of JavaScript cannot hold. */
function examine(document: DocumentNode, { operation }: OperationDefinitionNode): Planned {
  const switches = new Set<string>();
  let isPlannable = operation === OperationTypeNode.QUERY;
  visit(document, {
    Field: ({ name, alias }) => {
      if (/^(?:__schema|__type|extract)$/.test(name.value) || alias?.value === '__proto__') isPlannable = false;
    },
    Directive: ({ name, arguments: args }) => {
      if (name.value !== 'skip' && name.value !== 'include') return;
      for (const { value } of args ?? []) if (value.kind === Kind.VARIABLE) switches.add(value.name.value);
    },
  });
  return { switches: [...switches].sort(), plans: new Map(), isPlannable };
}

/** What Apollo Server needs to execute by an executor of one's own: it calls it a gateway. */
export function executeBy(
  schema: GraphQLSchema,
  executor: Executor,
): {
  load(): Promise<{ executor: (request: GatewayRequest) => Promise<ExecutionResult> }>;
  onSchemaLoadOrUpdate(listen: (loaded: { apiSchema: GraphQLSchema; coreSupergraphSdl: string }) => void): () => void;
  stop(): Promise<void>;
} {
  return {
    load: async () => ({
      executor: async ({ document, operation, request, context }) => {
        if (!isContext(context)) throw new Error('The executor needs the context of a request.');
        return executor.execute({ document, operation, operationName: request.operationName ?? null, variables: request.variables ?? {}, context });
      },
    }),
    onSchemaLoadOrUpdate: (listen) => {
      listen({ apiSchema: schema, coreSupergraphSdl: '' });
      return () => {};
    },
    stop: async () => {},
  };
}

interface GatewayRequest {
  readonly document: DocumentNode;
  /** Undefined where the document has no operation of the name that was asked for. */
  readonly operation: OperationDefinitionNode | undefined;
  readonly request: { readonly operationName?: string; readonly variables?: Record<string, unknown> };
  readonly context: object;
}

function isContext(context: object): context is Context {
  return 'batches' in context && context.batches instanceof Batches;
}
