import {
  type ASTVisitor,
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLError,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValidationContext,
  type ValidationRule,
} from 'graphql';
import { DEFAULT_PAGE, MOST_PAGE } from '../store/page.ts';

/** How deep, wide and costly one operation may be. */
export interface Limits {
  readonly depth: number;
  readonly aliases: number;
  /** Fields, each counted as often as the pages above it may repeat it. */
  readonly cost: number;
  readonly rootFields: number;
}

export const DEFAULT_LIMITS: Limits = { depth: 14, aliases: 40, cost: 250_000, rootFields: 40 };

interface Measure {
  readonly depth: number;
  readonly cost: number;
}

/**
 * A validation rule that measures an operation before it runs. Introspection counts like everything else but for its depth. Fragments are measured once, so that
 * fragments that spread fragments cost linear time. A page of `first: 20` makes everything under it count twenty times.
 */
export function limitOperations(limits: Limits): ValidationRule {
  return (context: ValidationContext): ASTVisitor => {
    let aliases = 0;
    const fragments = new Map<string, Measure>();
    return {
      Field: (node) => {
        if (node.alias) aliases += 1;
        if (aliases === limits.aliases + 1) report(context, `More than ${limits.aliases} aliases.`);
      },
      OperationDefinition: {
        leave: (operation: OperationDefinitionNode) => {
          if (operation.selectionSet.selections.length > limits.rootFields) report(context, `More than ${limits.rootFields} fields at the root.`);
          const { depth, cost } = measure(operation.selectionSet, context, fragments, new Set());
          if (depth > limits.depth) report(context, `${depth} levels deep; at most ${limits.depth} are allowed.`);
          if (cost > limits.cost) report(context, `The query may cost ${Math.round(cost)} fields; at most ${limits.cost} are allowed. Ask for smaller pages.`);
        },
      },
    };
  };
}

function report(context: ValidationContext, message: string): void {
  context.reportError(new GraphQLError(message));
}

function measure(selections: SelectionSetNode, context: ValidationContext, fragments: Map<string, Measure>, open: Set<string>): Measure {
  let depth = 0;
  let cost = 0;
  const add = (part: Measure): void => {
    depth = Math.max(depth, part.depth);
    cost += part.cost;
  };
  for (const selection of selections.selections) {
    if (selection.kind === Kind.FIELD) add(measureField(selection, context, fragments, open));
    else if (selection.kind === Kind.INLINE_FRAGMENT) add(measure(selection.selectionSet, context, fragments, open));
    else {
      const fragment = context.getFragment(selection.name.value);
      if (fragment) add(measureFragment(fragment, context, fragments, open));
    }
  }
  return { depth, cost };
}

function measureFragment(fragment: FragmentDefinitionNode, context: ValidationContext, fragments: Map<string, Measure>, open: Set<string>): Measure {
  const name = fragment.name.value;
  const known = fragments.get(name);
  if (known) return known;
  if (open.has(name)) return { depth: 0, cost: 0 };
  open.add(name);
  const found = measure(fragment.selectionSet, context, fragments, open);
  open.delete(name);
  fragments.set(name, found);
  return found;
}

function measureField(field: FieldNode, context: ValidationContext, fragments: Map<string, Measure>, open: Set<string>): Measure {
  if (!field.selectionSet) return { depth: 1, cost: 1 };
  if (field.name.value.startsWith('__')) return { depth: 1, cost: 1 };
  const inner = measure(field.selectionSet, context, fragments, open);
  return { depth: inner.depth + 1, cost: 1 + inner.cost * pageSize(field) };
}

/** How often a field may repeat what is under it. What a variable says is not known yet: a page of the usual size stands for it, and the store caps it. */
function pageSize(field: FieldNode): number {
  const size = field.arguments?.find((argument) => argument.name.value === 'first' || argument.name.value === 'last')?.value;
  if (size?.kind === Kind.INT) return Math.min(Number(size.value), MOST_PAGE);
  if (size?.kind === Kind.VARIABLE) return DEFAULT_PAGE;
  const holdsEdges = field.selectionSet?.selections.some((selection) => selection.kind === Kind.FIELD && /^(?:edges|nodes)$/.test(selection.name.value));
  return holdsEdges ? DEFAULT_PAGE : 1;
}
