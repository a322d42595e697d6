import type { Document } from '../../language/document.ts';
import { tokensOf } from '../../language/ranges.ts';
import { pennTag, tokenText } from '../../language/tags.ts';
import { MONTHS } from '../lexicon/time-words.ts';
import { yearsOf } from './calendar.ts';
import { matching, type TimeRule } from './found.ts';

const YEAR = /\b(?:(?:early|late|mid)-?\s?)?((?:1[6-9]|20)\d{2})(s?)\b/g;

/** Four digits that are a year, or ten years: `1921`, `the 1990s`. */
export const YEAR_ALONE: TimeRule = {
  name: 'times/year',
  examples: ['The firm was founded in 1921.', 'She left the country in the early 1990s.'],
  nearMisses: ['The firm paid £1950 to 2000 people.', 'Some 2015 people came.'],
  apply: matching(YEAR, (match, { document, start }) => {
    const first = start + match.index;
    if (!isYear(document, first, first + match[0].length)) return null;
    const year = Number(match[1]);
    return ['YEAR', match[2] ? yearsOf(year, year + 9) : yearsOf(year)];
  }),
};

/** Words before four digits that make them a year, whatever comes after. */
const OWNERS = /^(?:['’]s|the|his|her|its|their|of|a)$/;
const BEFORE_YEARS =
  /^(?:in|since|by|until|till|from|during|after|before|to|between|and|through|mid|early|late|for|,|\()$/;

/** Four digits are a year unless they count or measure something: `2015 nuclear deal`, not `2000 people` or `£1950`. */
function isYear(document: Document, start: number, end: number): boolean {
  const { first, last } = tokensOf(document, { start, end });
  if (last - first > 2) return false;
  const before = tokenText(document, first - 1).toLowerCase();
  const isPartOfFigure =
    /[$£€#]/.test(before) ||
    /[$£€#.,\d-]/.test(document.text.charAt(start - 1)) ||
    /^(?:[\d%-]|[.,:]\d)/.test(document.text.slice(end, end + 2));
  if (isPartOfFigure) return false;
  if (OWNERS.test(before)) return true;
  if (BEFORE_YEARS.test(before)) return pennTag(document, last + 1) !== 'NNS';
  const isLast = /^[),.;:?!]?$/.test(tokenText(document, last + 1));
  return !MONTHS.includes(before) && isLast && /^(?:NNP|CD)$/.test(pennTag(document, first - 1));
}
