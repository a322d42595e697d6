import {
  type DocumentNode,
  execute,
  type ExecutionResult,
  type FragmentDefinitionNode,
  getDirectiveValues,
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
import { planSelection, type Selection } from './plan.ts';
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

/** Executes operations. The same operation is planned once; what it gives is what graphql-js gives. */
export type Executor = (operation: Operation) => ExecutionResult | PromiseLike<ExecutionResult>;

interface Planned {
  /** The variables that `@skip` and `@include` depend on: a plan is good for one setting of them. */
  readonly switches: readonly string[];
  readonly plans: Map<string, Selection>;
  readonly isPlannable: boolean;
}

/** How many settings of its switches one operation keeps plans for. */
const MOST_PLANS = 16;

/**
 * An executor of queries over a schema whose resolvers give values or what batches will give, never promises. Plans hang on the parsed document and go with it: what keeps
 * documents bounds them. Mutations, introspection and what the planner does not know go to graphql-js.
 */
export function createExecutor(schema: GraphQLSchema): Executor {
  const known = new WeakMap<OperationDefinitionNode, Planned>();
  const query = schema.getQueryType();
  return ({ document, operation, operationName, variables, context }) => {
    const planned = operation && (known.get(operation) ?? examine(document, operation));
    if (!operation || !planned?.isPlannable || !query) return execute({ schema, document, contextValue: context, variableValues: variables, operationName });
    known.set(operation, planned);
    const coerced = getVariableValues(schema, operation.variableDefinitions ?? [], variables, { maxErrors: 50 });
    if (!coerced.coerced) return { errors: coerced.errors };
    const selection = selectionFor(schema, document, operation, planned, coerced.coerced);
    return new Run({ schema, batches: context.batches, contextValue: context, variables: coerced.coerced }).execute(selection, query);
  };
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

/** Finds the switches of a document, and whether it is a query without introspection and without a name that an object of JavaScript cannot hold. */
function examine(document: DocumentNode, { operation }: OperationDefinitionNode): Planned {
  const switches = new Set<string>();
  let isPlannable = operation === OperationTypeNode.QUERY;
  visit(document, {
    Field: ({ name, alias }) => {
      if (/^__(?:schema|type)$/.test(name.value) || alias?.value === '__proto__') isPlannable = false;
    },
    Directive: ({ name, arguments: args }) => {
      if (name.value !== 'skip' && name.value !== 'include') return;
      for (const { value } of args ?? []) if (value.kind === Kind.VARIABLE) switches.add(value.name.value);
    },
  });
  return { switches: [...switches].sort(), plans: new Map(), isPlannable };
}

/** What Apollo Server needs to execute by an executor of one's own: it calls it a gateway. */
export function executeBy(schema: GraphQLSchema): {
  load(): Promise<{ executor: (request: GatewayRequest) => Promise<ExecutionResult> }>;
  onSchemaLoadOrUpdate(listen: (loaded: { apiSchema: GraphQLSchema; coreSupergraphSdl: string }) => void): () => void;
  stop(): Promise<void>;
} {
  const executor = createExecutor(schema);
  return {
    load: async () => ({
      executor: async ({ document, operation, request, context }) => {
        if (!isContext(context)) throw new Error('The executor needs the context of a request.');
        return executor({ document, operation, operationName: request.operationName ?? null, variables: request.variables ?? {}, context });
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
