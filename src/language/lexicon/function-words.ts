/**
 * The words of four letters and more that are closed classes in English (Penn Treebank tags CC, DT, EX, IN, MD, PDT,
 * PRP, PRP$, RP, TO, WDT, WP, WP$, WRB): with rare exceptions no other word of that length is one. Shorter ones are
 * left out: so many are written wrongly that a list would do harm.
 */
export const FUNCTION_WORDS: readonly string[] = `
this that these those some each every another both either neither such half quite many
with from about like because into after than before over between through since while under around during against without
until till within although though upon among amongst across along behind unless
cause once despite throughout except above near beyond toward towards outside below inside onto down unlike past besides
versus whilst thru whereas save post next beside beneath amid amidst alongside unto round
opposite aboard albeit underneath minus plus insofar instead circa astride atop aside lest barring concerning
considering excluding following failing given granted including notwithstanding pending per
regarding respecting seeing supposing provided providing touching via whether according owing worth pace sans astern
inasmuch
will would could should might must shall ought need dare cannot gonna gotta
they them their theirs your yours mine ours hers itself yourself yourselves myself himself herself themselves ourselves
oneself thou thee thine thy thyself themself mines self
there what which when where whose whom whatever whichever wherever whenever whoever whomever whosoever wherein whither
whence whereby whereupon however ever
over back away through together forth aside around about behind apart ahead aloft across along down
`
  .trim()
  .split(/\s+/);
