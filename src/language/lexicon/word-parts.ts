/**
 * First parts that stay with what follows the hyphen (`non-profit`, `mid-July`), as the English treebanks keep them.
 * Elsewhere a hyphen is a token.
 */
export const BOUND_PREFIXES: ReadonlySet<string> = new Set(
  `non co pre post anti semi ex e mid re multi inter sub cross counter mini micro un trans intra extra hyper ultra pro
  quasi
  pseudo proto socio bio geo neuro psycho de dis mis inner macro mega meta nano para poly tele tri uni`.split(/\s+/),
);

/** Units that are their own token after figures: `5|pm`, `40|K`, `12|km`. */
export const UNITS: ReadonlySet<string> = new Set(
  `am pm mm cm m km km² m² kg g mg lb lbs oz ft in mph kph kmh kw kwh mw mwh gw gwh gb mb tb kb hz khz mhz ghz k bn mn
  tn mln bln
  tln b ml l hrs hr min mins sec secs yrs yr x p c f`.split(/\s+/),
);

/** Words written as one that are two tokens: where the second starts. */
export const CONTRACTED: ReadonlyMap<string, number> = new Map([
  ['cannot', 3],
  ['gonna', 3],
  ['wanna', 3],
  ['gotta', 3],
  ['dont', 2],
  ['doesnt', 4],
  ['didnt', 3],
  ['isnt', 2],
  ['wasnt', 3],
  ['arent', 3],
  ['couldnt', 5],
  ['wouldnt', 5],
  ['shouldnt', 6],
  ['havent', 4],
  ['hasnt', 3],
]);

/** What follows an apostrophe at the end of a word and is its own token with it: `she|'s`, `they|'ll`. */
export const CLITICS: ReadonlySet<string> = new Set(['s', 'm', 'd', 're', 've', 'll']);

/** Words that begin with an apostrophe, without it: `'em`, `'til`. */
export const CLIPPED: ReadonlySet<string> = new Set([
  'em',
  'til',
  'till',
  'cause',
  'tis',
  'twas',
  'bout',
  'round',
  'n',
]);

/** Endings of a host name: what makes `example.com` one token where `end.The` is three. */
export const HOST_ENDINGS: ReadonlySet<string> = new Set(
  `com org net edu gov mil int info biz name io ai app dev tv fm me co uk us ca au nz ie eu de fr it es nl be ch at se
  no dk fi pl cz ru ua by
  tr il ir iq in pk cn jp kr tw hk sg my id th vn ph za ng ke eg br mx ar cl news media online site blog html htm php
  pdf doc js`.split(/\s+/),
);
