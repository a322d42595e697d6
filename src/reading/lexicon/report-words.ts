/** Verbs that link, hold or happen: a quotation beside them is a title or a name. */
export const NEVER_SAYING: ReadonlySet<string> = new Set(
  (
    'be have do get make mean become include come remain need seem appear give take use keep play feature show ' +
    'sell star win produce direct release entitle title name contain run work know see watch hear want like love ' +
    'hate'
  ).split(' '),
);

/** Verbs that do no more than utter a noun: `issued a warning that …`. */
export const UTTERING_VERBS: ReadonlySet<string> = new Set(
  'make issue give deliver send sound renew offer level raise put release lodge voice utter air'.split(' '),
);

/** Verbs that are one cue with the reporting verb that they take: `declined to say`, `went on to add`. */
export const CARRYING_VERBS: ReadonlySet<string> = new Set(
  'decline refuse go continue fail want seek appear seem'.split(' '),
);

/** Adverbs that belong to the cue which they stand right before: `later said`. */
export const REPORTING_ADVERBS: ReadonlySet<string> = new Set(
  (
    'also later then still repeatedly reportedly once never previously consistently immediately recently initially ' +
    'finally further publicly privately flatly strongly quickly simply'
  ).split(' '),
);

/** Nouns that speak before a colon: `Minister: no new tax`. */
export const COLON_SPEAKERS: ReadonlySet<string> = new Set(
  (
    'poll polls report reports study studies official officials minister ministers police source sources expert ' +
    'experts analyst analysts judge judges survey surveys'
  ).split(' '),
);

/** How many of some people speak: before `of` or `in` they belong to the words of a source (`half of voters`). */
export const QUANTITY_WORDS: ReadonlySet<string> = new Set(
  (
    'half some most many few several all both none each one majority majorities percent % quarter quarters third ' +
    'thirds number dozens hundreds thousands members two three four five six seven eight nine ten'
  ).split(' '),
);

/** Nouns of people without a name: `he` after one of them is not the man named before (`a spokesman said`). */
export const UNNAMED_SPEAKERS = /(?:man|woman|person|source|official|aide|lawyer|officer)$/i;
