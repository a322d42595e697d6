import {
  getNamedType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputObjectType,
  type GraphQLNamedType,
  type GraphQLSchema,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isLeafType,
  isNonNullType,
  isObjectType,
} from 'graphql';

/** Whole numbers below a bound, from a seed: the same seed gives the same operation. */
export type Chance = (below: number) => number;

/** What arguments may hold: ids of things that are there, that are not, and what is no id; cursors that are none. */
export interface Pools {
  readonly ids: readonly string[];
  readonly words: readonly string[];
}

/** A random operation, and the variables that it runs with, one time after the other. */
export interface RandomOperation {
  readonly query: string;
  readonly settings: readonly Readonly<Record<string, unknown>>[];
}

const DEEPEST = 5;

/** mulberry32 (Tommy Ettinger): a small generator whose whole state is the seed. */
export function chanceFrom(seed: number): Chance {
  let state = seed | 0;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (((mixed ^ (mixed >>> 14)) >>> 0) % 1_000_000) % below;
  };
}

/**
 * Writes random queries over a schema: nested selections, aliases, the same field asked for twice, inline and named
 * fragments on object and abstract types, `@skip` and `@include`, variables in arguments and directives, nulls, and
 * arguments that raise errors. Most, not all, are valid.
 */
export class OperationWriter {
  readonly #schema: GraphQLSchema;
  readonly #pools: Pools;
  readonly #chance: Chance;
  readonly #fragments: string[] = [];
  #aliases = 0;

  constructor(schema: GraphQLSchema, pools: Pools, seed: number) {
    this.#schema = schema;
    this.#pools = pools;
    this.#chance = chanceFrom(seed);
  }

  write(): RandomOperation {
    const query = this.#schema.getQueryType();
    const body = query ? this.#selection(query, 0) : '';
    const head = 'query Random($yes: Boolean!, $no: Boolean = false, $few: Int = 2, $none: Int, $id: ID!)';
    const text = `${head} ${body}\n${this.#fragments.join('\n')}`;
    const used = `\nfragment Used on Query { a: node(id: $id) @skip(if: $yes) { id } b: articles(first: $few)
      @include(if: $no) { totalCount } c: people(first: $none) @skip(if: $yes) { totalCount } }`;
    return {
      query: `${text.replace(/^(query[^{]*\{)/, '$1 ...Used ')}${used}`,
      settings: [this.#variables(), this.#variables()],
    };
  }

  #variables(): Readonly<Record<string, unknown>> {
    return {
      yes: this.#chance(2) === 0,
      ...(this.#chance(2) === 0 ? { no: this.#chance(2) === 0 } : {}),
      ...(this.#chance(3) > 0 ? { few: this.#chance(4) } : {}),
      id: this.#pick(this.#pools.ids),
    };
  }

  #pick<Item>(items: readonly Item[]): Item {
    const item = items[this.#chance(items.length)];
    if (item === undefined) throw new Error('Nothing to pick from.');
    return item;
  }

  #selection(type: GraphQLNamedType, depth: number): string {
    const parts = Array.from({ length: 1 + this.#chance(4) }, () => this.#part(type, depth)).filter(
      (part) => part !== '',
    );
    if (parts.length === 0 || this.#chance(4) === 0) parts.push('__typename');
    return `{ ${parts.join(' ')} }`;
  }

  #part(type: GraphQLNamedType, depth: number): string {
    const kind = this.#chance(8);
    if (kind === 0 && depth < DEEPEST) return `... ${this.#directive()} ${this.#selection(type, depth + 1)}`;
    if (kind <= 2 && depth < DEEPEST && isAbstractType(type)) {
      const possible = this.#pick(this.#schema.getPossibleTypes(type));
      return this.#chance(2) === 0
        ? `... on ${possible.name} ${this.#directive()} ${this.#selection(possible, depth + 1)}`
        : this.#spread(possible, depth);
    }
    if (kind === 3 && depth < DEEPEST && isObjectType(type) && type.getInterfaces().length > 0) {
      const parent = this.#pick(type.getInterfaces());
      return `... on ${parent.name} ${this.#selection(parent, depth + 1)}`;
    }
    if (!isObjectType(type) && !isInterfaceType(type)) return '__typename';
    return this.#field(this.#pick(Object.values(type.getFields())), depth);
  }

  #spread(type: GraphQLNamedType, depth: number): string {
    const name = `F${this.#fragments.length}`;
    this.#fragments.push('');
    this.#fragments[Number(name.slice(1))] = `fragment ${name} on ${type.name} ${this.#selection(type, depth + 1)}`;
    return `...${name} ${this.#directive()}${this.#chance(4) === 0 ? ` ...${name}` : ''}`;
  }

  #field(field: GraphQLField<unknown, unknown>, depth: number): string {
    const type = getNamedType(field.type);
    if (field.name === 'extract' || (!isLeafType(type) && depth >= DEEPEST)) return '';
    this.#aliases += 1;
    const isPlain = field.args.length === 0 && this.#chance(3) > 0;
    const head = `${isPlain ? '' : `x${this.#aliases}: `}${field.name}${this.#arguments(field)} ${this.#directive()}`;
    return isLeafType(type) ? head : `${head} ${this.#selection(type, depth + 1)}`;
  }

  #directive(): string {
    return this.#chance(8) > 0
      ? ''
      : this.#pick([
          '@skip(if: $yes)',
          '@include(if: $yes)',
          '@include(if: $no)',
          '@skip(if: false)',
          '@include(if: true)',
          '@include(if: false)',
        ]);
  }

  #arguments(field: GraphQLField<unknown, unknown>): string {
    const given = field.args.flatMap((argument) => {
      const isNeeded = isNonNullType(argument.type) && argument.defaultValue === undefined;
      if (!isNeeded && argument.name !== 'first' && this.#chance(4) > 0) return [];
      if ((argument.name === 'last' || argument.name === 'before') && this.#chance(2) === 0) return [];
      const value = this.#value(argument);
      return value === null ? [] : [`${argument.name}: ${value}`];
    });
    return given.length === 0 ? '' : `(${given.join(', ')})`;
  }

  #value({ name, type }: GraphQLArgument | GraphQLInputField): string | null {
    const named = getNamedType(type);
    if (name === 'first' || name === 'last')
      return this.#pick(['0', '1', '2', '3', '$few', '$none', 'null', '-1', '1000']);
    if (name === 'after' || name === 'before') return this.#pick(['null', '"nonsense"']);
    if (name === 'ids') return `[${this.#id()}, ${this.#id()}]`;
    if (name === 'id') return this.#id();
    if (name === 'query') return this.#pick(['"military"', '"minist*"', '""']);
    if (name === 'name' || name === 'url') return JSON.stringify(this.#pick(this.#pools.words));
    if (isInputObjectType(named)) return this.#input(named);
    if (isEnumType(named)) return this.#pick(named.getValues()).name;
    return isNonNullType(type) ? null : 'null';
  }

  /** An input object: an order, or a filter of one condition, alone or within another. */
  #input(type: GraphQLInputObjectType): string {
    const { field, and, not, ...conditions } = type.getFields();
    if (field) return `{ field: ${this.#value(field)}, direction: ${this.#pick(['ASC', 'DESC'])} }`;
    const condition = this.#pick(Object.values(conditions).filter(({ name }) => name !== 'or'));
    const own = `{ ${condition.name}: ${this.#condition(condition)} }`;
    return and && not ? this.#pick([own, own, `{ not: ${own} }`, `{ and: [${own}] }`, `{ or: [${own}, {}] }`]) : own;
  }

  #condition({ name, type }: GraphQLInputField): string {
    const named = getNamedType(type);
    if (isEnumType(named)) return this.#pick(named.getValues()).name;
    if (named.name === 'ID') return this.#id();
    if (named.name === 'Float') return '0.7';
    if (named.name === 'DateRange') return this.#pick(['{ from: "2023-01-01" }', '{ to: "2023-12-31" }', '{}']);
    return JSON.stringify(name === 'text' ? this.#pick(['minist*', 'the', '']) : this.#pick(this.#pools.words));
  }

  #id(): string {
    return this.#chance(4) === 0 ? '$id' : JSON.stringify(this.#pick(this.#pools.ids));
  }
}
