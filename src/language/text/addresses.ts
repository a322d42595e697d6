import { classAt, isWordKind, SPACE, widthAt } from './characters.ts';
import { HOST_ENDINGS } from '../lexicon/word-parts.ts';

const LONGEST_LOCAL_PART = 64;
const LONGEST_SCHEME = 12;

/**
 * Where the web or mail address that begins at `at` ends, or `at` when none does. Trailing punctuation that belongs to
 * the sentence is left out. Looks ahead a bounded distance unless it finds one, so a scan stays linear.
 */
export function endOfAddress(text: string, at: number): number {
  const scheme = endOfScheme(text, at);
  if (scheme > at) return trimAddress(text, at, endOfRun(text, scheme));
  const mail = endOfMail(text, at);
  if (mail > at) return mail;
  return endOfHost(text, at);
}

function endOfScheme(text: string, at: number): number {
  const first = text.charCodeAt(at) | 0x20;
  if (first === 0x77 && /^www\.[a-z0-9]/iu.test(text.slice(at, at + 5))) return at + 4;
  if (first !== 0x68 && first !== 0x66 && first !== 0x6d) return at;
  const opening = /^(?:https?:\/\/|ftp:\/\/|mailto:)(?=\S)/iu.exec(text.slice(at, at + LONGEST_SCHEME));
  return opening === null ? at : at + opening[0].length;
}

function endOfRun(text: string, from: number): number {
  let end = from;
  while (end < text.length && classAt(text, end) !== SPACE && !'<>"“”«»'.includes(text[end] ?? '')) end++;
  return end;
}

function trimAddress(text: string, start: number, from: number): number {
  let end = from;
  let closings = 0;
  let openings = 0;
  for (let at = start; at < from; at++) {
    if (text[at] === '(') openings++;
    if (text[at] === ')') closings++;
  }
  while (end > start + 1) {
    const last = text[end - 1] ?? '';
    if (last === ')' && closings > openings) closings--;
    else if (!".,;:!?'’…]}*".includes(last)) break;
    end--;
  }
  return end;
}

function endOfMail(text: string, at: number): number {
  let end = at;
  while (end < at + LONGEST_LOCAL_PART && isMailCharacter(text, end)) end++;
  if (end === at || text[end] !== '@') return at;
  const host = endOfLabels(text, end + 1);
  return host.labels >= 2 ? host.end : at;
}

function isMailCharacter(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  const letter = (code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a;
  return (
    letter ||
    (code >= 0x30 && code <= 0x39) ||
    code === 0x2e ||
    code === 0x5f ||
    code === 0x2d ||
    code === 0x2b ||
    code === 0x25
  );
}

function isHostCharacter(code: number): boolean {
  const letter = (code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a;
  return letter || (code >= 0x30 && code <= 0x39) || code === 0x2d;
}

/** Labels of letters, digits and hyphens joined by single dots, at most a host name's length. */
function endOfLabels(text: string, from: number): { end: number; labels: number; last: number } {
  let end = from;
  let labels = 0;
  let last = from;
  for (;;) {
    const start = end;
    while (end < from + 253 && isHostCharacter(text.charCodeAt(end))) end++;
    if (end === start) return { end: labels > 0 ? end - 1 : end, labels, last };
    labels++;
    last = start;
    if (text[end] !== '.') return { end, labels, last };
    end++;
  }
}

/** `example.com`, `news.example.co.uk/path`: lower-case dots between labels with a known ending. */
function endOfHost(text: string, at: number): number {
  let dot = at;
  while (dot < at + 40 && isHostCharacter(text.charCodeAt(dot))) dot++;
  if (dot === at || text[dot] !== '.' || !/^[a-z0-9]$/u.test(text[dot + 1] ?? '')) return at;
  const host = endOfLabels(text, at);
  const ending = text.slice(host.last, host.end);
  if (host.labels < 2 || host.end - host.last < 2 || !HOST_ENDINGS.has(ending) || dot - at < 2) return at;
  if (isWordKind(classAt(text, host.end)) || text[host.end] === '@') return at;
  if (text[host.end] !== '/') return host.end;
  return trimAddress(text, at, endOfRun(text, host.end + widthAt(text, host.end)));
}
