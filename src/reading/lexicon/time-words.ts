const words = (list: string): readonly string[] => list.trim().split(/\s+/);

export const MONTHS = words('january february march april may june july august september october november december');

/** Names of days and months, and words for parts of a day: without one of them, or figures, nothing tells a day. */
export const DAY_WORDS: ReadonlySet<string> = new Set([
  ...MONTHS,
  ...words(`
jan feb mar apr jun jul aug sept sep oct nov dec
monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri sat sun
today yesterday tomorrow tonight overnight morning afternoon evening night
`),
]);

/** Those of them that are other words as well: names of days and months only with a capital. */
export const COMMON_WORDS: ReadonlySet<string> = new Set(words('may march mar sat sun mon wed dec jan'));

/** Short names, and whole ones that are other words as well, that are a date alone only as proper names. */
export const DOUBTFUL_DATES: ReadonlySet<string> = new Set(
  words('may march jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun second august'),
);

/** Words for longer periods. A sentence without one of these, a day word or a figure holds no date. */
export const PERIOD_WORDS: ReadonlySet<string> = new Set(
  words(`
week weeks weekend month months year years day days quarter decade decades ago spring summer autumn fall winter
`),
);

/** The calendar quarter that a season lies in. */
export const SEASONS: Readonly<Record<string, number>> = { spring: 2, summer: 3, autumn: 4, fall: 4, winter: 1 };

export const ORDINALS: Readonly<Record<string, number>> = {
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  '1st': 1,
  '2nd': 2,
  '3rd': 3,
  '4th': 4,
};

export const NUMBERS: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
};

/** Verbs and adjectives, as lemmas, for what is still to come: `is due on Friday`, `was scheduled for May`. */
export const EXPECTING: ReadonlySet<string> = new Set(words('expect schedule plan due set slate call upcoming'));
