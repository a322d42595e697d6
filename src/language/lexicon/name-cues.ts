const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Titles and offices that stand before a person's name and are no part of it, in lower case, without full stops. */
export const PERSON_TITLES = words(`
mr mrs ms miss mx dr prof professor sir dame lord lady baron baroness duke duchess king queen prince princess emperor
empress pope cardinal archbishop bishop father mother sister brother rev reverend rabbi imam
ayatollah sheikh shaikh emir sultan mullah grand president vice-president vice prime minister premier chancellor senator
sen representative rep congressman congresswoman governor gov mayor councillor councilman
councilwoman alderman secretary undersecretary ambassador envoy consul judge justice magistrate attorney prosecutor
lawyer sheriff marshal general gen colonel col lieutenant lt captain capt major maj commander cmdr
sergeant sgt corporal cpl private pvt admiral adm brigadier inspector detective constable officer chief superintendent
commissioner director chairman chairwoman chair ceo cfo coach manager captain speaker leader
spokesman spokeswoman spokesperson deputy minister candidate nominee mp mep msp lawmaker congressmember assemblyman
assemblywoman delegate whip aide adviser advisor strategist pollster analyst economist historian
author novelist writer poet actor actress singer rapper comedian director producer journalist reporter correspondent
editor columnist anchor host moderator presenter pundit commentator activist founder co-founder
billionaire businessman businesswoman mogul investor striker midfielder defender goalkeeper winger forward quarterback
pitcher st saint hon honourable honorable comrade us u.s uk
`);

/** Last words of an organisation's name, in lower case. */
export const ORGANISATION_ENDINGS = words(`
inc corp corporation co company ltd limited llc plc gmbh ag sa nv group holdings holding partners capital bank trust
fund foundation institute institution university college school academy hospital clinic centre
center museum council committee commission board agency authority office bureau department ministry administration
service services association federation confederation union league society club party movement front
alliance coalition army navy force forces guard brigade brigades battalion corps police court tribunal parliament
congress senate assembly cabinet house times post news herald tribune guardian journal gazette
chronicle telegraph mirror express mail star sun globe daily weekly magazine press radio television tv network channel
broadcasting media agency airlines airways motors energy oil gas petroleum electric power
pharmaceuticals technologies technology systems software industries international network networks entertainment studios
records pictures united city rovers wanderers athletic fc cf orchestra symphony church
project initiative campaign organisation organization laboratories laboratory labs exchange insurance telecom railways
rail steel mining foods stores caucus pac watch monitor observatory secretariat
command coastguard gendarmerie militia squad directorate inspectorate ombudsman treasury registry archive archives
library syndicate consortium cooperative logistics dynamics solutions ventures consulting
shipping lines aviation aerospace robotics therapeutics pharma metals minerals cement textiles freight retail hotels
properties semiconductors chemicals automotive brewery breweries dairy nacional nationale liga
`);

/** Words that open an organisation's name before `of` or `for`: `Ministry of …`, `Bank of …`. */
export const ORGANISATION_OPENINGS = words(`
ministry department bank university institute office bureau council court house church association federation union
league society center centre committee commission board board party movement front army
organisation organization foundation school college parliament academy museum directorate secretariat agency chamber
conference congress
policía policia banco banque banca partido parti partei partito liga ligue ministerio ministère universidad universidade
université universität università ejército guardia frente movimiento fundación comisión
asamblea bundesbank club radio tv real sporting deportivo atlético racing dinamo dynamo
`);

/** Words that join the parts of a name and are written without a capital. */
export const NAME_JOINTS = words(
  `of the and & for de la le du des del della di da dos das do von van der den ter bin ibn al el bint y - ' ’ 's ’s on in at to with . / – a`,
);

/** First words of a place's name. */
export const PLACE_OPENINGS = words(
  'mount mt lake river gulf strait cape fort port san santa los las saint st new north south east west northern ' +
    'southern eastern western central upper lower greater isle isles',
);

/** Last words of a place's name. */
export const PLACE_ENDINGS = words(`
city county province state region district river lake sea ocean island islands mountain mountains valley street road
avenue boulevard square park airport bridge station beach bay peninsula desert forest village
town harbour harbor port strait gulf hills heights coast square stadium arena tower plaza highway prison camp
`);

/** Verbs that mostly people and organisations are the subject of; the word before one is a name more often than not. */
export const SPEAKING_VERBS = words(`
said says told added wrote asked argued warned claimed insisted announced denied confirmed noted tweeted declared
explained replied responded admitted acknowledged suggested believes thinks wants hopes vowed pledged urged
`);
