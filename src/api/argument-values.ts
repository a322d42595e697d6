import { type FieldNode, Kind, type OperationDefinitionNode, type ValueNode } from 'graphql';

/**
 * How deep values of arguments are read: more than any filter that the store takes, and less than recursion can follow.
 */
const DEEPEST = 300;

/**
 * Reads arguments of fields as JSON, through the variables of an operation and their defaults, before GraphQL has
 * checked them.
 */
export class ArgumentReader {
  readonly #variables: Readonly<Record<string, unknown>>;
  readonly #defaults = new Map<string, ValueNode>();
  #hasMetVariables = false;

  /** The variables come as they were sent. */
  constructor(operation: OperationDefinitionNode, variables: Readonly<Record<string, unknown>>) {
    this.#variables = variables;
    for (const { variable, defaultValue } of operation.variableDefinitions ?? [])
      if (defaultValue) this.#defaults.set(variable.name.value, defaultValue);
  }

  /** Whether anything that was read came from a variable. */
  get hasMetVariables(): boolean {
    return this.#hasMetVariables;
  }

  /** An argument of a field; undefined where it is left out. */
  read(node: FieldNode, name: string): unknown {
    const argument = node.arguments?.find((given) => given.name.value === name);
    return argument && this.#read(argument.value, 0);
  }

  #read(value: ValueNode, depth: number): unknown {
    if (depth > DEEPEST) return undefined;
    switch (value.kind) {
      case Kind.INT:
      case Kind.FLOAT:
        return Number(value.value);
      case Kind.STRING:
      case Kind.BOOLEAN:
      case Kind.ENUM:
        return value.value;
      case Kind.NULL:
        return null;
      case Kind.LIST:
        return value.values.map((item) => this.#read(item, depth + 1));
      case Kind.OBJECT:
        return Object.fromEntries(value.fields.map((field) => [field.name.value, this.#read(field.value, depth + 1)]));
      case Kind.VARIABLE:
        return this.#readVariable(value.name.value, depth);
    }
  }

  #readVariable(name: string, depth: number): unknown {
    this.#hasMetVariables = true;
    if (Object.hasOwn(this.#variables, name) && this.#variables[name] !== undefined) return this.#variables[name];
    const standard = this.#defaults.get(name);
    return standard && this.#read(standard, depth + 1);
  }
}
