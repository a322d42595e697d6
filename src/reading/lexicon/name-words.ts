const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/**
 * More nouns that stand right before the name of an organisation, or in a description after it: `the weather service
 * Met …`.
 */
export const BEFORE_ORGANISATIONS = words(`
service operator maker carrier lender insurer builder utility think-tank tank daily weekly tabloid site website
channel station studio label lab laboratory startup start-up giant chain brand unit arm faction guerrillas rebels
rival supplier subsidiary carmaker brewer grocer
`);

/** Those of them that a person may be called after the name: `Jan Kulik, a brewer`. */
export const MAY_BE_PEOPLE = words('brewer builder grocer rival supplier carrier maker');

/** What people are at an organisation, as lemmas: `analysts at Handelsbanken`. */
export const EMPLOYED = words(`
analyst economist strategist employee engineer researcher scientist professor lecturer partner lawyer spokesman
spokeswoman executive colleague fellow director trader
`);

/** Of what one is the head, that is no person: `the founder of Lantern Pictures`. */
export const HEADS = words(`
head chief director chairman chairwoman chair boss ceo executive founder co-founder owner president governor editor
member leader partner
`);

/** What places have or are, before `of` and their name, as lemmas: `residents of Douentza`, `the town of Badme`. */
export const INHABITED = words(`
resident inhabitant villager townspeople outskirts suburb neighbourhood neighborhood town city village hamlet port
capital municipality province district island coast mayor north south east west
`);

/** Last words of the names of places and buildings, and of hardly any other. */
export const PLACE_TAILS = words(`
Street Road Avenue Ave Boulevard Highway Bridge Airport Station Building Lake River Bay Island Islands Peninsula Beach
Plaza Palace Mansion Mountain Mountains Valley Desert Canal Prison
`);

/** Legal forms and words that only the names of companies and clubs end in. */
export const COMPANY_TAILS = words(`
Inc Corp Corporation Co Ltd Limited LLC PLC plc GmbH AG AB SA S.A S.p.A NV N.V B.V Group Holdings Rovers Wanderers
Rangers Hotspur Albion Argyle Athletic Harriers United FC F.C
`);

/** Last words that hardly any capitalised words end in but an organisation's name. Lower case. */
export const TELLING_ENDINGS = words(`
ministry department agency army navy guard guards forces police council commission committee tribunal party federation
confederation union institute bureau authority parliament corps brigade brigades battalion command
foundation association bank court corporation secretariat directorate inspectorate gendarmerie front movement alliance
coalition
`);

/** Words that open a name before `of` or `for`, beside those of any name in `ORGANISATION_OPENINGS`. Lower case. */
export const MORE_OPENINGS = words('alliance coalition authority forum network trust fund campaign');

/** Openings that are as often those of titles of works or of plain words: `House of …`, `Society of …`. Lower case. */
export const DOUBTFUL_OPENINGS = words('house church court club radio tv real society front school conference');

/** Words, without a full stop, that nothing but a person's name follows, a surname alone too. */
export const HONOURED = words(`
Mr Mrs Ms Dr Prof Rev Sen Gov Gen Col Lt Sgt Capt Cpl Adm Brig Supt Insp SEN GEN GOV REP REV DR MR MRS MS COL Senator
Congressman Congresswoman Reverend Professor Rabbi Imam Ayatollah Archbishop Sheikh Sir Dame Baroness Sergeant
Lieutenant Superintendent Councillor Councilman Councilwoman
`);

/** Words with a capital that follow those, and are no surname: `Professor Emeritus`. */
export const NEVER_HONOURED = words('Emeritus Emerita Majority Minority Pro');

/** Abbreviations in capitals that name nobody: eras, hours, wars, notes in a letter, things. */
export const PLAIN_ABBREVIATIONS = words(`
AD BC BCE CE AM PM GMT BST EST EDT CST CDT PST PDT UTC WWI WWII FYI PS RE FW FAQ FAQs CEO CFO COO CTO VIP MP MPs PhD
BA MA MBA DVD CD TV PC GPS GDP VAT DNA HIV AIDS SARS COVID ICU ID IQ UFO SUV ATM URL HTML PDF OK NB ETA RSVP ASAP Q&A
R&D AI IT HR PR US$ No. MSG LNG IPO RFP DUI PAC PACs NGO NGOs
`);

/** Titles that are hardly ever a surname. Lower case. */
export const NEVER_SURNAMES = words(`
president secretary minister premier senator governor congressman congresswoman chairman chairwoman director justice
speaker emperor professor ambassador general madam mr mrs ms dr
`);

/** Words before a storm's name, or that begin one. Lower case. */
export const STORMS = words('storm hurricane typhoon cyclone');

/** Verbs that tell what somebody says, in forms that a name is the subject of. */
export const SAYS = words(
  'said says denied denies confirmed announced added claimed insisted promised pledged admitted warned argued declared',
);
