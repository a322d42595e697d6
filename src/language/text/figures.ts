import type { NamedSpan } from '../document.ts';
import type { Tagged } from '../tagging/tag.ts';

/** Months in full and cut short, with or without a point. */
const MONTHS: ReadonlySet<string> = new Set(
  `january february march april may june july august september october november december
    jan feb mar apr jun jul aug sep sept oct nov dec`
    .split(/\s+/)
    .flatMap((month) => [month, `${month}.`]),
);
const WEEKDAY = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/i;
const DAY = /^(?:[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?$/;
const YEAR = /^(?:1[6-9]|20)\d{2}$/;
const NUMBER = /^\d[\d.,]*$/;
const SCALE = /^(?:hundred|thousand|million|billion|trillion|m|bn|k|tn|crore|lakh)$/i;
const CURRENCY_SIGN = /^(?:[A-Z]{0,3}[$£€¥₹])$/;
const CURRENCIES: ReadonlySet<string> = new Set(
  `dollar dollars euro euros pound pounds cent cents pence yen yuan rupee rupees rouble roubles ruble rubles franc
    francs peso pesos rial rials naira shilling shillings kroner kronor usd eur gbp`.split(/\s+/),
);
const PERCENT = /^(?:%|percent|per-cent|pc)$/i;

/** Dates, sums of money and percentages of a document, by rule, in text order. */
export function findFigures(tagged: Tagged): NamedSpan[] {
  const found: NamedSpan[] = [];
  for (const { first, last } of tagged.sentences) {
    let token = first;
    while (token <= last) {
      const figure = readFigure(tagged, token, last);
      if (figure) found.push(figure);
      token = figure ? figure.last + 1 : token + 1;
    }
  }
  return found;
}

function readFigure(tagged: Tagged, token: number, last: number): NamedSpan | null {
  const word = (at: number): string => (at <= last ? tagged.text.slice(tagged.start[at], tagged.end[at]) : '');
  const text = word(token);
  const code = text.charCodeAt(0);
  const isUpper = text.toLowerCase() !== text;
  const isFigure = code >= 48 && code <= 57;
  if (!isUpper && !isFigure && !CURRENCY_SIGN.test(text)) return null;
  const make = (type: NamedSpan['type'], end: number): NamedSpan => ({ first: token, last: end, type, confidence: 1 });
  if (CURRENCY_SIGN.test(text) && NUMBER.test(word(token + 1)))
    return make('MONEY', SCALE.test(word(token + 2)) ? token + 2 : token + 1);
  if (isFigure && NUMBER.test(text)) {
    const next = SCALE.test(word(token + 1)) ? token + 2 : token + 1;
    if (CURRENCIES.has(word(next).toLowerCase())) return make('MONEY', next);
    if (PERCENT.test(word(token + 1))) return make('PERCENT', token + 1);
    if (/^per$/i.test(word(token + 1)) && /^cent$/i.test(word(token + 2))) return make('PERCENT', token + 2);
  }
  if (DAY.test(text) && isMonth(word(token + 1)))
    return make('DATE', YEAR.test(word(token + 2)) ? token + 2 : token + 1);
  if (isUpper && WEEKDAY.test(text)) return make('DATE', token);
  if (isUpper && isMonth(text)) {
    if (DAY.test(word(token + 1))) {
      const year = word(token + 2) === ',' ? token + 3 : token + 2;
      return make('DATE', YEAR.test(word(year)) ? year : token + 1);
    }
    if (YEAR.test(word(token + 1))) return make('DATE', token + 1);
    return /^may$/i.test(text) || /^march$/i.test(text) ? null : make('DATE', token);
  }
  return isFigure && YEAR.test(text) && (token === last || !/^(?:people|per|%|km|miles?)$/i.test(word(token + 1)))
    ? make('DATE', token)
    : null;
}

function isMonth(word: string): boolean {
  return MONTHS.has(word.toLowerCase());
}
