import { type GraphQLObjectType, type GraphQLSchema, isAbstractType, isObjectType } from 'graphql';
import { isProjectable } from '../../store/projection/projection.ts';
import type { FieldArguments, WantedField } from '../../store/projection/wanted-field.ts';
import type { Completion, FieldPlan, Selection } from './plan.ts';

type ArgumentsOf = (plan: FieldPlan) => Readonly<Record<string, unknown>>;

/** Says what plans want of the store in its own words, so that one statement can answer a whole query. */
export class Projector {
  readonly #schema: GraphQLSchema;
  readonly #fit = new WeakMap<Selection, boolean>();
  readonly #fixed = new WeakMap<FieldPlan, WantedField | null>();
  /** The fields of a selection by type, where all are fixed. */
  readonly #fixedFields = new WeakMap<readonly FieldPlan[], readonly WantedField[]>();

  constructor(schema: GraphQLSchema) {
    this.#schema = schema;
  }

  /** Whether the store can answer all that a selection asks of a type. */
  isProjectable(selection: Selection, type: GraphQLObjectType): boolean {
    let isFit = this.#fit.get(selection);
    if (isFit === undefined) {
      isFit = this.#isFit(selection, [type]);
      this.#fit.set(selection, isFit);
    }
    return isFit;
  }

  /**
   * The fields that a selection wants of a type, with the arguments that they have in this request. Throws where those
   * cannot be read.
   */
  fieldsOf(selection: Selection, type: GraphQLObjectType, argumentsOf: ArgumentsOf): readonly WantedField[] {
    const plans = selection.of(type);
    const known = this.#fixedFields.get(plans);
    if (known) return known;
    const fields = plans.map((plan) => this.#want(plan, argumentsOf));
    if (fields.every(({ isFixed }) => isFixed)) this.#fixedFields.set(plans, fields);
    return fields;
  }

  #isFit(selection: Selection, types: readonly GraphQLObjectType[]): boolean {
    return types.every((type) =>
      selection.of(type).every(({ field, completion }) => {
        if (!field) return true;
        const below = objectIn(completion);
        return isProjectable(type.name, field.name) && (!below || this.#isFit(below.selection, this.#typesOf(below)));
      }),
    );
  }

  #want(plan: FieldPlan, argumentsOf: ArgumentsOf): WantedField {
    const known = this.#fixed.get(plan);
    if (known) return known;
    const isFixed = this.#isFixed(plan);
    const below = objectIn(plan.completion);
    const byType = new Map<string, readonly WantedField[]>();
    const of = (name: string): readonly WantedField[] => {
      const found = byType.get(name);
      if (found) return found;
      const type = this.#schema.getType(name);
      const fields = below && isObjectType(type) ? this.fieldsOf(below.selection, type, argumentsOf) : [];
      byType.set(name, fields);
      return fields;
    };
    const field: WantedField = {
      as: plan.responseName,
      name: plan.field?.name ?? '__typename',
      args: checkedArguments(argumentsOf(plan)),
      of,
      isFixed,
    };
    this.#fixed.set(plan, isFixed ? field : null);
    return field;
  }

  /** Whether no argument of a field, or of one below it, holds a variable. */
  #isFixed(plan: FieldPlan): boolean {
    const known = this.#fixed.get(plan);
    if (known !== undefined) return known !== null;
    const below = objectIn(plan.completion);
    return (
      plan.constantArguments !== null &&
      (!below || this.#typesOf(below).every((type) => below.selection.of(type).every((inner) => this.#isFixed(inner))))
    );
  }

  #typesOf({ type, abstract }: Completion & { kind: 'OBJECT' }): readonly GraphQLObjectType[] {
    if (type) return [type];
    const declared = this.#schema.getType(abstract);
    return isAbstractType(declared) ? this.#schema.getPossibleTypes(declared) : [];
  }
}

function objectIn(completion: Completion): (Completion & { kind: 'OBJECT' }) | null {
  if (completion.kind === 'LIST') return objectIn(completion.item);
  return completion.kind === 'OBJECT' ? completion : null;
}

function checkedArguments(args: Readonly<Record<string, unknown>>): FieldArguments {
  // biome-ignore lint/nursery/noUnsafeTypeAssertion: GraphQL has checked them against the schema.
  return args as FieldArguments;
}
