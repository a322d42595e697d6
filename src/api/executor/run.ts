import {
  type GraphQLError,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  isObjectType,
  locatedError,
} from 'graphql';
import type { Batches, Deadline } from '../context.ts';
import { Pending } from '../pending.ts';
import { argumentsOf, type Completion, type FieldPlan, type Selection } from './plan.ts';

type Json = Record<string, unknown>;

/** Where a value of the result stands: in an object or a list that itself stands somewhere. */
interface Place {
  readonly container: Json | unknown[];
  readonly key: string | number;
  readonly parent: Place | null;
  readonly isNonNull: boolean;
  /** Whether an error below has made the value null. */
  isLost: boolean;
}

/** An object of the result whose fields are to be filled. */
interface Unfilled {
  readonly source: unknown;
  readonly target: Json;
  readonly place: Place;
}

/** A value that a batch will give. */
interface Awaited {
  readonly pending: Pending<unknown>;
  readonly plan: FieldPlan;
  readonly completion: Completion;
  readonly place: Place;
}

/** What executing gives: as graphql-js, `data` is null where an error reached the top. */
export interface Outcome {
  data: Json | null;
  errors?: GraphQLError[];
}

/** What a run needs beside its plan. */
export interface RunContext {
  readonly schema: GraphQLSchema;
  readonly batches: Batches;
  readonly contextValue: unknown;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Looked at before each field of the root. */
  readonly deadline: Deadline | null;
}

/** graphql-js types every resolver with its own `info`; the resolvers here ask only what `wanted.ts` reads. */
function infoOf({ info }: FieldPlan): GraphQLResolveInfo {
  // biome-ignore lint/nursery/noUnsafeTypeAssertion: no resolver of this schema looks at what graphql-js has there.
  return info as unknown as GraphQLResolveInfo;
}

/**
 * Fills a selection breadth-first. All that can be resolved without the store is resolved first; then every batch that
 * fields have asked for runs, each by one statement; and so on until nothing waits. One walk over a query thus costs as
 * many statements as it has different lists, however many rows they hang on, and no turn of the event loop.
 */
export class Run {
  readonly #context: RunContext;
  readonly #errors: GraphQLError[] = [];
  readonly #arguments = new Map<FieldPlan, Readonly<Record<string, unknown>>>();
  #unfilled = new Map<readonly FieldPlan[], { readonly type: GraphQLObjectType; readonly objects: Unfilled[] }>();
  #awaited: Awaited[] = [];

  constructor(context: RunContext) {
    this.#context = context;
  }

  /** `rootValue` is what the fields of the root are read from. */
  execute(selection: Selection, type: GraphQLObjectType, rootValue: unknown): Outcome {
    const root: { data: Json | null } = { data: {} };
    const place: Place = { container: root, key: 'data', parent: null, isNonNull: false, isLost: false };
    this.#enqueue(selection.of(type), type, { source: rootValue, target: root.data ?? {}, place });
    do {
      this.#fillAll();
      this.#takeAwaited();
    } while (this.#unfilled.size > 0 || this.#awaited.length > 0);
    return this.#errors.length > 0 ? { errors: this.#errors, data: root.data } : { data: root.data };
  }

  #enqueue(fields: readonly FieldPlan[], type: GraphQLObjectType, object: Unfilled): void {
    const group = this.#unfilled.get(fields);
    if (group) group.objects.push(object);
    else this.#unfilled.set(fields, { type, objects: [object] });
  }

  #fillAll(): void {
    while (this.#unfilled.size > 0) {
      const groups = this.#unfilled;
      this.#unfilled = new Map();
      for (const [fields, { type, objects }] of groups) for (const plan of fields) this.#fillField(plan, type, objects);
    }
  }

  /** Runs the batches, and puts what they gave in its place. */
  #takeAwaited(): void {
    if (this.#awaited.length === 0) return;
    this.#context.batches.run();
    const awaited = this.#awaited;
    this.#awaited = [];
    for (const item of awaited) {
      if (item.pending.isWaiting) this.#awaited.push(item);
      else this.#settle(item);
    }
  }

  #settle({ pending, plan, completion, place }: Awaited): void {
    try {
      this.#complete(plan, completion, pending.read(), place.container, place.key, place.parent);
    } catch (error) {
      this.#fail(error, plan, place);
    }
  }

  #fillField(plan: FieldPlan, type: GraphQLObjectType, objects: readonly Unfilled[]): void {
    const { field, responseName, completion } = plan;
    for (const { source, target, place } of objects) {
      if (!field) {
        target[responseName] = type.name;
        continue;
      }
      // The name is taken first, so that the result keeps the order of the query whatever comes later.
      target[responseName] = null;
      try {
        if (!place.parent) this.#context.deadline?.check();
        const args = this.#argumentsOf(plan);
        const info = infoOf(plan);
        const value = field.resolve
          ? field.resolve(source, args, this.#context.contextValue, info)
          : readProperty(source, field.name, args, this.#context.contextValue, info);
        this.#complete(plan, completion, value, target, responseName, place);
      } catch (error) {
        this.#fail(error, plan, {
          container: target,
          key: responseName,
          parent: place,
          isNonNull: completion.isNonNull,
          isLost: false,
        });
      }
    }
  }

  #argumentsOf(plan: FieldPlan): Readonly<Record<string, unknown>> {
    if (plan.constantArguments) return plan.constantArguments;
    const known = this.#arguments.get(plan);
    if (known) return known;
    const args = argumentsOf(plan, this.#context.variables);
    this.#arguments.set(plan, args);
    return args;
  }

  #complete(
    plan: FieldPlan,
    completion: Completion,
    value: unknown,
    container: Json | unknown[],
    key: string | number,
    parent: Place | null,
  ): void {
    if (value instanceof Pending) {
      this.#awaited.push({
        pending: value,
        plan,
        completion,
        place: { container, key, parent, isNonNull: completion.isNonNull, isLost: false },
      });
      return;
    }
    if (value === null || value === undefined) {
      if (completion.isNonNull) throw new Error(`Cannot return null for non-nullable field ${plan.coordinate}.`);
      put(container, key, null);
      return;
    }
    if (value instanceof Error) throw value;
    switch (completion.kind) {
      case 'LEAF':
        put(container, key, serialise(completion.type, value));
        return;
      case 'LIST':
        this.#completeList(plan, completion.item, value, {
          container,
          key,
          parent,
          isNonNull: completion.isNonNull,
          isLost: false,
        });
        return;
      case 'OBJECT':
        this.#completeObject(plan, completion, value, {
          container,
          key,
          parent,
          isNonNull: completion.isNonNull,
          isLost: false,
        });
    }
  }

  #completeList(plan: FieldPlan, completion: Completion, value: unknown, place: Place): void {
    if (!Array.isArray(value))
      throw new Error(`Expected Iterable, but did not find one for field "${plan.coordinate}".`);
    const list: unknown[] = new Array(value.length).fill(null);
    put(place.container, place.key, list);
    value.forEach((item: unknown, number) => {
      try {
        this.#complete(plan, completion, item, list, number, place);
      } catch (error) {
        this.#fail(error, plan, {
          container: list,
          key: number,
          parent: place,
          isNonNull: completion.isNonNull,
          isLost: false,
        });
      }
    });
  }

  #completeObject(
    plan: FieldPlan,
    { type, abstract, selection }: Completion & { kind: 'OBJECT' },
    value: unknown,
    place: Place,
  ): void {
    const concrete = type ?? this.#typeOf(plan, abstract, value);
    const target: Json = {};
    put(place.container, place.key, target);
    this.#enqueue(selection.of(concrete), concrete, { source: value, target, place });
  }

  #typeOf(plan: FieldPlan, abstract: string, value: unknown): GraphQLObjectType {
    const type = this.#context.schema.getType(abstract);
    const name =
      type && 'resolveType' in type
        ? type.resolveType?.(value, this.#context.contextValue, infoOf(plan), type)
        : undefined;
    const concrete = typeof name === 'string' ? this.#context.schema.getType(name) : undefined;
    if (!isObjectType(concrete))
      throw new Error(
        `Abstract type "${abstract}" must resolve to an Object type at runtime for field "${plan.coordinate}".`,
      );
    return concrete;
  }

  /**
   * Notes an error, and makes null the nearest value above it that may be null. What stands under a value that is lost
   * already is not noted.
   */
  #fail(error: unknown, plan: FieldPlan, place: Place): void {
    for (let at: Place | null = place; at; at = at.parent) if (at.isLost) return;
    this.#errors.push(locatedError(error, plan.nodes, pathOf(place)));
    let lost = place;
    while (lost.isNonNull && lost.parent) lost = lost.parent;
    lost.isLost = true;
    put(lost.container, lost.key, null);
  }
}

function put(container: Json | unknown[], key: string | number, value: unknown): void {
  if (Array.isArray(container)) container[Number(key)] = value;
  else container[key] = value;
}

/** The path of a place from the top of the result. */
function pathOf(place: Place): (string | number)[] {
  const path: (string | number)[] = [];
  for (let at: Place = place; at.parent; at = at.parent) path.unshift(at.key);
  return path;
}

/** A field without a resolver: the property of its name, called where it is a function. */
function readProperty(source: unknown, name: string, args: unknown, contextValue: unknown, info: object): unknown {
  if ((typeof source !== 'object' || source === null) && typeof source !== 'function') return undefined;
  const value: unknown = Reflect.get(source, name);
  return typeof value === 'function' ? Reflect.apply(value, source, [args, contextValue, info]) : value;
}

function serialise(type: { readonly name: string; serialize(value: unknown): unknown }, value: unknown): unknown {
  if (typeof value === 'string' && (type.name === 'String' || type.name === 'ID')) return value;
  const serialised = type.serialize(value);
  if (serialised === null || serialised === undefined)
    throw new Error(
      `Expected \`${type.name}.serialize(value)\` to return non-nullable value, returned: ${String(serialised)}`,
    );
  return serialised;
}
