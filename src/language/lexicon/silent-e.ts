/**
 * Where the rules for a silent e (`stat|ed` → `state`) go wrong: stems, as left when -ed or -ing is cut off,
 * that take the e against the rules, and stems that do without.
 */
export const TAKES_E: ReadonlySet<string> = new Set(
  `creat procreat recreat hang(e) interfer adher persever sever(e) rever ignor explor restor ador implor deplor stor
  scor bor invit excit unit
  incit ignit expedit recit reunit solicit(e) conced preced supersed imped reced seced interven conven reconven
  contraven postpon condon
  telephon dethron compil reconcil profil consol cajol schedul fertil welcom becom overcom com breath bath sooth loath
  cloth seeth wreath
  complet delet compet accret secret(e) excret obsolet orchestrat chang arrang exchang rearrang estrang rang challeng
  aveng reveng plung loung
  lung expung sponge cring fring hing ting sing(e) syring infring imping bing(e) tast wast past(e) hast bast lambast
  chast ow(e) dy ey aw(e)
  puzzl oblig giv leav believ escap reshap landscap provok revok invok evok overtak undertak mistak awak reawak forsak
  undermin underscor
  underwrit rewrit overwrit overrid oversiz downsiz overrul overhear(e) hon lin min din dron phon clon zon ton pric slic
  dic
  outlin sidelin underlin headlin streamlin deadlin baselin guidelin airlin pipelin declin reclin inclin combin recombin
  guarante decre agre disagre fre forese overse fle se pedigre volum costum perfum exhum subsum presum consum resum
  assum
  dy(e) ty(e) tim cop lik overdos diagnos clos disclos enclos suppos propos oppos impos expos compos dispos pos los ros
  dos chos
  requir(e) wir fir hir tir squir catalogu`
    .split(/\s+/)
    .filter((stem) => !stem.endsWith(')')),
);

export const TAKES_NO_E: ReadonlySet<string> = new Set(
  `focus refocus bias canvas caucus gas bus visit revisit debut murmur sulphur ruin rumor target market budget pilot
  ballot pivot
  monitor favor honor author labor harbor anchor tutor mentor sponsor doctor censor vector factor mirror parlor armor
  savor
  envelop develop worship gossip welt combat carpet interpret ticket rocket socket pocket blanket trumpet bracket picket
  limit edit exit credit audit inherit merit profit benefit exhibit prohibit inhibit deposit posit elicit solicit submit
  permit commit admit omit emit transmit remit orbit spit benefit discredit reedit forfeit counterfeit transit vomit
  custom blossom random phantom bottom fathom ransom custom format chat scalp alarm ratif
  rivet closet buffet fillet billet covet quiet diet riot plummet comet bonnet banquet
  coup soup tail email detail retail bail jail assail prevail boil spoil fulfil recoil toil foil spiral vandal signal
  pilfer begin chagrin bulletin cabin margin origin penguin ruin basin resin dolphin satin
  abandon caution mention question function station position condition mansion season reason poison prison pardon summon
  beckon reckon
  fashion cushion ration champion envision provision section sanction motion petition partition auction commission
  tax box fix mix wax relax annex coax flex vex perplex hex index
  hang bang gang clang fang slang twang overhang prolong belong throng wrong bring ring sing sting swing cling fling
  string spring wing
  visit plead knead tread thread spread bread dread head behead lead mislead read misread reread retread
  period method pod rat`.split(/\s+/),
);
