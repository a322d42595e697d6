import { OFFICES, PERSON_NOUNS } from './offices.ts';
import { ORGANISATION_NOUNS } from './organisation-words.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/**
 * Nouns, as lemmas, for those who act though nobody in particular is named: `the town`, `rebels`, `three men`. With
 * offices and kinds of organisations they are all that can take part in an event unnamed.
 */
const MORE = words(`
authority official police force troop army navy military government parliament congress senate cabinet council state
country nation town city village district side neighbour neighbor ally opposition coalition crowd mob
people person man woman child boy girl family couple resident villager voter citizen civilian worker employee staff crew
passenger driver farmer nurse doctor teacher student pupil protester demonstrator striker migrant
refugee prisoner hostage detainee inmate patient customer fan supporter rebel militant insurgent gunman fighter soldier
guard officer attacker bomber hacker pirate gang cartel suspect victim lawyer prosecutor juror jury
jet warship helicopter warplane tank gunmen rebels union academy college board firm maker producer lender airline studio
label publisher band orchestra scientist researcher astronomer team player athlete coach
delegation negotiator diplomat envoy inspector investigator customs shareholder investor creditor regulator landlord
tenant driver commuter tourist pilgrim worshipper monk settler tribesman commander chief elder monarch
king queen president minister mayor group faction brigade battalion unit division garrison militia regime junta
administration ministry embassy court tribunal senator leader everybody everyone serviceman servicewoman servicemember
peacekeeper paramilitary smuggler trafficker assailant perpetrator extremist jihadist terrorist survivor relative
mourner bystander pedestrian motorist cyclist shopper diner guest tenant
parishioner schoolgirl schoolboy teenager toddler baby infant brother sister father mother husband wife son daughter
grandmother grandfather sailor fisherman miner trucker firefighter rescuer volunteer activist campaigner journalist
lawmaker politician
looter youth rioter bodyguard diver lifeguard medic convoy witness spectator immigrant squad patrol policeman
policewoman trooper agent ranger conscript recruit mercenary deserter contractor supplier exporter importer herder
herdsman clan tribe rider climber hiker skier crewman dealer orphan widow householder homeowner captor kidnapper
hijacker robber thief burglar arsonist intruder sniper commando marine vigilante shopkeeper shipowner dockworker docker
steelworker farmworker observer
candidate contender member insider critic ally opponent rival separatist loyalist nationalist organiser organizer vendor
trader thousand hundred dozen million
`);

/**
 * Things that do not act and are not acted on as people, places and vehicles are: verbs of force and crash with them
 * mean something else.
 */
const INERT = words(
  'time airbag shares markets market share stock price hope play film movie video scene photo plan deal talk truce ' +
    'ceasefire agreement coalition accord negotiation bill fee price currency economy dream career rumour rumor idea ' +
    'proposal will order function sentence duty method glance record mood nothing score thriller documentary series ' +
    'drama sequel comedy album episode commercial photograph picture portrait',
);

/** Whether a noun can take part in an event without a name. */
export function isActorNoun(lemma: string): boolean {
  const word = lemma.toLowerCase();
  return MORE.has(word) || OFFICES.has(word) || word in PERSON_NOUNS || word in ORGANISATION_NOUNS;
}

/** Whether a noun speaks for the figurative sense of a verb of force: `killed time`, `markets crashed`. */
export function isInert(lemma: string): boolean {
  return INERT.has(lemma.toLowerCase());
}
