import type { EventType } from '../reading.ts';

/**
 * How the arguments of a wording map to participants.
 * ACTS_ON: subject acts on object. MUTUAL: subject, object and `with …` all take part as actors. GIVES_TO: subject acts
 * for the `to …` or indirect object. UNDERGOES: it happens to the subject. AGAINST: subject acts against the `against
 * …`, `on …` or `over …`.
 */
export type Roles = 'ACTS_ON' | 'MUTUAL' | 'GIVES_TO' | 'UNDERGOES' | 'AGAINST';

/** The words for one kind of event. */
export interface EventWording {
  readonly type: EventType;
  readonly mode?: string;
  readonly roles: Roles;
  /**
   * Verb lemmas, separated by commas. `blow up`: with a particle or preposition. `hold > talk meeting`: with one of
   * these nouns as object (subject in the passive). `arrive @`: with a place. `receive ~`: with somebody as object.
   * `release ^`: with a person as object. `launch > attack`: the noun carries the event.
   * `capture >> town`: the noun is what it is done to. `arrive < peacekeeper`: with
   * one of these nouns as, or before, the subject.
   */
  readonly verbs: string;
  /**
   * Noun lemmas that name the event by themselves, separated by commas; the words before the last must stand before it:
   * `air strike`.
   */
  readonly nouns: string;
  /** Sentences that must give an event of this type, and sentences that must not. */
  readonly examples: readonly string[];
  readonly nearMisses: readonly string[];
}

/**
 * The words that news has for events, by PLOVER's types and modes (openeventdata/PLOVER, manual draft 2.0) and our
 * extension. Where a word fits several wordings, the most specific pattern wins, then the first here.
 */
export const EVENT_WORDINGS: readonly EventWording[] = [
  {
    type: 'CONSULT',
    mode: 'visit',
    roles: 'MUTUAL',
    verbs:
      'visit, arrive @, land @, travel @, fly @, pay > visit, send > delegation mission envoy, dispatch > ' +
      'delegation envoy, make > visit trip tour, tour @, receive ~, welcome ~, host ~, begin > visit trip tour',
    nouns: 'state visit, official visit, official trip, visit, state trip',
    examples: [
      'President Ana Ruiz arrived in Lisbon on Monday.',
      'The foreign minister visited Kenya.',
      'The vice president landed in Accra on Monday.',
    ],
    nearMisses: [
      'A cargo of grain arrived in Lisbon.',
      'Sixty migrants landed in Lampedusa on Monday.',
      'She was the first to receive it in Oslo.',
      'The parcel was heavy.',
      'Visitors liked the museum.',
      'The office welcomed the ruling.',
      'She received a letter.',
    ],
  },
  {
    type: 'CONSULT',
    mode: 'phone',
    roles: 'MUTUAL',
    verbs: 'phone, telephone, hold > call, make > call, speak by',
    nouns: 'phone call, telephone call, video call, telephone conversation, phone conversation',
    examples: ['The two leaders held a phone call on Friday.'],
    nearMisses: ['He lost his phone.'],
  },
  {
    type: 'CONSULT',
    mode: 'third-party',
    roles: 'MUTUAL',
    verbs: 'mediate, broker > talk meeting, launch > mediation, offer > mediation',
    nouns: 'mediation, mediation effort, peace talk',
    examples: ['Qatar mediated between the two sides.'],
    nearMisses: ['The media were absent.'],
  },
  {
    type: 'CONSULT',
    roles: 'MUTUAL',
    verbs:
      'meet, meet with, hold > talk meeting discussion consultation summit negotiation dialogue, confer with, ' +
      'negotiate, consult with, attend > summit meeting conference, convene, discuss, return to > talk',
    nouns: 'meeting, summit, negotiation, consultation, talks, round of talk',
    examples: ['The prime minister met opposition leaders in Oslo.', 'Kenya and Uganda held talks on Tuesday.'],
    nearMisses: ['The bridge meets safety standards.', 'They talk a lot.'],
  },
  {
    type: 'COOPERATE',
    roles: 'MUTUAL',
    verbs:
      'hold > exercise drill maneuver manoeuvre, conduct > exercise drill maneuver manoeuvre, launch > exercise ' +
      'game, stage > exercise drill, share > intelligence information evidence datum, cooperate, collaborate, ' +
      'resume > cooperation tie flight trade, restore > tie relation, form > coalition alliance',
    nouns: 'joint exercise, military exercise, joint drill, naval exercise, war game, military drill, joint patrol',
    examples: [
      'The navies of India and Japan will hold joint exercises in May.',
      'Norway shared intelligence with Sweden.',
    ],
    nearMisses: ['Exercise keeps you healthy.', 'She drilled a hole.'],
  },
  {
    type: 'COOPERATE',
    roles: 'GIVES_TO',
    verbs:
      'sell > missile weapon arm ammunition drone tank jet aircraft warship rocket shell system, export > arm ' +
      'weapon grain oil gas, trade > prisoner',
    nouns: 'arms sale, arms deal',
    examples: ['The country sold missiles to its neighbour.'],
    nearMisses: ['The shop sold bread.'],
  },
  {
    type: 'AGREE',
    roles: 'MUTUAL',
    verbs:
      'agree, agree to, agree on, reach > agreement deal accord compromise settlement, accept > invitation ' +
      'proposal offer plan deal rise increase settlement compromise term',
    nouns: '',
    examples: ['The two countries agreed to share maps.', 'The union accepted a rise of four per cent.'],
    nearMisses: ['I agree.'],
  },
  {
    type: 'AGREE',
    roles: 'GIVES_TO',
    verbs:
      'pledge, promise, vow, offer to, commit to, undertake to, offer > help aid assistance support talk mediation ' +
      'loan grant money asylum refuge',
    nouns: '',
    examples: [
      'The company promised to repay its customers.',
      'Chile and Brazil offered help.',
      'The World Bank offered a loan of two million dollars.',
    ],
    nearMisses: ['A promising start.', 'The shop offers discounts.'],
  },
  {
    type: 'SUPPORT',
    roles: 'ACTS_ON',
    verbs:
      'praise, hail, endorse, back, recognise, recognize, commend, applaud, congratulate, defend, thank ~, express ' +
      '> support solidarity gratitude condolence sympathy thank, send > condolence congratulation, offer > ' +
      'condolence sympathy thank congratulation, voice > support, sign > agreement treaty deal accord memorandum ' +
      'contract pact, ratify, establish > tie relation, forgive, pardon, approve, support, welcome > decision move ' +
      'ruling verdict plan deal agreement announcement news step result report vote law reform',
    nouns: 'endorsement',
    examples: [
      'The senator endorsed the governor.',
      'The minister thanked Nigeria.',
      'Chile and Peru signed a trade agreement.',
      'The minister thanked the envoy for his patience.',
    ],
    nearMisses: ['The pillar supports the roof.', 'She sat at the back.'],
  },
  {
    type: 'CONCEDE',
    roles: 'ACTS_ON',
    verbs:
      'pay > ransom, apologise, apologize, apologise to, ease > restriction sanction curfew rule, lift > ban ' +
      'curfew restriction emergency state, withdraw > bill law plan proposal amendment, scrap > plan law tax bill ' +
      'rise increase hike fee charge levy toll cut, call off > strike march protest rally demonstration boycott ' +
      'walkout blockade, relax > rule restriction, accept > demand blame responsibility defeat, concede > defeat ' +
      'election, back down, allow to, shorten > curfew, relent, express > regret remorse',
    nouns: 'apology',
    examples: [
      'The government lifted the curfew.',
      'The government withdrew the bill in March.',
      'The minister apologised to the victims.',
      'The mayor has scrapped the fare rise.',
      'The union called off the march.',
    ],
    nearMisses: ['He lifted the box.', 'The car was scrapped.'],
  },
  {
    type: 'AID',
    roles: 'GIVES_TO',
    verbs:
      'donate, supply, provide > aid assistance relief food weapon intelligence fund funding medicine support ' +
      'shelter grant loan million billion $ £ €, give > aid money grant loan dollar weapon million billion $ £ €, ' +
      'send > aid relief weapon food supply doctor medicine dose vaccine tent rescuer medic expert monitor ' +
      'observer team peacekeeper, dispatch > aid team doctor medic rescuer expert monitor observer, deliver > aid ' +
      'weapon supply food medicine vaccine dose, lend, release > aid euro dollar fund, arrive < peacekeeper ' +
      'peacekeeping convoy aid rescue, grant > asylum loan refuge, ship > weapon arm aid vaccine, distribute > ' +
      'food blanket aid water tent supply medicine, reach < convoy, open > border',
    nouns: 'humanitarian aid, military aid, food aid, aid package, aid convoy, aid delivery, arms supply',
    examples: [
      'Finland gave Tanzania a grant.',
      'Australia will provide $2 million in aid.',
      'The agency delivered food to the camp.',
      'China has lent Kenya a billion dollars.',
      'The first peacekeeping troops arrived in Goma.',
      'The bloc will send monitors to the border.',
      'An aid convoy reached the town of Idlib.',
    ],
    nearMisses: ['She arrived in Goma.', 'The hearing aid broke.', 'Supply fell.'],
  },
  {
    type: 'AID',
    roles: 'ACTS_ON',
    verbs:
      'evacuate, rescue ^, pull > survivor, recover > body, retrieve > body, order > evacuation, arm, finance > ' +
      'militia group rebel unrest coup campaign war terrorism militant, bankroll, fund > unrest coup terrorism war ' +
      'project programme program school hospital militia group rebel construction research fighter',
    nouns: '',
    examples: [
      'Soldiers rescued 40 villagers.',
      'France evacuated 40 of its citizens.',
      'Sudan armed the rebels.',
      'Rescuers pulled 27 survivors from the rubble.',
      'Divers recovered the bodies of six sailors.',
      'The governor ordered the evacuation of the coast.',
    ],
    nearMisses: ['The plan was rescued.', 'Rescue workers slept.', 'The economy recovered.', 'He folded his arms.'],
  },
  {
    type: 'RETREAT',
    mode: 'resign',
    roles: 'ACTS_ON',
    verbs: 'abdicate',
    nouns: 'abdication',
    examples: ['The king abdicated.'],
    nearMisses: ['She dictated a letter.'],
  },
  {
    type: 'RETREAT',
    mode: 'release',
    roles: 'ACTS_ON',
    verbs:
      'free, hand back, return > artefact statue bronze remain body painting treasure object island territory, ' +
      'hand over > artefact statue bronze remain body painting treasure object figure, release ^, release >> ' +
      'prisoner hostage detainee crew, release > captive, hand over >> hostage prisoner, exchange >> prisoner, ' +
      'swap >> prisoner',
    nouns:
      'prisoner exchange, prisoner swap, hostage release, release of prisoner, release of hostage, release of ' +
      'detainee',
    examples: [
      'The pirates released eleven crew members on Friday.',
      'The rebels released two hostages.',
      'The army has freed ten prisoners.',
    ],
    nearMisses: ['Admission is free.', 'The band released an album.'],
  },
  {
    type: 'RETREAT',
    mode: 'ceasefire',
    roles: 'MUTUAL',
    verbs:
      'declare > ceasefire truce, agree to > ceasefire truce, sign > ceasefire truce, halt > attack offensive ' +
      'fighting hostility, observe > ceasefire',
    nouns: 'ceasefire, cease-fire, truce, armistice',
    examples: ['The two armies signed a truce.', 'The group declared a ceasefire.'],
    nearMisses: ['Shots were fired.'],
  },
  {
    type: 'RETREAT',
    mode: 'withdraw',
    roles: 'ACTS_ON',
    verbs:
      'withdraw > troop force soldier army weapon, withdraw from, leave > coalition alliance bloc, pull out, pull ' +
      'back, lift > blockade siege embargo, retreat, vacate, surrender, lay down > arm weapon',
    nouns: 'troop withdrawal, withdrawal, pullout, retreat, surrender',
    examples: [
      'France withdrew its troops from Niger.',
      'Government forces retreated from the town.',
      'The army lifted the blockade.',
      'The army completed its withdrawal from the town on Friday.',
      'The party left the coalition.',
    ],
    nearMisses: ['He withdrew some cash.'],
  },
  {
    type: 'RETREAT',
    mode: 'disarm',
    roles: 'ACTS_ON',
    verbs: 'disarm, demobilise, demobilize, destroy > stockpile, hand over > weapon',
    nouns: 'disarmament',
    examples: ['The militia disarmed.'],
    nearMisses: ['A disarming smile.'],
  },
  {
    type: 'RETREAT',
    mode: 'access',
    roles: 'ACTS_ON',
    verbs:
      'allow > inspector inspection observer monitor access convoy delivery, admit > inspector observer, reopen > ' +
      'border crossing, open > bridge',
    nouns: '',
    examples: ['The government allowed inspectors into the plant.'],
    nearMisses: ['Dogs are allowed.'],
  },
  {
    type: 'REQUEST',
    roles: 'ACTS_ON',
    verbs:
      'ask for, ask to, request, demand, call for, call on, appeal to, appeal for, urge, order to, insist on, seek ' +
      '> aid help assistance asylum refuge support meeting extradition, press to, summon, demand to, propose, beg, ' +
      'plead for, petition',
    nouns: 'ultimatum',
    examples: [
      'The union demanded a pay rise.',
      'The mayor called on residents to stay at home.',
      'A judge ordered the former president Ana Ruiz to appear in court.',
    ],
    nearMisses: ['Supply and demand.', 'She called home.', 'The director called it a victory for ordinary people.'],
  },
  {
    type: 'ACCUSE',
    mode: 'investigate',
    roles: 'ACTS_ON',
    verbs:
      'investigate, probe, look into > affair allegation matter claim case complaint report, open > investigation ' +
      'inquiry probe, launch > investigation inquiry probe, order > investigation inquiry probe, put under > ' +
      'investigation, question ^',
    nouns: 'investigation, inquiry, probe',
    examples: [
      'The minister ordered an inquiry into the crash.',
      'Police opened an investigation into the firm.',
      'Prosecutors are investigating the mayor.',
    ],
    nearMisses: ['A space probe landed.'],
  },
  {
    type: 'ACCUSE',
    mode: 'disapprove',
    roles: 'ACTS_ON',
    verbs:
      'condemn, denounce, criticise, criticize, slam, decry, deplore, blast, lambast, rebuke, censure, voice > ' +
      'concern anger, jeer, heckle, boo, complain of, complain about, complain to, summon > ambassador envoy ' +
      'diplomat',
    nouns: 'condemnation',
    examples: [
      'The union condemned the law.',
      'Turkey denounced the vote.',
      'Jordan complained to the embassy about the raid.',
      'Oman summoned the ambassador.',
      'Survivors jeered the minister.',
    ],
    nearMisses: ['The door slammed.'],
  },
  {
    type: 'ACCUSE',
    mode: 'allege',
    roles: 'ACTS_ON',
    verbs: 'accuse, blame, allege, sue, file > lawsuit complaint suit, charge that',
    nouns: 'accusation, allegation, lawsuit',
    examples: ['Chad accused its neighbour of arming rebels.', 'The town sued the company.'],
    nearMisses: ['The dress suited her.'],
  },
  {
    type: 'REJECT',
    roles: 'ACTS_ON',
    verbs:
      'reject, refuse, refuse to, veto, turn down, rule out, rebuff, spurn, block > resolution bill request, ' +
      'decline to, object to, block > deal merger takeover bid sale purchase, deny > access entry request visa ' +
      'permission permit application, oppose, dismiss > call demand proposal request idea offer accord agreement ' +
      'deal criticism, deny > land allocation licence license bail parole, defy, boycott > talk',
    nouns: 'rejection, refusal, veto',
    examples: [
      'Parliament rejected the proposal.',
      'The bank refused to pay.',
      'China objected to the visit.',
      'The watchdog blocked the merger.',
    ],
    nearMisses: [
      'Refuse is collected weekly.',
      'The object was heavy.',
      'A spokesman declined to comment.',
      'The firm refused to say why.',
    ],
  },
  {
    type: 'THREATEN',
    roles: 'ACTS_ON',
    verbs:
      'threaten, threaten to, threaten with, issue > ultimatum threat, warn of > retaliation attack consequence, ' +
      'vow > revenge retaliation',
    nouns: 'threat of',
    examples: ['The rebels threatened to attack the capital.', 'North Korea threatened South Korea.'],
    nearMisses: ['Rain threatens.'],
  },
  {
    type: 'PROTEST',
    mode: 'strike',
    roles: 'AGAINST',
    verbs:
      'go on > strike, walk out, strike over, stage > strike walkout, begin > strike, hold > strike, down > tool, ' +
      'call > strike, end > strike walkout stoppage',
    nouns:
      'general strike, walkout, work stoppage, strike by, rail strike, nurses strike, pay strike, day strike, hour ' +
      'strike, week strike, strike action, teacher strike, doctor strike',
    examples: [
      'A two-day strike by teachers began on Monday.',
      'Train drivers went on strike on Friday.',
      'Nurses walked out.',
    ],
    nearMisses: ['Lightning struck.', 'Two strikes and he was out.'],
  },
  {
    type: 'PROTEST',
    mode: 'hunger',
    roles: 'AGAINST',
    verbs: 'begin > hunger, start > hunger',
    nouns: 'hunger strike, hungerstrike',
    examples: ['The prisoner began a hunger strike.'],
    nearMisses: ['Hunger spread.'],
  },
  {
    type: 'PROTEST',
    mode: 'riot',
    roles: 'AGAINST',
    verbs:
      'riot, clash with, throw > stone bottle brick rock egg paint bomb, hurl > stone bottle brick rock egg paint ' +
      'bomb, pelt, loot',
    nouns: 'riot, rioting, unrest, looting',
    examples: [
      'Students rioted in the capital.',
      'Demonstrators hurled stones at a convoy.',
      'A man threw paint at a statue.',
    ],
    nearMisses: ['A riot of colour.'],
  },
  {
    type: 'PROTEST',
    mode: 'vandalize',
    roles: 'ACTS_ON',
    verbs: 'vandalise, vandalize, deface, smash > window car shop statue, topple > statue monument',
    nouns: 'vandalism',
    examples: ['Protesters smashed windows.', 'Youths defaced the statue.'],
    nearMisses: ['She smashed the record.'],
  },
  {
    type: 'PROTEST',
    mode: 'boycott',
    roles: 'AGAINST',
    verbs: 'boycott',
    nouns: 'boycott',
    examples: ['The opposition boycotted the vote.'],
    nearMisses: ['A boy caught the ball.'],
  },
  {
    type: 'PROTEST',
    mode: 'obstruct',
    roles: 'AGAINST',
    verbs:
      'block > road street highway entrance railway bridge avenue boulevard motorway square port gate line track ' +
      'runway crossing traffic, occupy > building square university office, barricade, set up > barricade ' +
      'roadblock, erect > barricade roadblock',
    nouns: 'blockade of road, sit-in, roadblock',
    examples: ['Farmers blocked the highway.'],
    nearMisses: ['Snow covered the road.'],
  },
  {
    type: 'PROTEST',
    mode: 'demo',
    roles: 'AGAINST',
    verbs:
      'protest, protest against, demonstrate, march, rally, take to > street, gather outside, stage > protest ' +
      'rally demonstration march, hold > protest rally demonstration vigil march, collect > signature, chant > ' +
      'slogan, disperse > protester demonstrator crowd',
    nouns: 'protest, demonstration, mass rally, protest march, sit-in, street protest',
    examples: ['Thousands protested against the law in Lima.', 'Teachers staged a rally.'],
    nearMisses: ['The teacher demonstrated the method.', 'Shares rallied.'],
  },
  {
    type: 'SANCTION',
    mode: 'convict',
    roles: 'ACTS_ON',
    verbs: 'blacklist',
    nouns: '',
    examples: ['Canada blacklisted the bank.'],
    nearMisses: ['A black list hung there.'],
  },
  {
    type: 'SANCTION',
    mode: 'expel',
    roles: 'ACTS_ON',
    verbs: 'expel, recall > ambassador envoy commissioner, withdraw > ambassador envoy',
    nouns: 'expulsion',
    examples: ['Ecuador expelled two diplomats.', 'Oman withdrew its ambassador from Chad.'],
    nearMisses: ['The expert was heard.'],
  },
  {
    type: 'SANCTION',
    mode: 'discontinue',
    roles: 'ACTS_ON',
    verbs:
      'close > embassy consulate mission, shut > embassy consulate mission, suspend > import export, suspend > aid ' +
      'tie trade talk cooperation relation membership, cut > tie aid relation, cut off > aid relation, sever > tie ' +
      'relation, break off > tie relation talk, halt > aid talk trade, freeze > asset aid relation, cancel > visit ' +
      'trip talk meeting contract summit, postpone > visit trip talk meeting summit, put off > visit trip talk ' +
      'meeting summit, impose > sanction embargo tariff, sanction, reduce > aid supply assistance, prohibit > aid ' +
      'import, deny > entry',
    nouns: 'trade embargo, arms embargo, new sanction',
    examples: [
      'Japan suspended aid to the country.',
      'Belgium closed its embassy in the capital.',
      'The president put off a visit.',
      'China suspended imports of palm oil.',
      'The European Union imposed sanctions on the bank.',
    ],
    nearMisses: ['He cut the rope.'],
  },
  {
    type: 'MOBILIZE',
    mode: 'police',
    roles: 'ACTS_ON',
    verbs: 'deploy > police officer, send > police',
    nouns: 'police deployment',
    examples: ['Mayors deployed riot police.'],
    nearMisses: ['The airbag deployed.'],
  },
  {
    type: 'MOBILIZE',
    mode: 'weapons',
    roles: 'ACTS_ON',
    verbs:
      'deploy > missile tank aircraft warship bomber drone jet ship, test > missile weapon, test-fire, launch > ' +
      'missile satellite, send > warship destroyer frigate carrier jet tank missile warplane',
    nouns: 'missile test, nuclear test',
    examples: ['North Korea tested a missile.'],
    nearMisses: ['Pupils sat a test.'],
  },
  {
    type: 'MOBILIZE',
    mode: 'troops',
    roles: 'ACTS_ON',
    verbs:
      'deploy, mobilise, mobilize, mass > troop force, amass > troop force, send > troop force soldier ' +
      'reinforcement, reinforce > border position, move > troop, put on > alert, call up, train > soldier force ' +
      'fighter hacker, strengthen > force, remain on > alert',
    nouns: 'mobilisation, mobilization, troop deployment, troop build-up, military build-up',
    examples: ['Ethiopia deployed troops along the border.', 'Poland sent soldiers to the frontier.'],
    nearMisses: ['She sent a letter.'],
  },
  {
    type: 'COERCE',
    mode: 'arrest',
    roles: 'ACTS_ON',
    verbs:
      'arrest, detain, jail, imprison, capture ^, take into > custody, round up, seize >> man woman suspect, hold ' +
      '>> suspect prisoner hostage, hold as > shield hostage',
    nouns: 'arrest, detention, house arrest, mass arrest',
    examples: [
      'Police arrested three men in Leeds.',
      'Four pirates were killed and two were captured.',
      'Two activists were detained.',
    ],
    nearMisses: ['An arresting view.', 'The photograph captured the mood.'],
  },
  {
    type: 'COERCE',
    mode: 'seize',
    roles: 'ACTS_ON',
    verbs:
      'board >> vessel ship tanker boat trawler freighter, seize, confiscate, impound, requisition, nationalise, ' +
      'nationalize, raid, search >> home office, demolish, blow up >> pipeline, blow up > line',
    nouns: 'police raid, seizure, confiscation',
    examples: [
      'Customs officers seized the cargo.',
      'Sailors boarded two vessels.',
      'Police raided the offices of the party.',
    ],
    nearMisses: ['She seized up.'],
  },
  {
    type: 'COERCE',
    mode: 'deport',
    roles: 'ACTS_ON',
    verbs: 'deport',
    nouns: 'deportation',
    examples: ['Malta deported forty migrants.'],
    nearMisses: ['The port reopened.'],
  },
  {
    type: 'COERCE',
    mode: 'curfew',
    roles: 'ACTS_ON',
    verbs: 'impose > curfew, extend > curfew, declare > curfew',
    nouns: 'curfew',
    examples: ['The army imposed a curfew.', 'A curfew was imposed from 9 p.m. to 5 a.m.'],
    nearMisses: ['He imposed on his hosts.'],
  },
  {
    type: 'COERCE',
    mode: 'martial-law',
    roles: 'ACTS_ON',
    verbs: 'declare > emergency law state, impose > law emergency state',
    nouns: 'martial law, state of emergency',
    examples: ['The president declared martial law.'],
    nearMisses: ['Martial arts are popular.'],
  },
  {
    type: 'COERCE',
    mode: 'censor',
    roles: 'ACTS_ON',
    verbs:
      'censor, cut off > internet, shut off > internet, shut down > newspaper station channel website internet, ' +
      'ban > newspaper book broadcast film, suspend > publication, block > website site',
    nouns: 'censorship, internet shutdown',
    examples: ['The regime shut down two newspapers.'],
    nearMisses: ['A sensor failed.'],
  },
  {
    type: 'COERCE',
    mode: 'cyber',
    roles: 'ACTS_ON',
    verbs: 'hack, hack into, breach > system network, steal > datum data information record',
    nouns: 'cyberattack, cyber attack, cyber-attack, data breach',
    examples: ['Hackers stole the data of three million customers.', 'Hackers hacked into the ministry.'],
    nearMisses: ['A life hack.'],
  },
  {
    type: 'COERCE',
    mode: 'restrict',
    roles: 'ACTS_ON',
    verbs:
      'ban, restrict, outlaw, suspend > licence license permit visa flight, break up > demonstration protest rally ' +
      'march gathering camp sit-in, revoke > licence license passport permit visa citizenship accreditation, bar ' +
      'from, impose > restriction ban blockade, close > border airspace checkpoint crossing, blockade, place under ' +
      '> arrest',
    nouns: 'crackdown, travel ban, visa ban, naval blockade',
    examples: [
      'Hungary banned the march.',
      'Police broke up the demonstration.',
      'The regime revoked the licence of the broadcaster.',
      'A court suspended the licence of the mine.',
      'Algeria closed its border.',
    ],
    nearMisses: ['The band played on.'],
  },
  {
    type: 'ASSAULT',
    mode: 'abduct',
    roles: 'ACTS_ON',
    verbs: 'kidnap, abduct, take > hostage, hijack',
    nouns: 'kidnapping, abduction, hostage-taking',
    examples: ['Gunmen kidnapped a priest.'],
    nearMisses: ['The kids napped.'],
  },
  {
    type: 'ASSAULT',
    mode: 'beat',
    roles: 'ACTS_ON',
    verbs:
      'beat up, beat by > police policeman officer guard soldier mob gang crowd, beat in > custody detention jail ' +
      'prison cell, beat >> protester prisoner detainee demonstrator journalist reporter civilian villager migrant, ' +
      'stab, assault, punch, lynch, club',
    nouns: 'stabbing, beating, knife attack',
    examples: ['A man stabbed two passengers.', 'She was beaten by police.', 'The student was beaten in custody.'],
    nearMisses: ['The club won.'],
  },
  {
    type: 'ASSAULT',
    mode: 'torture',
    roles: 'ACTS_ON',
    verbs: 'torture',
    nouns: 'torture',
    examples: ['Guards tortured the prisoner.'],
    nearMisses: ['A tortured style.'],
  },
  {
    type: 'ASSAULT',
    mode: 'sexual',
    roles: 'ACTS_ON',
    verbs: 'rape, molest, abuse',
    nouns: 'rape, sexual assault, sexual abuse',
    examples: ['Soldiers raped women in the village.'],
    nearMisses: ['Rapeseed prices rose.'],
  },
  {
    type: 'ASSAULT',
    mode: 'targeted',
    roles: 'ACTS_ON',
    verbs: 'assassinate, execute, murder, poison, behead, decapitate',
    nouns: 'assassination, murder, execution',
    examples: ['The general was assassinated.', 'Militants beheaded two aid workers.'],
    nearMisses: ['She executed the plan.'],
  },
  {
    type: 'ASSAULT',
    mode: 'suicide-attack',
    roles: 'ACTS_ON',
    verbs: 'blow himself up, blow themselves up',
    nouns: 'suicide bombing, suicide attack, suicide bomber',
    examples: ['A suicide bombing hit the market.'],
    nearMisses: ['He blew a whistle.'],
  },
  {
    type: 'ASSAULT',
    mode: 'drone',
    roles: 'ACTS_ON',
    verbs: '',
    nouns: 'drone strike, drone attack',
    examples: ['A drone strike hit the depot.'],
    nearMisses: ['The drone filmed the match.'],
  },
  {
    type: 'ASSAULT',
    mode: 'aerial',
    roles: 'ACTS_ON',
    verbs: 'bomb, bombard, strafe, launch > airstrike',
    nouns: 'air strike, airstrike, air raid, bombardment, bombing raid, strike on, strike against',
    examples: ['Jets bombed the village.'],
    nearMisses: ['The play bombed.'],
  },
  {
    type: 'ASSAULT',
    mode: 'heavy-weapons',
    roles: 'ACTS_ON',
    verbs: 'shell, fire > rocket missile mortar shell, launch > rocket',
    nouns: 'shelling, rocket attack, missile attack, missile strike, artillery fire',
    examples: ['The army shelled the town.'],
    nearMisses: ['She sells shells.'],
  },
  {
    type: 'ASSAULT',
    mode: 'explosives',
    roles: 'ACTS_ON',
    verbs: 'blow up, detonate, explode > bomb, plant > bomb',
    nouns: 'bombing, car bomb, bomb attack, bomb blast',
    examples: ['Rebels blew up a bridge.'],
    nearMisses: ['Prices exploded.'],
  },
  {
    type: 'ASSAULT',
    mode: 'firearms',
    roles: 'ACTS_ON',
    verbs: 'shoot, shoot dead, gun down, open > fire, fire on, fire at, fire > shot, shoot at',
    nouns: 'shooting, gun attack, mass shooting',
    examples: ['The gunman had shot two officers.', 'Gunmen shot at a bus.', 'Gunmen opened fire on a bus.'],
    nearMisses: ['She shot a film.'],
  },
  {
    type: 'ASSAULT',
    mode: 'crowd-control',
    roles: 'ACTS_ON',
    verbs: 'tear-gas, use > gas cannon bullet baton truncheon, fire > gas bullet cannon',
    nouns: 'tear gas',
    examples: ['Police used tear gas.'],
    nearMisses: ['Gas prices rose.'],
  },
  {
    type: 'ASSAULT',
    mode: 'destroy',
    roles: 'ACTS_ON',
    verbs:
      'torch, set on > fire, set > fire, ransack, raze, ram >> boat vessel trawler ship car bus, ram > gate, burn ' +
      '>> village house home church mosque building town school market farm car truck lorry bus vehicle shop ' +
      'office, burn > flag tyre',
    nouns: 'arson attack',
    examples: [
      'The mob torched the church.',
      'Soldiers burned two villages near the border.',
      'A cutter rammed a trawler.',
    ],
    nearMisses: ['A torch lit the way.'],
  },
  {
    type: 'ASSAULT',
    roles: 'ACTS_ON',
    verbs:
      'attack, kill, invade, storm, launch > attack offensive operation assault strike invasion war raid ' +
      'incursion, carry out > attack strike massacre operation raid assault ambush bombing shooting killing ' +
      'incursion, wage > war, massacre, ambush, overrun, capture >> town city village position base stronghold, ' +
      'hit >> base port city town site depot facility refinery ship radar hospital village camp convoy civilian, ' +
      'strike >> target base port city town site depot facility refinery ship radar hospital, wound, target >> ' +
      'position base, fight, besiege, clash, injure ^, hurt ^, stage > attack coup raid ambush, mount > attack ' +
      'raid assault offensive, seize >> town city village airport base port territory capital, seize > power, ' +
      'recapture, retake >> town city village base position airport area territory, shoot down >> drone plane jet ' +
      'helicopter aircraft missile, shoot down > rocket, destroy >> bridge house home village building school ' +
      'hospital depot tank position camp base warehouse church mosque market, exchange > fire gunfire, hit >> ' +
      'target < force jet army military drone missile warplane navy rocket strike airstrike aircraft artillery, ' +
      'topple, overthrow, depose, oust',
    nouns:
      'attack, war, invasion, offensive, massacre, ambush, fighting, clash, battle, assault, incursion, military ' +
      'operation, genocide, ethnic cleansing, siege, coup, insurgency, hostility, military campaign, military ' +
      'sweep, killing, slaying, cross-border raid, raid on, raid by',
    examples: [
      'The air force hit three targets in the valley.',
      'Rebels attacked the town on Sunday.',
      'Soldiers launched an operation in the valley.',
      'Eritrean troops carried out a raid this week.',
      'The killing of a judge shocked Quito.',
      'Soldiers have captured part of a village near Goma.',
      'The army seized power.',
      'The army recaptured the town.',
      'Jets destroyed a bridge over the river.',
      'The two armies exchanged fire across the river.',
      'Officers fired tear gas, injuring 31 people.',
      'The sailors were freed in a raid by commandos.',
    ],
    nearMisses: [
      'A heart attack.',
      'The player was injured in training.',
      'Sales hit their target.',
      'He killed time.',
    ],
  },
  {
    type: 'APPOINTMENT',
    roles: 'ACTS_ON',
    verbs:
      'appoint, resign, step down, step aside, dismiss ~, fire ~, sack ~, name as, nominate, swear in, swear in ' +
      'as, elect as, take > office, promote to, succeed as, succeed ^, inaugurate, take over as, replace ^, ' +
      'suspend ^, dissolve > cabinet government parliament, name > executive minister chief ambassador governor ' +
      'coach manager director secretary chairman president judge captain, stand down, retire, quit, quit as, pick ' +
      '> mayor leader chairman president candidate minister coach captain speaker, choose > mayor leader chairman ' +
      'president candidate minister coach captain speaker, remove from > office post position job power, remove ' +
      'as, oust as, hire as, reappoint, elect',
    nouns: 'resignation, appointment, nomination, inauguration, dismissal, swearing-in',
    examples: [
      'The president dissolved his cabinet.',
      'Two ministers quit on Monday.',
      'The council picked a new mayor.',
      'The chairman was removed from office.',
      'The board appointed Lena Fischer as chief executive.',
      'The minister resigned on Monday.',
    ],
    nearMisses: ['She fired the kiln.', 'He missed his dental appointment.', 'The spokesman dismissed the charge.'],
  },
  {
    type: 'ELECTION',
    roles: 'ACTS_ON',
    verbs:
      'vote, hold > election referendum vote poll, win > election vote presidency primary runoff seat referendum, ' +
      'go to > poll, lose > election vote seat majority, cast > ballot vote, re-elect, call > election, win > ' +
      'percent cent majority landslide',
    nouns: 'election, referendum, runoff, run-off, by-election, primary, ballot',
    examples: [
      'Moldova held a referendum on Sunday.',
      'Voters went to the polls.',
      'The senator won the election.',
      'The senator won 54 per cent of the vote.',
    ],
    nearMisses: ['Primary schools reopened.'],
  },
  {
    type: 'LEGAL',
    roles: 'ACTS_ON',
    verbs:
      'charge, charge with, indict, convict, sentence, sentence to, receive > sentence, adjourn > trial hearing ' +
      'case, acquit, try for, plead, plead guilty, rule, overturn, uphold, appeal against, prosecute, fine, ' +
      'extradite, appeal, remand, drop > charge case lawsuit, give > sentence term, abolish > tax law penalty, ' +
      'quash, dismiss > complaint appeal lawsuit case suit petition, pass > law bill legislation, approve > law ' +
      'bill, sign > law bill, enact, repeal, find guilty, jail for, deny > count charge, face > trial charge, ' +
      'award > damage, testify, order > retrial, grant > bail, impeach',
    nouns: 'trial, conviction, indictment, verdict, sentencing, court ruling, acquittal, court hearing, impeachment',
    examples: [
      'A court sentenced the banker to six years in prison.',
      'Prosecutors charged him with fraud.',
      'Carol Denham, 46, was found guilty last month of fraud.',
      'Parliament passed the bill.',
      'The deputy received a suspended sentence.',
      'Prosecutors dropped the charges.',
      'The banker was given a six-year sentence.',
      'A court dismissed the complaint.',
      'The ruling was overturned.',
      'The judge found Marta Rey, 58, guilty of fraud.',
    ],
    nearMisses: ['A ruler measures.', 'The museum charges no fee.'],
  },
  {
    type: 'ACCIDENT',
    roles: 'UNDERGOES',
    verbs:
      'crash, collide, derail, collapse, capsize, sink, catch > fire, burn down, explode, overturn > lorry truck ' +
      'bus boat, plunge, run aground, crash into, drown, sweep < fire blaze flame, rip < fire blaze flame, engulf ' +
      '< fire blaze flame, break out < fire blaze, destroy by > fire blaze, damage by > fire blaze, gut by > fire ' +
      'blaze, spill > oil crude tonne barrel litre gallon, burst < dam levee dyke pipe pipeline tyre tank ' +
      'reservoir embankment',
    nouns:
      'crash, collision, derailment, explosion, plane crash, train crash, car crash, blaze, gas leak, oil spill, ' +
      'accident, shipwreck, stampede',
    examples: [
      'A dam burst above the town.',
      'A bus crashed near Lyon.',
      'The ferry capsized in the strait.',
      'Fire swept through a market in Dhaka.',
      'The museum was damaged by a fire.',
    ],
    nearMisses: ['Markets crashed.', 'Talks collapsed.', 'The truce collapsed in May.', 'She burst into tears.'],
  },
  {
    type: 'DISASTER',
    roles: 'UNDERGOES',
    verbs:
      'flood, burst > bank, break out < cholera disease measles epidemic virus ebola plague famine, erupt, make > ' +
      'landfall, hit > quake storm, devastate, batter, inundate',
    nouns:
      'earthquake, quake, flood, flooding, hurricane, typhoon, cyclone, tornado, tsunami, drought, wildfire, ' +
      'landslide, avalanche, storm, eruption, famine, epidemic, outbreak, pandemic, heatwave, heat wave, mudslide, ' +
      'aftershock, monsoon',
    examples: [
      'An earthquake hit the island on Friday.',
      'Floods killed nine people in the valley.',
      'The river burst its banks.',
      'Cholera has broken out in the camp.',
    ],
    nearMisses: ['A storm of protest.', 'A flood of letters.'],
  },
  {
    type: 'DEATH',
    roles: 'UNDERGOES',
    verbs: 'die, pass away, succumb, find dead, lose > life, claim > life',
    nouns: 'funeral, death of',
    examples: ['The painter Ida Berg died on Sunday.', 'The singer was found dead at his home.'],
    nearMisses: ['The dye ran.', 'To die for.'],
  },
  {
    type: 'BUSINESS',
    roles: 'ACTS_ON',
    verbs:
      'acquire, buy, purchase, axe > job worker post, shed > job, shut > plant factory mine branch store, shut ' +
      'down > plant factory mine, collapse into > administration receivership bankruptcy, order > aircraft jet ' +
      'plane train ship, merge, merge with, lay off, cut > job, hire, report > profit loss earnings revenue sale ' +
      'result, post > profit loss, invest, file for > bankruptcy, go > public bankrupt, raise > rate price capital ' +
      'dividend, cut > rate price dividend forecast, reduce > rate price workforce, lower > rate price forecast, ' +
      'complete > acquisition merger takeover purchase, close > plant factory mine branch, list, take over, invest ' +
      'in, bid for, announce > merger takeover layoff, slash > job, recall > vehicle car product, earn, outsource, ' +
      'float, delist',
    nouns:
      'takeover, merger, acquisition, layoff, bankruptcy, buyout, sale of, job cut, rate cut, rate rise, flotation',
    examples: [
      'Vantor acquired the bakery chain for £40m.',
      'The bank cut 500 jobs.',
      'The firm will axe 300 jobs.',
      'The carmaker shut its plant in Ghent.',
      'The retailer collapsed into administration.',
    ],
    nearMisses: ['I buy that argument.', 'Sales in Germany declined.'],
  },
  {
    type: 'BUSINESS',
    roles: 'GIVES_TO',
    verbs: 'sell, lease, auction',
    nouns: '',
    examples: ['The group sold its ferries to a rival.'],
    nearMisses: ['The seller was late.'],
  },
  {
    type: 'RELEASE',
    roles: 'ACTS_ON',
    verbs:
      'publish, launch, release, unveil, open, premiere, roll out, inaugurate > museum bridge line station, issue ' +
      '> report, debut, discover, land on > moon mars asteroid comet planet, complete > project, reopen, introduce ' +
      '> model product',
    nouns: 'launch, premiere, publication, unveiling, discovery',
    examples: ['The university published the study on Monday.', 'The company launched a new phone.'],
    nearMisses: ['He opened his eyes.'],
  },
  {
    type: 'SPORT',
    roles: 'MUTUAL',
    verbs:
      'beat, defeat, win > match game title cup race medal final championship tournament gold set, lose > match ' +
      'game final, draw with, thrash, play, lose to, knock out, host > match final, win at, draw',
    nouns:
      'match, final, tournament, quarter-final, semi-final, kick-off, penalty shootout, championship, playoff, ' +
      'world cup',
    examples: ['Rovers defeated Santos on Saturday.', 'She won the final in Turin.'],
    nearMisses: ['The heart beats.', 'He plays the piano.'],
  },
  {
    type: 'SPORT',
    roles: 'ACTS_ON',
    verbs:
      'score, equalise, equalize, sign for, sign > midfielder striker defender goalkeeper winger forward player, ' +
      'qualify for, advance to, top > table, clinch > promotion title',
    nouns: '',
    examples: ['Lund scored a late winner as Rovers beat Santos.'],
    nearMisses: ['The film score was sad.'],
  },
  {
    type: 'CEREMONY',
    roles: 'ACTS_ON',
    verbs:
      'award, honour ^, honor ^, decorate ^, knight, commemorate, celebrate, win > prize award oscar nobel palme, ' +
      'give > award prize, share > award prize, go to < prize prix award, receive > prize award medal, mark > ' +
      'anniversary, wed, marry, bury ^, crown, host > festival ceremony, lay > wreath, declare > mourning',
    nouns:
      'ceremony, festival, commemoration, wedding, coronation, anniversary, parade, memorial service, award ' +
      'ceremony',
    examples: [
      'The academy awarded the prize to a poet.',
      'The city marked the anniversary of the flood.',
      'The president declared three days of mourning.',
    ],
    nearMisses: ['He won praise.', 'Armenia will honour its commitments.'],
  },
];
