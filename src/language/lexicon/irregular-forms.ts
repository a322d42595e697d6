/** Irregular verbs: lemma, then past, participle and other forms, as one line a verb. */
const VERBS = `
be am is are was were been being 's 're 'm ai art
have has had having 've 'd of
do does did done doing
go goes went gone going gon
say says said saying
arise arose arisen|awake awoke awoken|bear bore borne born|beat beat beaten|become became become|befall befell befallen
beget begot begotten
begin began begun beginning|behold beheld|bend bent|beset beset besetting|bet bet betting|bid bid bidding bade bidden
bind bound|bite bit bitten
bleed bled|blow blew blown|break broke broken|breed bred|bring brought|broadcast broadcast|build built|burn burnt
burst burst|buy bought
cast cast|catch caught|choose chose chosen|cling clung|come came come|cost cost|creep crept|cut cut cutting|deal dealt
dig dug digging
dive dove|draw drew drawn|dream dreamt|drink drank drunk|drive drove driven|dwell dwelt|eat ate eaten|fall fell fallen
feed fed|feel felt
fight fought|find found|flee fled|fling flung|fly flew flown|forbid forbade forbidden|forecast forecast
forego forewent foregone|foresee foresaw foreseen
forget forgot forgotten forgetting|forgive forgave forgiven|forgo forwent forgone|forsake forsook forsaken
freeze froze frozen
get got gotten getting|give gave given|grind ground|grow grew grown|hang hung|hear heard|hide hid hidden|hit hit hitting
hold held|hurt hurt
keep kept|kneel knelt|know knew known|lay laid|lead led|leap leapt|learn learnt|leave left|lend lent|let let letting
lie lay lain lying lied
light lit|lose lost|make made|mean meant|meet met|mislead misled|mistake mistook mistaken|misunderstand misunderstood
outdo outdid outdone
outgrow outgrew outgrown|overcome overcame overcome|overhear overheard|override overrode overridden
oversee oversaw overseen|overtake overtook overtaken
overthrow overthrew overthrown|partake partook partaken|pay paid|plead pled|prove proven|put put putting
quit quit quitting|read read|rebuild rebuilt
rend rent|repay repaid|resell resold|rethink rethought|rewrite rewrote rewritten|rid rid ridding|ride rode ridden
ring rang rung|rise rose risen
run ran run running|see saw seen|seek sought|sell sold|send sent|set set setting|sew sewn|shake shook shaken|shear shorn
shed shed shedding
shine shone|shoot shot|show shown|shrink shrank shrunk|shut shut shutting|sing sang sung|sink sank sunk|sit sat sitting
slay slew slain
sleep slept|slide slid|sling slung|slink slunk|slit slit slitting|smell smelt|sow sown|speak spoke spoken|speed sped
spell spelt|spend spent
spill spilt|spin spun spinning|spit spat spitting|split split splitting|spoil spoilt|spread spread|spring sprang sprung
stand stood|steal stole stolen
stick stuck|sting stung|stink stank stunk|stride strode stridden|strike struck stricken|string strung
strive strove striven|swear swore sworn
sweep swept|swell swollen|swim swam swum swimming|swing swung|take took taken|teach taught|tear tore torn|tell told
think thought
thrive throve|throw threw thrown|thrust thrust|tread trod trodden|undergo underwent undergone|understand understood
undertake undertook undertaken
undo undid undone|unwind unwound|uphold upheld|upset upset upsetting|wake woke woken|wear wore worn|weave wove woven
weep wept|win won winning
wind wound|withdraw withdrew withdrawn|withhold withheld|withstand withstood|wring wrung|write wrote written
can ca could|will wo would 'll|shall sha should|may might|must must
die dying|tie tying|vie vying|dye dyeing|singe singeing|swinge swingeing|ski skiing|panic panicked panicking
traffic trafficked trafficking
mimic mimicked mimicking|picnic picnicked picnicking|frolic frolicked frolicking|bus bused busing
gas gassed gassing gasses|focus focused focusing focusses
veto vetoed vetoes|bias biased biases|program programmed programming|quiz quizzed quizzing quizzes|echo echoed echoes
torpedo torpedoed
`;

/** Irregular plurals: lemma, then plural. */
const NOUNS = `
man men|woman women|child children|foot feet|tooth teeth|goose geese|mouse mice|louse lice|ox oxen|die dice
wife wives|life lives|knife knives|half halves|leaf leaves|loaf loaves|wolf wolves|shelf shelves|thief thieves
calf calves|self selves|elf elves
sheaf sheaves|scarf scarves|hoof hooves|wharf wharves
analysis analyses|basis bases|crisis crises|thesis theses|hypothesis hypotheses|diagnosis diagnoses|axis axes
oasis oases|emphasis emphases
synthesis syntheses|parenthesis parentheses|prognosis prognoses|nemesis nemeses|phenomenon phenomena|criterion criteria
datum data
bacterium bacteria|curriculum curricula|stratum strata|memorandum memoranda|referendum referenda|medium media
addendum addenda|millennium millennia
alumnus alumni|nucleus nuclei|stimulus stimuli|cactus cacti|fungus fungi|radius radii|syllabus syllabi|focus foci
terminus termini
genus genera|corpus corpora|opus opera|index indices|appendix appendices|matrix matrices|vertex vertices|larva larvae
alga algae
antenna antennae|vertebra vertebrae|formula formulae|nebula nebulae|chateau chateaux|bureau bureaux|plateau plateaux
tableau tableaux
passerby passersby|attorney-general attorneys-general|hero heroes|potato potatoes|tomato tomatoes|echo echoes
torpedo torpedoes|veto vetoes
embargo embargoes|mosquito mosquitoes|volcano volcanoes|cargo cargoes|tornado tornadoes|domino dominoes
buffalo buffaloes|mango mangoes
shoe shoes|toe toes|foe foes|canoe canoes|hoe hoes|woe woes|bus buses|gas gases|lens lenses|bias biases|virus viruses
campus campuses
bonus bonuses|status statuses|census censuses|chorus choruses|circus circuses|consensus consensuses|crocus crocuses
focus focuses|genius geniuses
minus minuses|plus pluses|prospectus prospectuses|surplus surpluses|walrus walruses|caucus caucuses|iris irises
pancreas pancreases|canvas canvases
atlas atlases|alias aliases|christmas christmases|quiz quizzes|movie movies|cookie cookies|zombie zombies
calorie calories|prairie prairies
pie pies|tie ties|lie lies|rookie rookies|selfie selfies|genie genies|brownie brownies|laddie laddies|eyrie eyries
smoothie smoothies|hippie hippies
junkie junkies|eerie eeries|necktie neckties|magpie magpies|collie collies|goalie goalies|cache caches|ache aches
headache headaches|niche niches
psyche psyches|avalanche avalanches|axe axes|creche creches|quiche quiches|moustache moustaches|mustache mustaches
toothache toothaches
`;

const ADJECTIVES = `
good better best|bad worse worst|far further furthest farther farthest|less less|least least|more more|most most
well better best|badly worse worst
old elder eldest older oldest|able abler ablest|late later latest|free freer freest|true truer truest|nice nicer nicest
large larger largest
wide wider widest|close closer closest|safe safer safest|simple simpler simplest|brave braver bravest|fine finer finest
strange stranger strangest
rare rarer rarest|wise wiser wisest|loose looser loosest|pale paler palest|severe severer severest|pure purer purest
tame tamer tamest
gentle gentler gentlest|humble humbler humblest|noble nobler noblest|subtle subtler subtlest|white whiter whitest
cute cuter cutest|sore sorer sorest
ripe riper ripest|dense denser densest|fierce fiercer fiercest|tense tenser tensest|polite politer politest
remote remoter remotest|ample ampler amplest
bitter bitterer|sole soler|dire direr direst|huge huger hugest|mere merer merest|vague vaguer vaguest
stable stabler stablest|crude cruder crudest
`;

function readForms(table: string, into: Map<string, string>): Map<string, string> {
  for (const line of table.split(/[\n|]/u)) {
    const [lemma, ...forms] = line.trim().split(/\s+/u);
    if (lemma === undefined || lemma === '') continue;
    for (const form of forms) if (!into.has(form)) into.set(form, lemma);
  }
  return into;
}

export const IRREGULAR_VERBS: ReadonlyMap<string, string> = readForms(VERBS, new Map());
export const IRREGULAR_NOUNS: ReadonlyMap<string, string> = readForms(NOUNS, new Map());
export const IRREGULAR_ADJECTIVES: ReadonlyMap<string, string> = readForms(ADJECTIVES, new Map());

/** Nouns in -s that are their own singular, and plurals that the treebanks keep as their lemma. */
export const UNCHANGED_NOUNS: ReadonlySet<string> = new Set(
  `news series species means headquarters politics physics mathematics economics athletics gymnastics ethics statistics
  electronics linguistics
  crossroads barracks gallows sheep people fish deer aircraft spacecraft offspring police cattle clothes thanks pants
  jeans shorts trousers scissors
  glasses goods remains outskirts surroundings proceeds premises congratulations regards belongings sunglasses data
  media`.split(/\s+/),
);

/**
 * Pronouns, determiners and shortened words with the lemma the treebanks give them; possessives are their own lemma.
 */
export const FUNCTION_LEMMAS: ReadonlyMap<string, string> = readForms(
  `I me|he him|she her|we us 's|they them 'em|it|you ya u|who whom|that those|this these|a an|not n't nt`,
  new Map(),
);
