/** Words of one meaning that the reading of events asks for, as lemmas or as written, all in lower case. */
export interface WordList {
  readonly words: ReadonlySet<string>;
  /** Sentences with one of the words in this meaning, and sentences with none of them. */
  readonly examples: readonly string[];
  readonly nearMisses: readonly string[];
}

function list(words: string, examples: readonly string[], nearMisses: readonly string[]): WordList {
  return { words: new Set(words.trim().split(/\s+/)), examples, nearMisses };
}

/** Lemmas above an event that put it into the future. */
export const PLANNING = list(
  'plan intend agree decide expect schedule set prepare promise pledge vow due announce commit arrange aim slate ' +
    'offer undertake poise ready determine resolve',
  ['Oman plans to send monitors.', 'The trial is due to begin in May.'],
  ['The plane was late.'],
);

/** Lemmas above an event that leave open whether it happens. */
export const SUPPOSING = list(
  'consider mull weigh contemplate threaten want hope wish seek urge demand ask call propose suggest request ' +
    'possible likely unlikely ready willing able need prevent avoid avert stop thwart foil warn fear risk allow ' +
    'order tell persuade invite press force help try attempt tip',
  ['Oman wants to send monitors.', 'A judge ordered her to appear.'],
  ['Oman sent monitors.'],
);

/** Lemmas of those who hold something against somebody, or try it in court. */
export const ALLEGING = list(
  'accuse suspect allege claim blame charge acquit prosecute indict investigate sue',
  ['Chad accused its neighbour of arming rebels.'],
  ['Chad thanked its neighbour.'],
);

/** Nouns for what somebody is held to have done. */
export const ALLEGATIONS = list(
  'suspicion charge allegation accusation claim count rumour rumor',
  ['He was held on suspicion of murdering a guard.'],
  ['He was held for a day.'],
);

/** Lemmas of those who say that they did not, or will not. */
export const DENYING = list(
  'deny refuse decline fail reject rule',
  ['The army denied shelling the town.'],
  ['The army shelled the town.'],
);

/** Words before a noun that put what it names into the future. */
export const PLANNED = list(
  'planned upcoming scheduled next forthcoming coming proposed announced',
  ['The upcoming election is costly.'],
  ['The last election was costly.'],
);

/** Words before a noun that leave open whether what it names happens. */
export const SUPPOSED = list(
  'possible potential threatened feared likely hypothetical imminent future',
  ['They discussed a possible attack.'],
  ['They discussed the attack.'],
);

/** Words before a noun for what goes on. */
export const ONGOING = list(
  'ongoing current continuing',
  ['The ongoing war is costly.'],
  ['The bloody war is costly.'],
);

/** Words before a noun that say that somebody holds it to be so. */
export const ALLEGED = list(
  'alleged suspected reported purported supposed claimed',
  ['An alleged attack led to talks.'],
  ['The attack led to talks.'],
);

/** Nouns for what goes on for long. */
export const LASTING = list(
  'war conflict siege insurgency fighting crackdown curfew drought pandemic epidemic trial investigation inquiry probe',
  ['The war displaced thousands.'],
  ['The raid displaced thousands.'],
);

/** Words before a noun for what lasts that put it into the past. */
export const BYGONE = list(
  'last previous former first second civil',
  ['The previous war lasted a year.'],
  ['The war goes on.'],
);

/** Nouns whose infinitive is what they are for, and is not done yet. */
export const ATTEMPTS = list(
  'talk bid effort attempt proposal move campaign drive',
  ['The firm is in talks to sell its ferries.'],
  ['The firm sold its ferries.'],
);

/** Nouns whose infinitive somebody means to do. */
export const INTENTIONS = list(
  'plan deal agreement decision intention pledge promise vow',
  ['A plan to build homes was praised.'],
  ['The homes were praised.'],
);

/** Nouns that stand for the state they belong to: `Azeri forces`, `the Chadian government`. */
export const STATE_NOUNS = list(
  `force troop army soldier navy air-force coastguard marine government authority official military police regime jet
  warship warplane aircraft tank helicopter delegation negotiator diplomat ministry
  parliament leader leadership administration intelligence officer commando guard prosecutor court cabinet side
  embassy`,
  ['Azeri forces shelled the town.'],
  ['Azeri traders left the town.'],
);

/** Nouns for those whose deeds are those of the group that they fight for. */
export const FIGHTERS = list(
  'gunman fighter militant rebel insurgent militiaman commander bomber',
  ['Taliban fighters shelled the town.'],
  ['Taliban traders left the town.'],
);

/** Nouns for two of a kind: `the two countries`, `both sides`. */
export const SIDES = list(
  'country nation state government side neighbour neighbor capital power party ally',
  ['Both sides signed.'],
  ['Both of them signed.'],
);

/** Nouns of number and measure whose `of` tells of what. */
export const QUANTITIES = list(
  `ton tonne kilogram barrel dose box piece amount supply record part half most all some number series range array group
  crowd lot majority member rest score ten many
  dozen hundred thousand million one two three four five several euro dollar pound yen rupee rouble franc day week`,
  ['Rebels captured part of the town.'],
  ['Rebels captured the town.'],
);

/** Nouns for how far, how often and when, and never whom. */
export const MEASURES = list(
  'km kilometre kilometer mile metre meter time day week month year hour minute percent point second third half % $',
  ['They marched two miles.'],
  ['They marched on the capital.'],
);

/** Nouns for what somebody has said, which is answered by answering them. */
export const UTTERANCES = list(
  'offer proposal demand request claim call accusation allegation charge suggestion plea bid appeal decision ' +
    'plan move statement remark comment attack criticism',
  ['Oman rejected an offer from Chad.'],
  ['Oman rejected the parcel.'],
);

/** Nouns for what somebody speaks through: `issued a statement condemning`. */
export const WRITINGS = list(
  'statement declaration letter speech message petition resolution appeal article report lawsuit complaint post ' +
    'video campaign',
  ['The party issued a statement condemning the raid.'],
  ['The party met a man condemning the raid.'],
);

/** Lemmas of those who do themselves what a noun names, or mean to. */
export const PERFORMING = list(
  'consider plan propose complete weigh begin start continue end suspend resume halt prepare pursue mull stage ' +
    'launch conduct hold join',
  ['The firm is considering the sale of its ferries.'],
  ['The firm condemned the sale of its ferries.'],
);

/** Lemmas of how something that lasts comes about and ends. */
export const BEGINNING = list(
  'begin start resume open reopen continue end conclude finish happen proceed',
  ['The trial is due to begin in May.'],
  ['The trial is due to cost a million.'],
);

/** Those of them that only whoever would do it says. */
export const INTENDING = list(
  'consider plan propose weigh mull prepare begin start resume continue',
  ['The army is planning an attack.'],
  ['The army ended the attack.'],
);

/** Nouns for what whose it is suffers: `his arrest`. */
export const SUFFERED = list(
  `arrest detention murder assassination killing kidnapping abduction execution dismissal appointment nomination conviction trial indictment acquittal expulsion deportation sentencing`,
  ['His arrest shocked Quito.'],
  ['His speech shocked Quito.'],
);

/** Nouns for those whose coming is news in itself; crowds, cargoes and troops only travel. */
export const VISITORS = list(
  'delegation mission envoy team leader official inspector negotiator mediator diplomat minister president ' +
    'observer monitor pope king queen prince princess emir sultan chief head secretary',
  ['Inspectors visited the plant.'],
  ['Tourists visited the plant.'],
);

/** Nouns for a place that is named after `of`: `the town of Idlib`. */
export const SETTLEMENTS = list(
  'town city village port province region district island state suburb capital settlement county municipality',
  ['They bombed the town of Idlib.'],
  ['They bombed the outskirts of Idlib.'],
);

/** Nouns for where a facility is told by the name before it: `Manila airport`. */
export const FACILITIES = list(
  'airport station stadium port harbour harbor prison airfield university',
  ['She was held at Manila airport.'],
  ['She was held at Manila.'],
);

/** Things that kill on behalf of somebody. */
export const WEAPONS = list(
  'bomb attack strike airstrike rocket missile shell shelling drone mine bullet blast gunfire raid ambush ' +
    'artillery grenade mortar operation offensive fighting clash car truck device',
  ['A bomb killed two men.'],
  ['A flood killed two men.'],
);

/** Verbs of telling: who declines or refuses to does no more than say nothing. */
export const TELLING = list(
  'comment say name elaborate discuss identify disclose answer specify respond speak talk reveal provide',
  ['He declined to comment.'],
  ['He declined to pay.'],
);

/** What is opened without anything new coming of it, or opens as a meeting does. */
export const OPENED = list(
  `window door gate mouth eye heart mind wound rift quarrel debate dispute question way path letter envelope box
  umbrella
  arm bottle book file drawer bag talk negotiation summit conference meeting scoring trial hearing inquest inquiry court session market share stock`,
  ['He opened his eyes.', 'Talks open on Monday.'],
  ['He opened a museum.'],
);

/** Verbs that mean the same without an object, or whose object is easily missed. */
export const CLEAR = list(
  `kidnap abduct arrest murder assassinate rape torture deport invade bombard arrive remain go jail fight clash explode testify plead rule open invest merge marry wed bid premiere debut launch appeal earn cooperate collaborate allege reopen`,
  ['The army invaded.'],
  ['The army moved.'],
);
