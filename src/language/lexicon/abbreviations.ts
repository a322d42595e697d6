/**
 * Abbreviations that keep their full stop, in lower case without it, by what may follow.
 * TITLE: a name follows, so the stop never ends a sentence. NUMBER: an abbreviation before a figure only.
 * OTHER: the stop may end a sentence as well; a capital that starts sentences decides.
 */
export const TITLE_ABBREVIATIONS: ReadonlySet<string> = new Set(
  `mr mrs ms mx messrs mmes dr drs prof profs rev revd fr sr hon gen lt col maj capt cpt cmdr cmdt brig sgt cpl pvt adm
  gov govs sen sens rep reps amb supt insp det pres sec atty treas ald st ste mt ft mlle mme esq msgr rt dep asst ass't asst
  lieut comdr cdr pfc spc ens sra dist vs`.split(/\s+/),
);

/** Before a figure these take the stop (`No. 10`, `pp. 3`); else the stop ends the sentence. */
export const NUMBER_ABBREVIATIONS: ReadonlySet<string> = new Set(
  'no nos p pp vol vols fig figs art arts ch sec para par eq ca op c d b v'.split(' '),
);

/** Months and days with their stop: before a figure, or after one. */
export const DATE_ABBREVIATIONS: ReadonlySet<string> = new Set(
  'jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs fri sat sun'.split(' '),
);

export const OTHER_ABBREVIATIONS: ReadonlySet<string> = new Set(
  `inc co corp ltd llc plc bros jr etc al approx est dept depts univ assn bldg ave blvd rd hwy ext min max avg
  ala ariz ark calif colo conn del fla ga ill ind kan ky la mass md mich minn miss mo mont neb nev okla ore pa
  penn tenn tex va vt wash wis wyo ont que alta ph ed eds trans cf viz ibid n.b e.g i.e a.k.a n.d incl intl natl govt
  mfg tel`.split(/\s+/),
);

/** Lower-case words among them that are words of their own: the stop is theirs only when they are capitalised. */
export const CAPITAL_ONLY_ABBREVIATIONS: ReadonlySet<string> = new Set(
  `gen rep reps sen col det dep pres sec hon mar jan sat sun mon wed fri dec ill ind miss mass del ore wash pa la
  ed mo va md ga est corp co lit ark mt ft st ste sr fr rt ext min max ensue dist ens rev no nos art arts ch
  par`.split(/\s+/),
);
