/**
 * One rule of the reading: what it is called, sentences in which it gives something, sentences like them in which it
 * must not, and what it does. Its examples and near-misses are read as whole texts by its test, so they are its
 * specification; `npm run eval -- CORPORA --rules` leaves it out and says what every figure loses.
 */
export interface Rule<Input extends readonly unknown[], Result> {
  /** `folder/step/what it reads`, in words that a stranger understands; no two rules share it. */
  readonly name: string;
  readonly examples: readonly string[];
  readonly nearMisses: readonly string[];
  /** What the rule finds, or null where it has nothing to say. */
  readonly apply: (...input: Input) => Result | null;
}

/** What of a rule counts for tests and measuring: everything but what it does. */
export type RuleEntry = Pick<Rule<readonly never[], unknown>, 'name' | 'examples' | 'nearMisses'>;

/** Hears which rules gave something, and may leave rules out. */
export interface Ledger {
  isOn(name: string): boolean;
  /** Called each time that a rule gave what was then used. */
  fired(name: string): void;
}

/** All rules are on, and nobody counts. */
export const ALL_ON: Ledger = { isOn: () => true, fired: () => {} };

/** Counts how often each rule gave something, with some rules left out. */
export function countingLedger(off: readonly string[] = []): Ledger & { readonly counts: ReadonlyMap<string, number> } {
  const counts = new Map<string, number>();
  return {
    counts,
    isOn: (name) => !off.includes(name),
    fired: (name) => counts.set(name, (counts.get(name) ?? 0) + 1),
  };
}

/** What the first rule of an ordered list that has something to say says; null where none has. */
export function applyFirst<Input extends readonly unknown[], Result>(
  rules: readonly Rule<Input, Result>[],
  ledger: Ledger,
  ...input: Input
): Result | null {
  for (const rule of rules) {
    if (!ledger.isOn(rule.name)) continue;
    const result = rule.apply(...input);
    if (result === null) continue;
    ledger.fired(rule.name);
    return result;
  }
  return null;
}

/** What every rule of a list that has something to say says, in the order of the list. */
export function applyAll<Input extends readonly unknown[], Result>(
  rules: readonly Rule<Input, Result>[],
  ledger: Ledger,
  ...input: Input
): Result[] {
  const results: Result[] = [];
  for (const rule of rules) {
    if (!ledger.isOn(rule.name)) continue;
    const result = rule.apply(...input);
    if (result === null) continue;
    ledger.fired(rule.name);
    results.push(result);
  }
  return results;
}

/** A value handed from rule to rule of a list: each that has something to say gives the next one its value. */
export function applyInTurn<Value, Rest extends readonly unknown[]>(
  rules: readonly Rule<readonly [Value, ...Rest], Value>[],
  ledger: Ledger,
  value: Value,
  ...rest: Rest
): Value {
  let current = value;
  for (const rule of rules) {
    if (!ledger.isOn(rule.name)) continue;
    const result = rule.apply(current, ...rest);
    if (result === null) continue;
    ledger.fired(rule.name);
    current = result;
  }
  return current;
}
