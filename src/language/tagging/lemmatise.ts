import {
  FUNCTION_LEMMAS,
  IRREGULAR_ADJECTIVES,
  IRREGULAR_NOUNS,
  IRREGULAR_VERBS,
  UNCHANGED_NOUNS,
} from '../lexicon/irregular-forms.ts';
import { TAKES_E, TAKES_NO_E } from '../lexicon/silent-e.ts';
import { numberOfPenn, PENN_TAGS, type PennTag } from '../tags.ts';
import type { ReadTagged, Tagged } from './tag.ts';

/** Tagged tokens with their lemmas. */
export interface Lemmatised extends ReadTagged {
  readonly lemmas: readonly string[];
}

/** Gives every token its lemma: `said` → `say`, `'s` → `be`, `have` or `'s` by its tag; names stay as written. */
export function lemmatise(tagged: ReadTagged): Lemmatised {
  const { text, start, end, penn } = tagged;
  const lemmas: string[] = [];
  const known = new Map<string, string>();
  for (let token = 0; token < tagged.count; token++) {
    const word = text.slice(start[token], end[token]);
    const tag = penn[token] ?? 0;
    const key = `${String.fromCharCode(tag + 1)}${word}`;
    let lemma = known.get(key);
    if (lemma === undefined) {
      lemma = lemmaOf(word, PENN_TAGS[tag] ?? 'NN');
      known.set(key, lemma);
    }
    lemmas.push(disambiguate(lemma, word, tagged, token));
  }
  return { ...tagged, lemmas };
}

const VBZ = numberOfPenn('VBZ');
const MD = numberOfPenn('MD');
const VBN = numberOfPenn('VBN');
const RB = numberOfPenn('RB');
const VERB_LIKE: ReadonlySet<number> = new Set([VBZ, MD]);

/**
 * `'s` before a participle of its own clause is `has` only where `been` or `got` follows: `she 's been`; else it is
 * `is`.
 */
function disambiguate(lemma: string, word: string, tagged: Tagged, token: number): string {
  if (lemma !== 'be' || !VERB_LIKE.has(tagged.penn[token] ?? 0) || !/^['’]s$/iu.test(word)) return lemma;
  let next = token + 1;
  while (next < token + 3 && tagged.penn[next] === RB) next++;
  if (tagged.penn[next] !== VBN) return lemma;
  const participle = tagged.text.slice(tagged.start[next], tagged.end[next]).toLowerCase();
  return HAVE_PARTICIPLES.has(participle) ? 'have' : lemma;
}

const HAVE_PARTICIPLES: ReadonlySet<string> = new Set(['been', 'got', 'gotten', 'had', 'become', 'gone', 'come']);

/**
 * The lemma of one word by its Penn tag, from tables of irregular forms and the spelling rules of regular ones.
 * Words are lower-cased but for proper nouns, foreign words and symbols.
 */
export function lemmaOf(word: string, tag: PennTag): string {
  switch (tag) {
    case 'NNP':
    case 'FW':
    case 'ADD':
    case 'GW':
    case 'SYM':
    case 'LS':
      return word;
    case 'NNPS':
      return singular(word, word);
    case 'CD':
      return /\d,\d/u.test(word)
        ? word.replaceAll(',', '')
        : (NUMBER_WORDS.get(word.toLowerCase()) ?? word.toLowerCase());
    default:
      return lowerLemma(word.toLowerCase().replace('’', "'"), word, tag);
  }
}

function lowerLemma(lower: string, word: string, tag: PennTag): string {
  switch (tag) {
    case 'NN':
      return /^(?:\p{Lu}[\p{Lu}\d]+|\p{Lu}(?:\.\p{Lu})+\.?)$/u.test(word) ? word : lower;
    case 'NNS':
      return singular(lower, word);
    case 'VB':
    case 'VBP':
      return IRREGULAR_VERBS.get(lower) === 'be' || lower.startsWith("'")
        ? (IRREGULAR_VERBS.get(lower) ?? lower)
        : lower;
    case 'VBZ':
      return verbOfThird(lower);
    case 'VBD':
    case 'VBN':
      return IRREGULAR_VERBS.get(lower) ?? (lower === "'d" ? 'have' : verbOfPast(lower));
    case 'VBG':
      return IRREGULAR_VERBS.get(lower) ?? verbOfParticiple(lower);
    case 'MD':
      return lower === "'d" ? 'would' : MODALS.has(lower) ? lower : (IRREGULAR_VERBS.get(lower) ?? lower);
    case 'JJR':
      return IRREGULAR_ADJECTIVES.get(lower) ?? positive(lower, 'er');
    case 'JJS':
      return IRREGULAR_ADJECTIVES.get(lower) ?? positive(lower, 'est');
    case 'RBR':
    case 'RBS':
      return lower === 'better' || lower === 'best'
        ? 'well'
        : (IRREGULAR_ADJECTIVES.get(lower) ?? positive(lower, tag === 'RBR' ? 'er' : 'est'));
    case 'POS':
      return "'s";
    case 'JJ':
      return /^\p{Lu}\p{Ll}+(?:ian|ean|can|rman|ese|lish|nish|tish|wish|kish|rish|ench|raqi|eli|ani|rab|unni|hiite|uslim|slamic)$/u.test(
        word,
      )
        ? word
        : lower;
    case ':':
    case ',':
    case 'HYPH':
      return MARKS.get(lower) ?? lower;
    case '``':
    case "''":
      return /^[“”„«»＂]$/u.test(lower) ? '"' : lower;
    case 'PRP':
    case 'WP':
    case 'DT':
    case 'RB':
      return FUNCTION_LEMMAS.get(lower) ?? (lower === 'i' ? 'I' : lower);
    default:
      return lower;
  }
}

const NUMBER_WORDS: ReadonlyMap<string, string> = new Map([
  ['k', 'thousand'],
  ['m', 'million'],
  ['mn', 'million'],
  ['b', 'billion'],
  ['bn', 'billion'],
  ['tn', 'trillion'],
]);

const MARKS: ReadonlyMap<string, string> = new Map([
  ['—', '-'],
  ['–', '-'],
  ['--', '-'],
  ['…', '...'],
]);

const MODALS: ReadonlySet<string> = new Set([
  'can',
  'could',
  'will',
  'would',
  'shall',
  'should',
  'may',
  'might',
  'must',
  'ought',
  'need',
  'dare',
]);

function singular(lower: string, word: string): string {
  const irregular = IRREGULAR_NOUNS.get(lower) ?? IRREGULAR_NOUNS.get(lower.toLowerCase());
  if (irregular !== undefined)
    return lower === lower.toLowerCase() ? irregular : irregular.charAt(0).toUpperCase() + irregular.slice(1);
  if (UNCHANGED_NOUNS.has(lower.toLowerCase())) return lower;
  for (const [plural, lemma] of COMPOUND_PLURALS)
    if (lower.length > plural.length && lower.endsWith(plural)) return lower.slice(0, -plural.length) + lemma;
  if (/^\p{Lu}[\p{Lu}.\d]*['’]?s$/u.test(word)) return word.replace(/['’]?s$/u, '');
  if (/(?:ss|us|is)$/iu.test(lower) || !/s$/iu.test(lower)) return lower;
  if (/^\d+s$/u.test(lower)) return lower;
  return cutPlural(lower);
}

const COMPOUND_PLURALS: readonly (readonly [string, string])[] = [
  ['women', 'woman'],
  ['men', 'man'],
  ['children', 'child'],
  ['people', 'people'],
  ['feet', 'foot'],
  ['teeth', 'tooth'],
  ['wives', 'wife'],
  ['selves', 'self'],
];

/** Takes off the -s of a plural or a third person: `parties` → `party`, `watches` → `watch`, `houses` → `house`. */
function cutPlural(lower: string): string {
  if (/[^aeiou]ies$/iu.test(lower) && lower.length > 4)
    return `${lower.slice(0, -3)}${lower.endsWith('S') ? 'Y' : 'y'}`;
  if (/(?:ss|sh|ch|x|zz)es$/iu.test(lower)) return lower.slice(0, -2);
  return lower.slice(0, -1);
}

function verbOfThird(lower: string): string {
  const irregular = IRREGULAR_VERBS.get(lower);
  if (irregular !== undefined) return irregular;
  if (lower === "'s") return 'be';
  if (!lower.endsWith('s') || lower.endsWith('ss')) return lower;
  if (/[^aeiou]oes$/u.test(lower)) return lower.slice(0, -2);
  if (/(?:focus|bias|canvas)es$/u.test(lower)) return lower.slice(0, -2);
  if (/aches$/u.test(lower) && /^(?:ache|head)/u.test(lower)) return lower.slice(0, -1);
  return cutPlural(lower);
}

function verbOfPast(lower: string): string {
  if (lower.endsWith('ied')) return lower.length > 4 ? `${lower.slice(0, -3)}y` : lower.slice(0, -1);
  if (lower.endsWith('eed')) return lower.slice(0, -1);
  if (lower.endsWith('ed') && lower.length > 3) return baseOfStem(lower.slice(0, -2));
  const prefixed = prefixedVerb(lower);
  return prefixed ?? lower;
}

function verbOfParticiple(lower: string): string {
  if (lower.endsWith("in'")) return baseOfStem(lower.slice(0, -3));
  if (!lower.endsWith('ing') || lower.length < 5) return lower;
  return baseOfStem(lower.slice(0, -3));
}

/** `rebuilt`, `outsold`, `mis-told`: an irregular verb after a prefix. */
function prefixedVerb(lower: string): string | undefined {
  const match = /^(re-?|out|over|under|mis-?|un|fore|pre-?|co-?|with|up)(.{3,})$/u.exec(lower);
  const [, prefix, rest] = match ?? [];
  const base = rest === undefined ? undefined : IRREGULAR_VERBS.get(rest);
  return base === undefined || prefix === undefined ? undefined : prefix + base;
}

/** The verb whose -ed or -ing was cut: undoes a doubled consonant (`plann` → `plan`) and gives back a silent e. */
function baseOfStem(stem: string): string {
  if (TAKES_E.has(stem)) return `${stem}e`;
  if (TAKES_NO_E.has(stem)) return stem;
  if (
    /([bdgmnprtkv])\1$/u.test(stem) &&
    !/^(?:add|odd|err|purr|putt|butt|net?t|ebb|egg|inn|watt|boycott|webb)$/u.test(stem)
  )
    return stem.slice(0, -1);
  if (stem.endsWith('ll'))
    return /[aeiouy][^aeiouy]+[aeiouy]ll$/u.test(stem) &&
      !/(?:stall|[^t]roll|call|fill|spell|pull|sell|thrall|kill|skill|still)$/u.test(stem)
      ? stem.slice(0, -1)
      : stem;
  return takesSilentE(stem) ? `${stem}e` : stem;
}

function takesSilentE(stem: string): boolean {
  if (/(?:[vuc]|[^s]s|[^z]z|[^n]g)$/u.test(stem))
    return !/(?:ous|[aeo]ng|[aeiou]gg)$/u.test(stem) || /(?:hous|rous|dous|aus)$/u.test(stem);
  if (/(?:eng|ung)$/u.test(stem)) return true;
  if (/[bcdfgkptz]l$/u.test(stem)) return true;
  if (/ng$/u.test(stem) || /[^aeiouy]$/u.test(stem) === false) return false;
  if (/^[^aeiou]*(?:qu)?[aeiouy][^aeiouwxyh]$/u.test(stem)) return true;
  if (/(?:[aeo]|[^q]u)[aeiou][^aeiou]$|[^q]u?ie[^aeiou]$/u.test(stem))
    return (
      /(?:iat|uat|reat|eat)$/u.test(stem) &&
      !/(?:[bdfhmptw]eat|cheat|treat|sweat|wheat)$/u.test(stem) &&
      !/^eat$/u.test(stem)
    );
  return (
    /(?:at|[^aeo]id|ud|ad|od|ut|ot|ir|ur|[^e]ar|um|[^ao]in|ap|ak|ok|ib|iz|uk)$/u.test(stem) &&
    !/(?:[aeo][aeiou]|ou)[^aeiou]$/u.test(stem)
  );
}

/** The positive of a comparative or superlative: `earlier` → `early`, `bigger` → `big`, `tallest` → `tall`. */
function positive(lower: string, ending: string): string {
  if (!lower.endsWith(ending)) return lower;
  const stem = lower.slice(0, -ending.length);
  if (stem.length < 2) return lower;
  if (stem.endsWith('i')) return `${stem.slice(0, -1)}y`;
  if (/([bdgmnpt])\1$/u.test(stem)) return stem.slice(0, -1);
  return stem;
}
