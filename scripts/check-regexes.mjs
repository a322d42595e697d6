// Finds regular expressions that can take more than linear time: `check-regexes.mjs [FILE ...]`; all of src, scripts
// and examples where no files are named. Prints each with its place, why,
// and a text that it is slow on. This file, which tries the expressions that it reads, is left out. Exit status 1 where
// there is one, 2 where a file cannot be read.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { RegExpParser } from '@eslint-community/regexpp';
import { parseSync } from 'oxc-parser';
import { JS, NFA, Words } from 'refa';
import { analyse } from 'scslre';

const root = fileURLToPath(new URL('..', import.meta.url));

/** A quantifier that repeats no more often than this is bounded: what it costs does not grow with the text. */
const LONGEST_BOUND = 200;
/** How many words of a prefix are tried as an attack. */
const MOST_WORDS = 5;
/** What an attack may end with, so that the expression does not match after all. */
const ENDINGS = ['', '\0', '\n', '!', 'x', ' '];
/** Stands for a list of words that is filled in: `(?:${WORDS.join('|')})`. */
const FILLED = 'word|other';

const filesIn = (folder) =>
  readdirSync(join(root, folder), { recursive: true })
    .filter((name) => /\.(?:ts|mjs)$/.test(name) && !/(?:^|\/)(?:dist|node_modules)\//.test(name))
    .map((name) => join(root, folder, name))
    .filter((name) => name !== fileURLToPath(import.meta.url));

/**
 * Every regular expression of a program, as `{ start, pattern, flags }`; without a pattern where it is put together
 * from what only a run can tell.
 */
function expressionsIn(program) {
  const found = [];
  const visit = (node) => {
    if (Array.isArray(node)) node.forEach(visit);
    else if (node !== null && typeof node === 'object') {
      if (node.type === 'Literal' && node.regex) found.push({ start: node.start, ...node.regex });
      if (/^(?:New|Call)Expression$/.test(node.type) && node.callee.name === 'RegExp')
        found.push({ start: node.start, pattern: textOf(node.arguments[0]), flags: textOf(node.arguments[1]) ?? '' });
      Object.values(node).forEach(visit);
    }
  };
  visit(program);
  return found;
}

/** The text of a string or of a template whose blanks are alternatives of a group; undefined for all else. */
function textOf(node) {
  if (node?.type === 'Literal' && typeof node.value === 'string') return node.value;
  if (node?.type !== 'TemplateLiteral') return undefined;
  const parts = node.quasis.map(({ value }) => value.cooked);
  const isListed = parts.every(
    (part, place) =>
      (place === 0 || /^[|)]/.test(part)) && (place === parts.length - 1 || /(?:\||\((?:\?:)?)$/.test(part)),
  );
  return isListed ? parts.join(FILLED) : undefined;
}

/** What is wrong with an expression, each as `{ why, attack }`; none where it takes linear time. */
function faultsOf({ pattern, flags }) {
  if (pattern === undefined)
    return [
      {
        why:
          'it is put together from what is not known before it runs: write it as one literal, or fill in lists ' +
          'of words between (?: and )',
      },
    ];
  const expression = new RegExp(pattern, flags.replace(/[gy]/g, ''));
  const backtracking = analyse({ source: pattern, flags }).reports.flatMap(({ type, exponential, character }) => {
    const ending = endingOf(expression, character.pick);
    const why =
      type === 'Move'
        ? 'the search begins anew at each character of a run'
        : exponential
          ? 'it backtracks, in exponential time'
          : 'it backtracks, in polynomial time';
    return type === 'Move' && ending === undefined ? [] : [{ why, attack: [character.pick, ending ?? ''] }];
  });
  return backtracking.length > 0
    ? backtracking
    : [...searchesOf(expression, pattern, flags), ...choicesOf(expression, pattern, flags)];
}

/**
 * What makes an expression fail after a word again and again; undefined where it matches whatever follows. Few
 * repeats: some expressions take exponential time on them.
 */
function endingOf(expression, word) {
  return ENDINGS.find((end) => !expression.test(word.repeat(8) + end));
}

const parse = (pattern, flags) =>
  new RegExpParser().parsePattern(pattern, 0, pattern.length, {
    unicode: flags.includes('u'),
    unicodeSets: flags.includes('v'),
  }).alternatives;
const rawOf = (elements) =>
  elements.map((element) => (element.type === 'Assertion' ? '' : `(?:${element.raw})`)).join('');

/**
 * The choices within a repetition that can be made in two ways for the same words, so that the ways double with each
 * repeat.
 */
function choicesOf(expression, pattern, flags) {
  const faults = [];
  const visitAlternatives = (alternatives, loop, after) => {
    for (const { elements } of alternatives) {
      elements.forEach((element, place) => {
        const rest = elements.slice(place + 1);
        const inner = loop && {
          before: loop.before + rawOf(elements.slice(0, place)),
          behind: rawOf(rest) + loop.behind,
        };
        visitElement(element, inner, [...rest, ...after]);
      });
    }
  };
  const visitElement = (element, loop, after) => {
    if (element.type === 'Quantifier') {
      const isLoop = !loop && element.max > LONGEST_BOUND && canFail(element, after);
      visitElement(element.element, isLoop ? { before: '', behind: `(?:${element.element.raw})*` } : loop, after);
    } else if (element.alternatives) {
      if (loop) compare(element.alternatives, loop);
      visitAlternatives(element.alternatives, loop, after);
    }
  };
  const compare = (alternatives, { before, behind }) => {
    alternatives.forEach((left, place) => {
      for (const right of alternatives.slice(place + 1)) {
        const [word] = wordsOfBoth(`${rawOf(left.elements)}${behind}`, `${rawOf(right.elements)}${behind}`, flags);
        if (!word) continue;
        const [opening = ''] = before === '' ? [] : wordsOfBoth(before, before, flags);
        faults.push({
          why: `it can read ${JSON.stringify(word)} in two ways each time, in exponential time`,
          attack: [opening + word, endingOf(expression, opening + word) ?? ''],
        });
      }
    });
  };
  visitAlternatives(parse(pattern, flags), null, []);
  return faults;
}

/**
 * The quantifiers that a search reaches again and again: what stands before one can be found inside what it repeats, so
 * that each finding reads on to the end of the text.
 */
function searchesOf(expression, pattern, flags) {
  const faults = [];
  const isNewline = (element) => new RegExp(`^(?:${element.raw})$`, flags.replace(/[gym]/g, '')).test('\n');
  const isAnchor = (element) => element.type === 'Assertion' && element.kind === 'start';

  const visitAlternatives = (alternatives, before, after, anchored) => {
    for (const { elements } of alternatives) {
      elements.forEach((element, place) => {
        const earlier = elements.slice(0, place);
        visitElement(
          element,
          before + rawOf(earlier),
          [...elements.slice(place + 1), ...after],
          anchored || earlier.some(isAnchor),
        );
      });
    }
  };
  const visitElement = (element, before, after, anchored) => {
    if (element.type === 'Quantifier') {
      const isBehindLine = anchored && flags.includes('m') && isNewline(element.element);
      if (element.max > LONGEST_BOUND && (!anchored || isBehindLine) && canFail(element, after))
        tryQuantifier(element, before);
      const again = element.max > 1 ? `(?:${element.element.raw})*` : '';
      visitElement(element.element, before + again, after, anchored);
    } else if (element.type === 'Assertion' && element.alternatives) {
      if (element.kind === 'lookbehind' && /[*+]|,\}/.test(element.raw))
        faults.push({ why: 'a lookbehind without a bound is read at each character' });
      else visitAlternatives(element.alternatives, before, [], anchored);
    } else if (element.alternatives) visitAlternatives(element.alternatives, before, after, anchored);
  };
  const tryQuantifier = ({ element }, before) => {
    for (const word of wordsOfBoth(before, `(?:${element.raw})*`, flags)) {
      const ending = endingOf(expression, word);
      if (word === '' || ending === undefined) continue;
      faults.push({
        why: `the search begins anew at each ${JSON.stringify(word)}, and reads on to the end`,
        attack: [word, ending],
      });
      return;
    }
  };
  visitAlternatives(parse(pattern, flags), '', [], false);
  return faults;
}

/** Whether what follows a quantifier can be missing: a word, or the end after what does not repeat over everything. */
function canFail({ element }, after) {
  const isAll = element.type === 'CharacterSet' && element.raw !== '.';
  return after.some((other) => (other.type === 'Assertion' ? !(isAll && other.kind === 'end') : !isEmpty(other)));
}

/** Whether an element matches nothing at all as well. */
function isEmpty(element) {
  if (element.type === 'Quantifier') return element.min === 0 || isEmpty(element.element);
  if (element.type === 'Assertion') return true;
  return (element.alternatives ?? []).some(({ elements }) => elements.every(isEmpty));
}

/** The shortest words that two expressions both match. */
function wordsOfBoth(left, right, flags) {
  const both = NFA.fromIntersection(automatonOf(left, flags), automatonOf(right, flags));
  const words = [];
  if (both.isEmpty) return words;
  for (const wordSet of both.wordSets()) {
    words.push(Words.fromUnicodeToString(Words.pickMostReadableWord(wordSet)));
    if (words.length > MOST_WORDS) break;
  }
  return words;
}

/** What an expression matches: without its assertions, and without what its backreferences repeat. */
function automatonOf(source, flags) {
  const { expression, maxCharacter } = JS.Parser.fromLiteral({ source, flags: flags.replace(/[gy]/g, '') }).parse({
    assertions: 'ignore',
    backreferences: 'disable',
  });
  return NFA.fromRegex(expression, { maxCharacter });
}

const files = process.argv.length > 2 ? process.argv.slice(2) : ['src', 'scripts', 'examples'].flatMap(filesIn);
let count = 0;
for (const file of files) {
  const text = readFileSync(file, 'utf8');
  const { program, errors } = parseSync(file, text);
  if (errors.length > 0) {
    console.error(`${file} cannot be read: ${errors[0].message}`);
    process.exit(2);
  }
  for (const expression of expressionsIn(program)) {
    const [fault] = faultsOf(expression);
    if (!fault) continue;
    count += 1;
    const line = text.slice(0, expression.start).split('\n').length;
    const written = expression.pattern === undefined ? 'RegExp(…)' : `/${expression.pattern}/${expression.flags}`;
    const attack = fault.attack
      ? `\n  slow on ${JSON.stringify(fault.attack[0])}.repeat(50000) + ${JSON.stringify(fault.attack[1])}`
      : '';
    console.log(`${relative(root, file)}:${line} ${written}\n  ${fault.why}${attack}`);
  }
}
if (count > 0) {
  console.log(`${count} regular expression${count === 1 ? '' : 's'} can take more than linear time.`);
  process.exit(1);
}
