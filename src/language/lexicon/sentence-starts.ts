/** Words that, capitalised after an abbreviation's stop, begin a sentence: `in the U.S. The`, `Acme Inc. But`. */
export const SENTENCE_STARTERS: ReadonlySet<string> = new Set(
  `the a an this that these those it he she they we you i his her their its our my your in on at by for from with
  without after
  before during since until under over among between despite although though while when where if as because but and or
  so yet
  however meanwhile also still then there here now what who why how which both some many most several few all each
  another other
  no not according asked last earlier later instead additionally moreover furthermore thus therefore nor once such one
  two more
  speaking even is are was were do does did can could will would should have has had let`.split(/\s+/),
);

/** Verbs that report speech, as they follow a quoted question: `“Why?” Smith asked.` */
export const ASKING_VERBS: ReadonlySet<string> = new Set(
  `said says asked asks replied replies shouted wrote writes tweeted told tells added adds cried exclaimed wondered
  answered yelled
  joked quipped responded continued recalled declared demanded insisted posted chanted`.split(/\s+/),
);

/** Marks that begin an item of a list, on a line of its own or not. */
export const BULLETS: ReadonlySet<string> = new Set([
  '•',
  '‣',
  '◦',
  '▪',
  '●',
  '■',
  '►',
  '▶',
  '·',
  '∙',
  '※',
  '✓',
  '✔',
  '➤',
]);
