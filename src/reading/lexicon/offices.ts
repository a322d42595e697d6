const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/**
 * Nouns for what a person is or does, as the last word of a title or of a description: `Defence Minister`, `chief of
 * staff`, `the company’s founder`. Lemmas in lower case.
 */
export const OFFICES = words(`
minister president chief chancellor premier secretary senator representative congressman congresswoman governor mayor
councillor councilman councilwoman councilor ambassador envoy consul diplomat judge justice magistrate
attorney prosecutor lawyer solicitor barrister counsel sheriff marshal general colonel lieutenant captain major
commander sergeant corporal private admiral brigadier inspector detective constable officer superintendent
commissioner director chairman chairwoman chair chairperson executive ceo cfo coo founder co-founder owner partner
manager boss head leader deputy speaker spokesman spokeswoman spokesperson whip lawmaker mp mep legislator
assemblyman assemblywoman delegate candidate nominee aide adviser advisor strategist consultant pollster analyst
economist historian professor lecturer researcher scientist physicist chemist biologist astronomer
climatologist epidemiologist virologist geologist engineer doctor surgeon nurse physician psychologist pharmacist
teacher principal headteacher dean provost rector chancellor vice-chancellor scholar expert fellow author
novelist writer poet playwright actor actress singer musician rapper comedian filmmaker producer journalist reporter
correspondent editor columnist anchor host moderator presenter broadcaster commentator pundit critic
curator artist painter sculptor architect designer photographer conductor composer dancer choreographer chef activist
campaigner organizer organiser volunteer billionaire businessman businesswoman entrepreneur investor
banker trader broker accountant auditor striker midfielder defender goalkeeper winger forward quarterback pitcher
batsman bowler captain coach trainer referee umpire athlete sprinter swimmer boxer cyclist golfer player
jockey king queen prince princess emperor empress duke duchess emir sultan pope cardinal archbishop bishop priest pastor
vicar rabbi imam cleric ayatollah monk nun chaplain patriarch treasurer
comptroller registrar ombudsman regulator negotiator mediator rapporteur coordinator pilot driver farmer fisherman
shopkeeper baker butcher plumber electrician carpenter mechanic bartender waiter cashier clerk librarian
firefighter paramedic medic soldier veteran warlord militant rebel insurgent dissident defector whistleblower blogger
vlogger influencer youtuber resident retiree pensioner student pupil graduate apprentice organist
secretary-general attorney-general vice-president president-elect mayor-elect governor-general chief-of-staff
`);

/** Titles with no office in them, with the gender they tell. */
export const HONORIFICS: Readonly<Record<string, 'FEMALE' | 'MALE' | 'EITHER'>> = {
  mr: 'MALE',
  mrs: 'FEMALE',
  ms: 'FEMALE',
  miss: 'FEMALE',
  mx: 'EITHER',
  sir: 'MALE',
  dame: 'FEMALE',
  lord: 'MALE',
  lady: 'FEMALE',
  dr: 'EITHER',
  prof: 'EITHER',
  cllr: 'EITHER',
  insp: 'EITHER',
  supt: 'EITHER',
  rev: 'EITHER',
  baroness: 'FEMALE',
  baron: 'MALE',
  king: 'MALE',
  queen: 'FEMALE',
  prince: 'MALE',
  princess: 'FEMALE',
  father: 'MALE',
  sister: 'FEMALE',
  sheikh: 'MALE',
  imam: 'MALE',
  pope: 'MALE',
};

/** Whether a word is a title with no office in it, with or without its full stop: `Dr.` */
export function isHonorific(word: string): boolean {
  return word.toLowerCase().replace(/\.$/, '') in HONORIFICS;
}

/** Words that put an office in the past. */
export const FORMER_WORDS = words(
  'former ex ex- late then onetime one-time erstwhile previous outgoing ousted deposed retired',
);

/** Nouns that name a person by sex, age or situation alone, with the gender they tell. */
export const PERSON_NOUNS: Readonly<Record<string, 'FEMALE' | 'MALE' | 'EITHER'>> = {
  man: 'MALE',
  woman: 'FEMALE',
  boy: 'MALE',
  girl: 'FEMALE',
  father: 'MALE',
  mother: 'FEMALE',
  actress: 'FEMALE',
  businessman: 'MALE',
  businesswoman: 'FEMALE',
  spokesman: 'MALE',
  spokeswoman: 'FEMALE',
  chairman: 'MALE',
  chairwoman: 'FEMALE',
  congressman: 'MALE',
  congresswoman: 'FEMALE',
  king: 'MALE',
  queen: 'FEMALE',
  democrat: 'EITHER',
  republican: 'EITHER',
  conservative: 'EITHER',
  independent: 'EITHER',
  politician: 'EITHER',
  native: 'EITHER',
  incumbent: 'EITHER',
  frontrunner: 'EITHER',
  'front-runner': 'EITHER',
  suspect: 'EITHER',
  defendant: 'EITHER',
  victim: 'EITHER',
  mogul: 'EITHER',
  star: 'EITHER',
  champion: 'EITHER',
  winner: 'EITHER',
  socialist: 'EITHER',
  liberal: 'EITHER',
  'year-old': 'EITHER',
  old: 'EITHER',
  teenager: 'EITHER',
  widow: 'FEMALE',
  widower: 'MALE',
  celebrity: 'EITHER',
  tycoon: 'EITHER',
  libertarian: 'EITHER',
  newcomer: 'EITHER',
};

/** Offices that one holds towards somebody: `adviser to the ministry`. */
export const TOWARDS_SOMEBODY = words(
  'adviser advisor ambassador envoy aide consultant assistant counsel negotiator rapporteur',
);

/** Verbs, as lemmas, for being at the head of something, with the title that they give. */
export const HEADSHIPS: Readonly<Record<string, string>> = {
  head: 'head',
  lead: 'leader',
  run: 'head',
  chair: 'chair',
  edit: 'editor',
  found: 'founder',
  own: 'owner',
  direct: 'director',
  command: 'commander',
};

/** Verbs, as lemmas, that give somebody an office. */
export const APPOINTING = words(
  'name appoint elect nominate swear install choose pick confirm make promote reappoint crown',
);

/** Heads of an institution, one for another: `the defence chief` may be the defence minister. */
export const HEADS = words(
  'chief head leader boss minister secretary president director commander chairman chairwoman chair executive ' +
    'premier governor',
);

/** Nouns for what one person is to another. */
export const RELATIVES =
  /^(?:wife|husband|widow|widower|spouse|fiancé|fiancée|girlfriend|boyfriend|son|daughter|brother|sister|twin|mother|father|uncle|aunt|nephew|niece|cousin|grandson|granddaughter|grandfather|grandmother|stepson|stepdaughter|son-in-law|daughter-in-law|brother-in-law|sister-in-law|friend|neighbour|neighbor|colleague|classmate|teammate|team-mate)$/;
