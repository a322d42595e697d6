/** A country as news writes of it. */
export interface Country {
  /** ISO 3166-1 alpha-2; Kosovo has the user-assigned XK. */
  readonly code: string;
  readonly name: string;
  /** Adjectives and nouns for its people: `Iranian`, `Iranians`, `Azeri`. */
  readonly demonyms: readonly string[];
  /** The capital, which news lets speak for the government, and its other spellings. */
  readonly capitals: readonly string[];
  /** Other names and abbreviations: `US`, `the Netherlands` as `Holland`. */
  readonly aliases: readonly string[];
}

const ROWS = `
AF|Afghanistan|Afghan,Afghans|Kabul|
AL|Albania|Albanian,Albanians|Tirana|
DZ|Algeria|Algerian,Algerians|Algiers|
AD|Andorra|Andorran,Andorrans|Andorra la Vella|
AO|Angola|Angolan,Angolans|Luanda|
AG|Antigua and Barbuda|Antiguan,Antiguans,Barbudan|Saint John's|Antigua
AR|Argentina|Argentine,Argentines,Argentinian,Argentinians,Argentinean|Buenos Aires|
AM|Armenia|Armenian,Armenians|Yerevan|
AU|Australia|Australian,Australians,Aussie,Aussies|Canberra|
AT|Austria|Austrian,Austrians|Vienna|
AZ|Azerbaijan|Azerbaijani,Azerbaijanis,Azeri,Azeris|Baku|
BS|Bahamas|Bahamian,Bahamians|Nassau|The Bahamas
BH|Bahrain|Bahraini,Bahrainis|Manama|
BD|Bangladesh|Bangladeshi,Bangladeshis|Dhaka|
BB|Barbados|Barbadian,Barbadians,Bajan|Bridgetown|
BY|Belarus|Belarusian,Belarusians,Belarussian,Belarussians|Minsk|
BE|Belgium|Belgian,Belgians|Brussels|
BZ|Belize|Belizean,Belizeans|Belmopan|
BJ|Benin|Beninese|Porto-Novo|
BT|Bhutan|Bhutanese|Thimphu|
BO|Bolivia|Bolivian,Bolivians|Sucre|
BA|Bosnia and Herzegovina|Bosnian,Bosnians,Herzegovinian|Sarajevo|Bosnia,Bosnia-Herzegovina
BW|Botswana|Botswanan,Motswana,Batswana|Gaborone|
BR|Brazil|Brazilian,Brazilians|Brasília,Brasilia|
BN|Brunei|Bruneian,Bruneians|Bandar Seri Begawan|
BG|Bulgaria|Bulgarian,Bulgarians|Sofia|
BF|Burkina Faso|Burkinabe,Burkinabé|Ouagadougou|
BI|Burundi|Burundian,Burundians|Gitega|
KH|Cambodia|Cambodian,Cambodians|Phnom Penh|
CM|Cameroon|Cameroonian,Cameroonians|Yaoundé,Yaounde|
CA|Canada|Canadian,Canadians|Ottawa|
CV|Cape Verde|Cape Verdean,Cape Verdeans|Praia|Cabo Verde
CF|Central African Republic|Central African,Central Africans|Bangui|CAR
TD|Chad|Chadian,Chadians|N'Djamena|
CL|Chile|Chilean,Chileans|Santiago|
CN|China|Chinese|Beijing,Peking|People's Republic of China,PRC
CO|Colombia|Colombian,Colombians|Bogotá,Bogota|
KM|Comoros|Comorian,Comorians|Moroni|
CG|Republic of the Congo|Congolese|Brazzaville|Congo-Brazzaville
CD|Democratic Republic of the Congo|Congolese|Kinshasa|DR Congo,DRC,Congo,Congo-Kinshasa,Democratic Republic of Congo
CR|Costa Rica|Costa Rican,Costa Ricans|San José|
CI|Ivory Coast|Ivorian,Ivorians|Yamoussoukro|Côte d'Ivoire,Cote d'Ivoire
HR|Croatia|Croatian,Croatians,Croat,Croats|Zagreb|
CU|Cuba|Cuban,Cubans|Havana|
CY|Cyprus|Cypriot,Cypriots|Nicosia|
CZ|Czech Republic|Czech,Czechs|Prague|Czechia
DK|Denmark|Danish,Dane,Danes|Copenhagen|
DJ|Djibouti|Djiboutian,Djiboutians|Djibouti City|
DM|Dominica|Dominican|Roseau|
DO|Dominican Republic|Dominican,Dominicans|Santo Domingo|
EC|Ecuador|Ecuadorian,Ecuadorians,Ecuadorean,Ecuadoreans|Quito|
EG|Egypt|Egyptian,Egyptians|Cairo|
SV|El Salvador|Salvadoran,Salvadorans,Salvadorean|San Salvador|
GQ|Equatorial Guinea|Equatorial Guinean,Equatoguinean|Malabo|
ER|Eritrea|Eritrean,Eritreans|Asmara|
EE|Estonia|Estonian,Estonians|Tallinn|
SZ|Eswatini|Swazi,Swazis|Mbabane|Swaziland
ET|Ethiopia|Ethiopian,Ethiopians|Addis Ababa|
FJ|Fiji|Fijian,Fijians|Suva|
FI|Finland|Finnish,Finn,Finns|Helsinki|
FR|France|French,Frenchman,Frenchmen,Frenchwoman|Paris|
GA|Gabon|Gabonese|Libreville|
GM|Gambia|Gambian,Gambians|Banjul|The Gambia
GE|Georgia|Georgian,Georgians|Tbilisi|
DE|Germany|German,Germans|Berlin|Federal Republic of Germany
GH|Ghana|Ghanaian,Ghanaians|Accra|
GR|Greece|Greek,Greeks|Athens|
GL|Greenland|Greenlandic,Greenlander,Greenlanders|Nuuk|
GD|Grenada|Grenadian,Grenadians|St. George's|
GT|Guatemala|Guatemalan,Guatemalans|Guatemala City|
GN|Guinea|Guinean,Guineans|Conakry|
GW|Guinea-Bissau|Bissau-Guinean|Bissau|
GY|Guyana|Guyanese|Georgetown|
HT|Haiti|Haitian,Haitians|Port-au-Prince|
HN|Honduras|Honduran,Hondurans|Tegucigalpa|
HK|Hong Kong|Hong Konger,Hong Kongers,Hongkonger|Hong Kong|
HU|Hungary|Hungarian,Hungarians|Budapest|
IS|Iceland|Icelandic,Icelander,Icelanders|Reykjavik,Reykjavík|
IN|India|Indian,Indians|New Delhi|
ID|Indonesia|Indonesian,Indonesians|Jakarta|
IR|Iran|Iranian,Iranians|Tehran,Teheran|Islamic Republic of Iran,Islamic Republic
IQ|Iraq|Iraqi,Iraqis|Baghdad|
IE|Ireland|Irish,Irishman,Irishmen,Irishwoman|Dublin|Republic of Ireland
IL|Israel|Israeli,Israelis|Jerusalem|
IT|Italy|Italian,Italians|Rome|
JM|Jamaica|Jamaican,Jamaicans|Kingston|
JP|Japan|Japanese|Tokyo|
JO|Jordan|Jordanian,Jordanians|Amman|
KZ|Kazakhstan|Kazakh,Kazakhs,Kazakhstani|Astana|
KE|Kenya|Kenyan,Kenyans|Nairobi|
KI|Kiribati|I-Kiribati|Tarawa|
XK|Kosovo|Kosovar,Kosovars,Kosovan,Kosovans|Pristina|
KW|Kuwait|Kuwaiti,Kuwaitis|Kuwait City|
KG|Kyrgyzstan|Kyrgyz,Kyrgyzstani|Bishkek|
LA|Laos|Laotian,Laotians,Lao|Vientiane|
LV|Latvia|Latvian,Latvians|Riga|
LB|Lebanon|Lebanese|Beirut|
LS|Lesotho|Basotho,Mosotho|Maseru|
LR|Liberia|Liberian,Liberians|Monrovia|
LY|Libya|Libyan,Libyans|Tripoli|
LI|Liechtenstein|Liechtensteiner|Vaduz|
LT|Lithuania|Lithuanian,Lithuanians|Vilnius|
LU|Luxembourg|Luxembourgish,Luxembourger,Luxembourgers|Luxembourg|
MG|Madagascar|Malagasy,Madagascan|Antananarivo|
MW|Malawi|Malawian,Malawians|Lilongwe|
MY|Malaysia|Malaysian,Malaysians|Kuala Lumpur|
MV|Maldives|Maldivian,Maldivians|Malé|
ML|Mali|Malian,Malians|Bamako|
MT|Malta|Maltese|Valletta|
MH|Marshall Islands|Marshallese|Majuro|
MR|Mauritania|Mauritanian,Mauritanians|Nouakchott|
MU|Mauritius|Mauritian,Mauritians|Port Louis|
MX|Mexico|Mexican,Mexicans|Mexico City|
FM|Micronesia|Micronesian,Micronesians|Palikir|
MD|Moldova|Moldovan,Moldovans|Chișinău,Chisinau|
MC|Monaco|Monegasque,Monégasque|Monaco|
MN|Mongolia|Mongolian,Mongolians|Ulaanbaatar,Ulan Bator|
ME|Montenegro|Montenegrin,Montenegrins|Podgorica|
MA|Morocco|Moroccan,Moroccans|Rabat|
MZ|Mozambique|Mozambican,Mozambicans|Maputo|
MM|Myanmar|Burmese|Naypyidaw,Naypyitaw|Burma
NA|Namibia|Namibian,Namibians|Windhoek|
NR|Nauru|Nauruan,Nauruans|Yaren|
NP|Nepal|Nepalese,Nepali,Nepalis|Kathmandu|
NL|Netherlands|Dutch,Dutchman,Dutchmen,Dutchwoman|Amsterdam|Holland
NZ|New Zealand|New Zealander,New Zealanders,Kiwi,Kiwis|Wellington|
NI|Nicaragua|Nicaraguan,Nicaraguans|Managua|
NE|Niger|Nigerien,Nigeriens|Niamey|
NG|Nigeria|Nigerian,Nigerians|Abuja|
KP|North Korea|North Korean,North Koreans|Pyongyang|DPRK
MK|North Macedonia|Macedonian,Macedonians,North Macedonian|Skopje|Macedonia
NO|Norway|Norwegian,Norwegians|Oslo|
OM|Oman|Omani,Omanis|Muscat|
PK|Pakistan|Pakistani,Pakistanis|Islamabad|
PW|Palau|Palauan,Palauans|Ngerulmud|
PS|Palestine|Palestinian,Palestinians|Ramallah|Palestinian territories
PA|Panama|Panamanian,Panamanians|Panama City|
PG|Papua New Guinea|Papua New Guinean,Papuan,Papuans|Port Moresby|PNG
PY|Paraguay|Paraguayan,Paraguayans|Asunción,Asuncion|
PE|Peru|Peruvian,Peruvians|Lima|
PH|Philippines|Filipino,Filipinos,Filipina,Philippine|Manila|
PL|Poland|Polish,Pole,Poles|Warsaw|
PT|Portugal|Portuguese|Lisbon|
PR|Puerto Rico|Puerto Rican,Puerto Ricans|San Juan|
QA|Qatar|Qatari,Qataris|Doha|
RO|Romania|Romanian,Romanians|Bucharest|
RU|Russia|Russian,Russians|Moscow|Russian Federation
RW|Rwanda|Rwandan,Rwandans|Kigali|
KN|Saint Kitts and Nevis|Kittitian,Nevisian|Basseterre|St Kitts and Nevis,St. Kitts and Nevis
LC|Saint Lucia|Saint Lucian,St Lucian|Castries|St Lucia,St. Lucia
VC|Saint Vincent and the Grenadines|Vincentian|Kingstown|St Vincent and the Grenadines,St. Vincent and the Grenadines
WS|Samoa|Samoan,Samoans|Apia|
SM|San Marino|Sammarinese|San Marino|
ST|São Tomé and Príncipe|Sao Tomean|São Tomé|Sao Tome and Principe
SA|Saudi Arabia|Saudi,Saudis,Saudi Arabian|Riyadh|Kingdom of Saudi Arabia
SN|Senegal|Senegalese|Dakar|
RS|Serbia|Serbian,Serbians,Serb,Serbs|Belgrade|
SC|Seychelles|Seychellois|Victoria|
SL|Sierra Leone|Sierra Leonean,Sierra Leoneans|Freetown|
SG|Singapore|Singaporean,Singaporeans|Singapore|
SK|Slovakia|Slovak,Slovaks,Slovakian|Bratislava|
SI|Slovenia|Slovenian,Slovenians,Slovene,Slovenes|Ljubljana|
SB|Solomon Islands|Solomon Islander,Solomon Islanders|Honiara|
SO|Somalia|Somali,Somalis|Mogadishu|
ZA|South Africa|South African,South Africans|Pretoria|
KR|South Korea|South Korean,South Koreans|Seoul|Republic of Korea
SS|South Sudan|South Sudanese|Juba|
ES|Spain|Spanish,Spaniard,Spaniards|Madrid|
LK|Sri Lanka|Sri Lankan,Sri Lankans|Colombo|
SD|Sudan|Sudanese|Khartoum|
SR|Suriname|Surinamese|Paramaribo|
SE|Sweden|Swedish,Swede,Swedes|Stockholm|
CH|Switzerland|Swiss|Bern|
SY|Syria|Syrian,Syrians|Damascus|
TW|Taiwan|Taiwanese|Taipei|
TJ|Tajikistan|Tajik,Tajiks,Tajikistani|Dushanbe|
TZ|Tanzania|Tanzanian,Tanzanians|Dodoma|
TH|Thailand|Thai,Thais|Bangkok|
TL|East Timor|Timorese,East Timorese|Dili|Timor-Leste
TG|Togo|Togolese|Lomé,Lome|
TO|Tonga|Tongan,Tongans|Nuku'alofa|
TT|Trinidad and Tobago|Trinidadian,Trinidadians,Tobagonian|Port of Spain|Trinidad
TN|Tunisia|Tunisian,Tunisians|Tunis|
TR|Turkey|Turkish,Turk,Turks|Ankara|Türkiye,Turkiye
TM|Turkmenistan|Turkmen,Turkmens|Ashgabat|
TV|Tuvalu|Tuvaluan,Tuvaluans|Funafuti|
UG|Uganda|Ugandan,Ugandans|Kampala|
UA|Ukraine|Ukrainian,Ukrainians|Kyiv,Kiev|
AE|United Arab Emirates|Emirati,Emiratis|Abu Dhabi|UAE,U.A.E.,Emirates
GB|United Kingdom|British,Briton,Britons,Brit,Brits|London|UK,U.K.,Britain,Great Britain
US|United States|American,Americans|Washington,Washington D.C.,Washington DC|US,U.S.,USA,U.S.A.,United States of America,America
UY|Uruguay|Uruguayan,Uruguayans|Montevideo|
UZ|Uzbekistan|Uzbek,Uzbeks,Uzbekistani|Tashkent|
VU|Vanuatu|Ni-Vanuatu,Vanuatuan|Port Vila|
VA|Vatican City|Vatican|Vatican City|Vatican,Holy See
VE|Venezuela|Venezuelan,Venezuelans|Caracas|
VN|Vietnam|Vietnamese|Hanoi|Viet Nam
EH|Western Sahara|Sahrawi,Sahrawis|Laayoune|
YE|Yemen|Yemeni,Yemenis|Sanaa,Sana'a|
ZM|Zambia|Zambian,Zambians|Lusaka|
ZW|Zimbabwe|Zimbabwean,Zimbabweans|Harare|
`;

/**
 * The countries of the world, with a few territories that news treats as countries.
 * Codes after ISO 3166-1; names, demonyms and capitals as English-language agencies write them.
 */
export const COUNTRIES: readonly Country[] = ROWS.trim()
  .split('\n')
  .map((row) => {
    const [code = '', name = '', demonyms = '', capitals = '', aliases = ''] = row.split('|');
    const list = (cell: string): string[] => (cell === '' ? [] : cell.split(','));
    return { code, name, demonyms: list(demonyms), capitals: list(capitals), aliases: list(aliases) };
  });
