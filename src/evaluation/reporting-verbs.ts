/**
 * Verbs whose attributions count as speech where statements are measured: reporting, praise, blame, demand and
 * discussion, without verbs of thought, will and plan, and without those that mostly mean something else (`open`,
 * `hit`, `read`). A measuring list: the reading has its own in `reading/lexicon/speech-acts.ts`.
 */
const VERBS =
  `accuse acknowledge add address admit advise affirm agree allege announce answer apologise apologize appeal argue
  ask assert assure attack attest beg begin bemoan blame blast boast brag broadcast call caution certify challenge
  chant characterise characterize charge cite claim clarify comment compare complain concede conclude condemn
  confess confirm congratulate contend continue contradict convey counsel counter criticise criticize declare decry
  defend demand denounce deny deride describe detail disagree disclose discuss dismiss dispute divulge dub echo
  elaborate email emphasise emphasize estimate exclaim explain express fume gripe grumble hint imply indicate inform
  insist instruct interject joke label lament lash leak liken list maintain mention mock muse mutter narrate note
  notify object observe opine outline plead pledge point ponder posit post praise predict proclaim profess promise
  pronounce propose protest question quip quote rail reaffirm rebuke rebut recall recommend recount refer refute
  reiterate relate relay remark remind repeat reply report request respond retell retort retweet reveal ridicule say
  scold scream shout signal slam speak state stress suggest summarise summarize swear talk taunt tease tell testify
  text thank tout tweet unveil urge vent vouch vow warn whisper write yell`
    .trim()
    .split(/\s+/)
    .filter((verb) => !['begin', 'list'].includes(verb));

const IRREGULAR = `said told wrote written spoke spoken swore sworn quipped quipping denied denies replied replies
  decried decries testified testifies implied implies clarified clarifies certified rebutted rebutting admitted
  admitting slammed slamming bragged bragging referred referring dubbed dubbing pled begged begging labelled
  labelling signalled notified notifies according per quoted statement`;

/**
 * Every form of the verbs, in lower case, with the words of attribution that are no verbs (`according`, `statement`).
 */
export const REPORTING_FORMS: ReadonlySet<string> = new Set([
  ...IRREGULAR.split(/\s+/),
  ...VERBS.flatMap((verb) => {
    const stem = verb.replace(/e$/, '');
    return [verb, `${verb}s`, `${verb}es`, `${stem}ed`, `${stem}ing`];
  }),
]);
