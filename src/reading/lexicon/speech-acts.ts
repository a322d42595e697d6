import { SPEECH_ACTS, type SpeechAct } from '../reading.ts';

/**
 * How a reporting verb takes what was said:
 * CLAUSE a clause or a quotation (`said that …`, `“…,” she said`); OBJECT a noun phrase (`denied the accusations`);
 * INFINITIVE (`promised to …`); ADDRESSEE a person as object before the clause (`told reporters that …`, `urged both
 * sides to …`); WHOLE an object with its complement (`accused Tehran of …`, `called the plan “a joke”`); QUOTE only a
 * quotation. `for`, `on` …: a phrase with that preposition (`called for …`).
 */
export type Frame = 'CLAUSE' | 'OBJECT' | 'INFINITIVE' | 'ADDRESSEE' | 'WHOLE' | 'QUOTE';

/** A verb that reports. */
export interface ReportingVerb {
  readonly lemma: string;
  readonly act: SpeechAct;
  readonly frames: ReadonlySet<Frame>;
  /** Prepositions whose phrase is the content. */
  readonly prepositions: ReadonlySet<string>;
  /** A particle that must follow: `point out`. */
  readonly particle: string | null;
  /** What is reported is a thought or a wish, not speech. */
  readonly isThought: boolean;
}

/** A noun that reports: `the claim that …`, `her warning of …`. */
export interface ReportingNoun {
  readonly lemma: string;
  readonly act: SpeechAct;
}

/**
 * Rows: act, then verbs; after a colon the frames by letter (c CLAUSE, o OBJECT, i INFINITIVE, a ADDRESSEE, w WHOLE, q
 * QUOTE) and prepositions after `/`. `~` before an act marks thought.
 */
const VERB_ROWS = `
SAY say:cq tell:acqi add:cq write:cq state:cq note:cq remark:cq comment:cq/on mention:co observe:cq recall:co recount:co
SAY continue:q proceed:q speak:q/of,about/ talk:q/about shout:cq yell:cq whisper:cq mutter:cq scream:cq exclaim:cq
SAY quip:cq joke:cq laugh:q smile:q sigh:q
SAY tweet:cq post:cq retweet:q text:cq email:cq blog:cq interject:cq muse:cq opine:cq chime+in:cq go+on:q begin:q
SAY begin:q conclude:cq read:cq relate:co narrate:cq summarize:co summarise:co sum+up:co inform:ac brief:ac/on
SAY remind:aci notify:ac convey:co articulate:c voice:o express:o tout:o discuss:o address:o chant:q
SAY bellow:cq holler:cq bark:q snap:q gush:cq/about enthuse:q deadpan:q thunder:cq roar:cq growl:q hiss:q shriek:q
SAY stammer:q mumble:cq murmur:cq blurt+out:cq volunteer:q venture:q marvel:cq/at preach:cq pronounce:cqw intone:q
SAY specify:c stipulate:c allude:/to echo:oq weigh+in:q/on shoot+back:q fire+back:q/at hit+back:q/at snap+back:q
SAY riposte:q
CLAIM claim:ci allege:c assert:co insist:cq/on maintain:c contend:c profess:c boast:cq/of brag:cq/about purport:i
CLAIM proclaim:co affirm:co swear:ci aver:c testify:c vouch:c attest:c/to posit:c
ARGUE theorise:c theorize:c surmise:c argue:cq/for,against reason:cq counter:cq retort:cq rebut:o rejoin:q debate:o
ARGUE object:cq
SUGGEST suggest:cq imply:c hint:c/at insinuate:c intimate:c signal:c indicate:co
EXPLAIN explain:coq clarify:co elaborate:q/on detail:o outline:o lay+out:o spell+out:o
ANNOUNCE announce:coi declare:coqw unveil:o reveal:co disclose:co publish:o publicize:o herald:o
CONFIRM confirm:coq reiterate:coq reaffirm:co repeat:coq stress:coq emphasize:coq emphasise:coq underscore:c underline:c
CONFIRM point+out:coq assure:ac reassure:ac verify:co certify:c
ADMIT admit:coq/to concede:coq acknowledge:coq confess:cq/to own+up:c recognise:c recognize:c grant:c
DENY deny:co refute:co disavow:o disown:o contradict:o rebut:o
REJECT downplay:ow play+down:o scoff:cq/at reject:o dismiss:ow rule+out:o refuse:i rebuff:o shrug+off:o brush+off:o
REJECT brush+aside:o wave+aside:o wave+away:o laugh+off:o dispute:co decry:o renounce:o
ACCUSE accuse:w blame:w allege:co fault:w charge:c implicate:w
CRITICISE grouse:cq/about whine:cq/about moan:cq/about sneer:cq/at jeer:oq scorn:ow upbraid:ow admonish:awq reprimand:w
CRITICISE censure:w speak+out:/against hit+out:q/at savage:o criticize:ow criticise:ow condemn:ow denounce:ow slam:ow
CRITICISE blast:ow lambast:ow lambaste:ow attack:ow mock:ow ridicule:ow deride:ow rebuke:ow chide:ow scold:ow lament:coq
CRITICISE bemoan:o deplore:o decry:o complain:cq/about,of gripe:cq grumble:cq rail:q/against fume:cq assail:ow
CRITICISE castigate:ow disparage:o belittle:o berate:ow rip:ow bash:o skewer:o taunt:oq protest:cq question:oc
CRITICISE warn+against:o rap:o lash+out:q/at vent:cq/about snipe:cq/at
PRAISE extol:o talk+up:o praise:ow hail:ow commend:ow applaud:o laud:o congratulate:w compliment:w salute:o celebrate:o
PRAISE welcome:o tout:ow cheer:o
SUPPORT endorse:o defend:o advocate:co/for
THANK thank:w
APOLOGISE apologize:q/for apologise:q/for regret:co
WARN forewarn:ac warn:acq/of,about,against caution:acq/against alert:ac
THREATEN threaten:ic
PROMISE promise:coiaq pledge:coi vow:ciq swear:ci commit:/to guarantee:co assure:ac undertake:i
DEMAND demand:coiq order:ai instruct:aic command:ai insist:/on call:/for require:
URGE urge:aicoq advise:aic appeal:/for,to exhort:ai encourage: implore:ai plead:cq/for,with beg:ai beseech:ai
URGE recommend:co counsel:ai press:ai/for lobby:ai/for call:/on,upon implore:ai
PROPOSE propose:coi offer:io suggest:c invite: nominate:
ASK ask:acqi/about,for inquire:cq/about enquire:cq wonder:cq question:c query:cq
ANSWER answer:cq reply:cq respond:cq/to,by
DECLINE decline:i refuse:i
PREDICT predict:co forecast:co prophesy:c foresee:co project:c estimate:co anticipate:co
DESCRIBE equate:w describe:w call:w label:w dub:w brand:w term:w characterize:w characterise:w portray:w compare:
DESCRIBE liken:w depict:w refer:/to paint:w deem:w define:w
REPORT report:coq cite:o quote:oq reference:o relay:co document:co invoke:o leak:co uncover:o
FIND find:c show:c conclude:c discover:c demonstrate:c reveal:c rule:c determine:c document:c establish:c estimate:c
FIND calculate:c suggest:c prove:c
AGREE agree:ciq/with concur:cq
REJECT disagree:cq/with
~BELIEVE believe:c think:c know:c feel:c expect:ci fear:co worry:c/about doubt:co suspect:c assume:c consider:w see:w
~BELIEVE view:w regard:w hope:ci imagine:c realize:c realise:c understand:c guess:c reckon:c hear:c learn:c speculate:cq
~WANT want:i wish:ci hope:i plan:i intend:i seek:i prefer:io aim:i favor:o favour:o oppose:o support:o desire:o
`;

const NOUN_ROWS = `
SAY statement remark comment word assertion assurance saying
CLAIM claim allegation contention insistence boast testimony
ARGUE argument view
SUGGEST suggestion hint
ANNOUNCE announcement declaration
CONFIRM confirmation reminder
ADMIT admission acknowledgement acknowledgment confession concession
DENY denial
REJECT rejection refusal
ACCUSE accusation charge
CRITICISE criticism complaint condemnation
WARN warning caution
THREATEN threat
PROMISE promise pledge vow guarantee
DEMAND demand call order
URGE plea appeal advice recommendation
PROPOSE proposal offer
ASK question
ANSWER answer reply response
PREDICT prediction forecast estimate
REPORT report rumour rumor news
FIND finding conclusion ruling
BELIEVE belief fear hope concern suspicion opinion impression notion idea
`;

const FRAMES: Readonly<Record<string, Frame>> = {
  c: 'CLAUSE',
  o: 'OBJECT',
  i: 'INFINITIVE',
  a: 'ADDRESSEE',
  w: 'WHOLE',
  q: 'QUOTE',
};

function readVerbs(): Map<string, ReportingVerb[]> {
  const verbs = new Map<string, ReportingVerb[]>();
  for (const row of VERB_ROWS.trim().split('\n')) {
    const [label = '', ...entries] = row.trim().split(/\s+/);
    const isThought = label.startsWith('~');
    const act = toAct(label.replace('~', ''));
    for (const entry of entries) {
      const [word = '', pattern = ''] = entry.split(':');
      const [lemma = '', particle = null] = word.split('+');
      const [letters = '', prepositions = ''] = pattern.split('/');
      const frames = new Set([...letters].map(toFrame));
      const verb = {
        lemma,
        act,
        frames,
        prepositions: new Set(prepositions.split(',').filter((word) => word !== '')),
        particle,
        isThought,
      };
      verbs.set(lemma, [...(verbs.get(lemma) ?? []), verb]);
    }
  }
  return verbs;
}

function readNouns(): Map<string, ReportingNoun> {
  const nouns = new Map<string, ReportingNoun>();
  for (const row of NOUN_ROWS.trim().split('\n')) {
    const [label = '', ...lemmas] = row.trim().split(/\s+/);
    for (const lemma of lemmas) nouns.set(lemma, { lemma, act: toAct(label) });
  }
  return nouns;
}

const ACTS: ReadonlySet<string> = new Set(SPEECH_ACTS);

function isAct(label: string): label is SpeechAct {
  return ACTS.has(label);
}

function toFrame(letter: string): Frame {
  const frame = FRAMES[letter];
  if (!frame) throw new TypeError(`"${letter}" stands for no frame: choose from ${Object.keys(FRAMES).join(', ')}.`);
  return frame;
}

/** The act that a row of these lists is of. Throws for a label that names none, so that a slip is noticed at once. */
function toAct(label: string): SpeechAct {
  if (!isAct(label)) throw new TypeError(`"${label}" is no speech act: choose from ${SPEECH_ACTS.join(', ')}.`);
  return label;
}

/** Reporting verbs by lemma; a lemma with several readings has one entry for each. */
export const REPORTING_VERBS: ReadonlyMap<string, readonly ReportingVerb[]> = readVerbs();

/** Reporting nouns by lemma. */
export const REPORTING_NOUNS: ReadonlyMap<string, ReportingNoun> = readNouns();

/**
 * Verbs that never report unless what they take is in quotation marks or a clause with `that`: they have commoner
 * meanings.
 */
export const DOUBTFUL_VERBS: ReadonlySet<string> = new Set(
  (
    'read go begin continue post back attack address discuss question challenge celebrate mock welcome offer order ' +
    'press find show see view know learn hear feel consider support charge rule add relate back embrace reveal ' +
    'estimate call text email establish prove cast paint begin term define detail document publish cite quote ' +
    'compare defend project determine leak celebrate dismiss rap rip bash cheer reference invoke highlight hail ' +
    'brand label determine'
  ).split(' '),
);

/**
 * Verbs of criticism that are blows first: `slammed the bill as a gift to the rich`; but `slammed the door`, `militants
 * attacked an army post`.
 */
export const BLOWS: ReadonlySet<string> = new Set(
  'attack blast slam assail savage rip rap bash skewer hit strike'.split(' '),
);

const FEELING_ROWS = `
SAY condolence sympathy
THANK gratitude thanks appreciation
APOLOGISE regret remorse sorrow
SUPPORT support solidarity backing enthusiasm approval admiration
REJECT opposition disagreement disapproval reservation objection scepticism skepticism doubt
CRITICISE outrage anger dismay disappointment displeasure frustration disgust fury indignation discomfort irritation
CRITICISE exasperation dissatisfaction unease criticism disbelief
BELIEVE concern fear worry alarm confidence optimism pessimism hope belief conviction certainty surprise astonishment
BELIEVE amusement relief view opinion anxiety horror shock misgiving caution fascination
WANT interest desire wish willingness readiness inclination intention preference eagerness reluctance
`;

/**
 * Nouns of what people express, with the act that it is: `expressed concern that …`, `voiced support for …`. Without a
 * complement they say nothing: `expressed his gratitude`.
 */
export const FEELINGS: ReadonlyMap<string, SpeechAct> = readFeelings();

function readFeelings(): Map<string, SpeechAct> {
  const rows = FEELING_ROWS.trim()
    .split('\n')
    .map((row) => row.trim().split(/\s+/));
  return new Map(rows.flatMap(([act = '', ...nouns]) => nouns.map((noun): [string, SpeechAct] => [noun, toAct(act)])));
}
