import type { OrganisationKind } from '../reading.ts';

/** Words of a name that tell what sort of organisation it is, the most telling kinds first. Lower case. */
export const KIND_WORDS: readonly (readonly [OrganisationKind, ReadonlySet<string>])[] = (
  [
    ['COURT', 'court tribunal icc judiciary'],
    ['POLICE', 'police constabulary sheriff fbi interpol gendarmerie prosecutor prosecutors'],
    ['UNIVERSITY', 'university college school institute academy polytechnic laboratory laboratories'],
    ['UNION', 'union unions teamsters tuc afl-cio unison'],
    [
      'PARTY',
      'party labour democrats republicans conservatives tories greens likud hezbollah-party alliance coalition ' +
        'bloc rnc dnc gop',
    ],
    [
      'MEDIA',
      'news times post tribune herald guardian journal gazette chronicle telegraph mirror courier magazine press ' +
        'radio television tv broadcasting broadcaster bbc cnn nbc abc cbs itv npr reuters bloomberg afp ap tass ' +
        'interfax xinhua al-jazeera jazeera daily weekly observer examiner dispatch media network politico breitbart',
    ],
    [
      'ARMED_GROUP',
      'taliban hamas hezbollah houthis isis isil daesh al-qaeda al-shabaab rebels militia militants brigade ' +
        'brigades front shabaab qaeda boko',
    ],
    ['MILITARY', 'army navy forces military guard guards corps battalion regiment marines pentagon airforce brigade'],
    [
      'INTERNATIONAL',
      'nations nato brics opec asean ecowas eu un unesco unicef imf wto who g7 g20 osce opcw iaea european ' +
        'african-union league interpol',
    ],
    [
      'GOVERNMENT',
      'ministry department agency government parliament congress senate cabinet council commission office bureau ' +
        'administration authority assembly house treasury kremlin knesset bundestag duma secretariat embassy ' +
        'directorate board cia nsa epa fda cdc nasa',
    ],
    [
      'CLUB',
      'fc cf united city rovers wanderers athletic club league federation fifa uefa nba nfl olympic orchestra ' +
        'warriors hawks tigers lions',
    ],
    [
      'NGO',
      'foundation charity amnesty watch greenpeace oxfam rights society association trust campaign initiative ' +
        'forum cross crescent church institution',
    ],
    [
      'COMPANY',
      'inc corp corporation company co ltd limited llc plc gmbh ag sa group holdings bank motors airlines airways ' +
        'energy oil gas pharmaceuticals technologies systems software industries capital partners insurance steel ' +
        'mining foods stores electric lines shipping logistics',
    ],
  ] as const
).map(([kind, list]) => [kind, new Set(list.split(' '))] as const);

/** Common nouns that refer back to an organisation named before, with the kinds they fit; an empty list fits all. */
export const ORGANISATION_NOUNS: Readonly<Record<string, readonly OrganisationKind[]>> = {
  company: ['COMPANY', 'OTHER', 'MEDIA'],
  firm: ['COMPANY', 'OTHER'],
  corporation: ['COMPANY'],
  manufacturer: ['COMPANY', 'OTHER'],
  retailer: ['COMPANY', 'OTHER'],
  airline: ['COMPANY', 'OTHER'],
  carmaker: ['COMPANY', 'OTHER'],
  bank: ['COMPANY', 'OTHER'],
  startup: ['COMPANY', 'OTHER'],
  operator: ['COMPANY', 'OTHER'],
  group: [],
  organisation: [],
  organization: [],
  agency: ['GOVERNMENT', 'MEDIA', 'INTERNATIONAL', 'OTHER', 'NGO', 'POLICE'],
  ministry: ['GOVERNMENT'],
  department: ['GOVERNMENT', 'POLICE'],
  party: ['PARTY'],
  union: ['UNION', 'OTHER'],
  federation: ['UNION', 'CLUB', 'NGO', 'OTHER'],
  club: ['CLUB', 'OTHER'],
  team: ['CLUB'],
  side: ['CLUB'],
  university: ['UNIVERSITY'],
  college: ['UNIVERSITY'],
  school: ['UNIVERSITY'],
  court: ['COURT'],
  tribunal: ['COURT'],
  council: ['GOVERNMENT'],
  commission: ['GOVERNMENT', 'INTERNATIONAL'],
  committee: ['GOVERNMENT', 'OTHER'],
  newspaper: ['MEDIA'],
  paper: ['MEDIA'],
  broadcaster: ['MEDIA'],
  network: ['MEDIA'],
  magazine: ['MEDIA'],
  outlet: ['MEDIA'],
  charity: ['NGO', 'OTHER'],
  foundation: ['NGO'],
  militia: ['ARMED_GROUP', 'MILITARY'],
  movement: ['PARTY', 'ARMED_GROUP', 'NGO'],
  bloc: ['INTERNATIONAL', 'PARTY'],
  alliance: ['INTERNATIONAL', 'PARTY'],
  institute: ['UNIVERSITY', 'NGO'],
  association: ['NGO', 'OTHER', 'UNION'],
  daily: ['MEDIA'],
  weekly: ['MEDIA'],
  tabloid: ['MEDIA'],
  lender: ['COMPANY', 'OTHER'],
  insurer: ['COMPANY', 'OTHER'],
  studio: ['COMPANY', 'OTHER'],
  carrier: ['COMPANY', 'OTHER'],
  automaker: ['COMPANY', 'OTHER'],
  authority: ['GOVERNMENT', 'INTERNATIONAL'],
  library: ['OTHER'],
  academy: ['UNIVERSITY'],
  utility: ['COMPANY', 'OTHER'],
  chain: ['COMPANY', 'OTHER'],
  conglomerate: ['COMPANY', 'OTHER'],
  regulator: ['GOVERNMENT', 'OTHER'],
  watchdog: ['GOVERNMENT', 'NGO', 'OTHER'],
  campaign: [],
  hospital: ['OTHER'],
  museum: ['OTHER'],
  church: ['NGO', 'OTHER'],
};

/** Those of them that tell nothing of an organisation's name. */
export const GENERAL_ORGANISATION_NOUNS: ReadonlySet<string> = new Set(
  'company firm corporation group organisation organization operator team side campaign network movement party'.split(
    ' ',
  ),
);

/**
 * Institutions of a state that a demonym before them names well enough: `the Iranian armed forces`. Their last words,
 * as lemmas.
 */
export const STATE_INSTITUTIONS: ReadonlySet<string> = new Set([
  'armed force',
  'army',
  'navy',
  'air force',
  'military',
  'parliament',
  'central bank',
  'supreme court',
  'foreign ministry',
  'defence ministry',
  'defense ministry',
  'interior ministry',
  'finance ministry',
  'health ministry',
  'coast guard',
  'senate',
  'congress',
  'cabinet',
  'government',
  'police',
  'national police',
  'football federation',
  'customs agency',
  'custom agency',
  'customs service',
  'custom service',
  'border guard',
  'border police',
  'border agency',
  'space agency',
  'intelligence agency',
  'intelligence service',
  'secret service',
  'security service',
  'security council',
  'trade ministry',
  'energy ministry',
  'justice ministry',
  'transport ministry',
  'culture ministry',
  'education ministry',
  'environment ministry',
  'agriculture ministry',
  'economy ministry',
  'labour ministry',
  'special force',
  'ground force',
  'naval force',
  'land force',
  'constitutional court',
  'high court',
  'electoral commission',
  'election commission',
  'red cross',
  'red crescent',
  'postal service',
  'stock exchange',
  'tax authority',
  'aviation authority',
  'weather service',
  'meteorological office',
  'football association',
  'olympic committee',
  'embassy',
  'federal police',
  'military police',
  'prison service',
]);

/** What the names of firms and institutions end in, and no surname, with its capital. */
export const FIRM_ENDINGS: ReadonlySet<string> = new Set(
  (
    'Capital Money Partners Airlines Airways Motors Telecom Mobile Energy Oil Gas Petroleum Cement Electric ' +
    'Shipping Metals Minerals Chemicals Textiles Media Broadcasting Trading Retail Hotels Properties Breweries ' +
    'Pharma Aviation Steelworks Telecommunications Communications Electronics Semiconductors Aerospace Pictures ' +
    'Foods Brands Insurance Pharmaceuticals Technologies Studios Entertainment Securities Ventures Investments ' +
    'Logistics Systems Industries Foundation Council Committee Commission Ministry Agency Association Federation'
  ).split(' '),
);
