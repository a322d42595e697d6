/** Nouns of what people speak or write through. */
export const MEDIA_NOUNS: ReadonlySet<string> = new Set(
  'statement interview tweet letter email e-mail post report speech memo release message note blog video briefing filing affidavit op-ed column essay text telegram address reply submission lecture sermon testimony bulletin newsletter podcast broadcast communique communiqué television tv radio newspaper magazine memoir autobiography diary programme'.split(' '),
);
