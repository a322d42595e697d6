/** Nouns of what people speak or write through. */
export const MEDIA_NOUNS: ReadonlySet<string> = new Set(
  (
    'statement interview tweet letter email e-mail post report speech memo release message note blog video ' +
    'briefing filing affidavit op-ed column essay text telegram address reply submission lecture sermon testimony ' +
    'bulletin newsletter podcast broadcast communique communiqué television tv radio newspaper magazine memoir ' +
    'autobiography diary programme'
  ).split(' '),
);

/** What is done to them by who speaks. */
export const ISSUING_VERBS: ReadonlySet<string> = new Set(
  'issue release send write post publish put deliver give read file circulate sign share email record make'.split(' '),
);

/** Where people post what they have to say: `wrote on Facebook`. */
export const NETWORKS: ReadonlySet<string> = new Set(
  (
    'facebook twitter instagram tiktok linkedin telegram youtube reddit x weibo threads mastodon bluesky whatsapp ' +
    'snapchat'
  ).split(' '),
);

/** Who speaks for somebody else: `through his lawyer`. */
export const GO_BETWEENS: ReadonlySet<string> = new Set(
  (
    'lawyer attorney solicitor spokesman spokeswoman spokesperson representative interpreter translator publicist ' +
    'intermediary agent aide'
  ).split(' '),
);
