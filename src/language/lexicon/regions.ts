/** A part of a country, or of the world, that is no city and no country. */
export interface Region {
  readonly name: string;
  /** ISO 3166-1 alpha-2 of the country it lies in; null for what spans several, or is disputed. */
  readonly code: string | null;
  readonly kind: 'REGION' | 'NATURAL';
  readonly aliases: readonly string[];
}

/**
 * First column: country, `-` for none, `~` before it for natural features. Then names, separated by commas; aliases of one
 * follow it after `=`.
 */
const ROWS = `
US|Wall Street,Capitol Hill,Guantanamo Bay=Guantánamo,Alabama=Ala.,Alaska,Arizona=Ariz.,Arkansas=Ark.,California=Calif.,Colorado=Colo.,Connecticut=Conn.,Delaware=Del.,Florida=Fla.,Georgia=Ga.,Hawaii,Idaho,Illinois=Ill.,Indiana=Ind.,Iowa,Kansas=Kan.,Kentucky=Ky.,Louisiana=La.,Maine,Maryland=Md.,Massachusetts=Mass.,Michigan=Mich.,Minnesota=Minn.,Mississippi=Miss.,Missouri=Mo.,Montana=Mont.,Nebraska=Neb.,Nevada=Nev.,New Hampshire=N.H.,New Jersey=N.J.,New Mexico=N.M.,New York State=N.Y.,North Carolina=N.C.,North Dakota=N.D.,Ohio,Oklahoma=Okla.,Oregon=Ore.,Pennsylvania=Pa.,Rhode Island=R.I.,South Carolina=S.C.,South Dakota=S.D.,Tennessee=Tenn.,Texas,Utah,Vermont=Vt.,Virginia=Va.,Washington State,West Virginia=W.Va.,Wisconsin=Wis.,Wyoming=Wyo.,District of Columbia=D.C.,New England,Midwest,Silicon Valley,Deep South,Long Island,Cape Cod,Bay Area,Napa Valley,Appalachia
CA|Ontario,Quebec=Québec,British Columbia=B.C.,Alberta,Manitoba,Saskatchewan,Nova Scotia,New Brunswick,Newfoundland,Labrador,Prince Edward Island,Yukon,Nunavut
GB|England,Scotland,Wales,Northern Ireland,Ulster,Yorkshire,Cornwall,Devon,Kent,Surrey,Essex,Sussex,Norfolk,Suffolk,Lancashire,Cumbria,Merseyside,Greater Manchester,West Midlands,Midlands,Tyneside,Somerset,Dorset,Hampshire,Lincolnshire,Derbyshire,Northumberland,Isle of Wight
AU|New South Wales=NSW,Victoria,Queensland,South Australia,Western Australia,Tasmania,Northern Territory
DE|Bavaria,Saxony,Thuringia,Hesse,Brandenburg,Lower Saxony,North Rhine-Westphalia,Baden-Württemberg,Saxony-Anhalt,Saarland,Rhineland
FR|Brittany,Normandy,Provence,Alsace,Corsica,Burgundy,Aquitaine,Occitanie,Riviera
ES|Catalonia,Andalusia,Galicia,Basque Country,Valencia,Canary Islands,Balearic Islands,Majorca,Castile
IT|Sicily,Sardinia,Tuscany,Lombardy,Veneto,Piedmont,Calabria,Apulia,Umbria,South Tyrol
RU|Chechnya,Dagestan,Siberia,Tatarstan,Ingushetia,Belgorod region,Kursk region,Bryansk region,Kaliningrad,Yakutia,Far East,North Caucasus
UA|Crimea,Donbas=Donbass,Donetsk region,Luhansk,Kharkiv region,Kherson region,Zaporizhzhia region,Transcarpathia
CN|Xinjiang,Tibet,Guangdong,Sichuan,Hubei,Hunan,Inner Mongolia,Yunnan,Fujian,Zhejiang,Jiangsu,Shandong,Hebei,Henan,Gansu,Qinghai,Hainan
IN|Punjab,Gujarat,Kerala,Tamil Nadu,Uttar Pradesh,Bihar,West Bengal,Assam,Manipur,Rajasthan,Maharashtra,Karnataka,Telangana,Andhra Pradesh,Jharkhand,Odisha,Goa,Nagaland,Chhattisgarh,Haryana,Himachal Pradesh,Madhya Pradesh
PK|Sindh,Balochistan,Khyber Pakhtunkhwa,Waziristan,North Waziristan,South Waziristan,Gilgit-Baltistan
AF|Helmand,Kunduz province,Nangarhar,Kandahar province,Panjshir
IQ|Anbar,Nineveh,Diyala,Kirkuk province,Iraqi Kurdistan
SY|Idlib province,Rojava,Eastern Ghouta
IL|Galilee,Negev
PS|Gaza=Gaza Strip,West Bank,East Jerusalem
ET|Tigray,Oromia,Amhara,Ogaden
SD|Darfur,North Darfur,South Darfur,Kordofan,Blue Nile state
NG|Borno,Kaduna state,Rivers State,Niger Delta,Lagos State,Plateau State,Zamfara
CD|North Kivu,South Kivu,Ituri,Kivu,Katanga
SO|Puntland,Somaliland,Jubaland
ZA|Gauteng,KwaZulu-Natal,Western Cape,Eastern Cape,Limpopo
MX|Chiapas,Oaxaca,Sinaloa,Jalisco,Guerrero,Michoacán,Yucatán,Baja California,Chihuahua,Sonora,Tamaulipas,Nuevo León
BR|Amazonas,Bahia,Minas Gerais,Rio Grande do Sul,Paraná,Pernambuco,Mato Grosso
AR|Patagonia,Córdoba province
MM|Rakhine,Shan State,Kachin,Sagaing
ID|Java,Sumatra,Bali,Papua,Aceh,Sulawesi,Borneo,Lombok
PH|Mindanao,Luzon,Visayas,Leyte,Palawan
JP|Hokkaido,Okinawa,Honshu,Kyushu,Fukushima Prefecture
TR|Anatolia,Thrace
GE|Abkhazia,South Ossetia
AZ|Nagorno-Karabakh=Karabakh,Nakhchivan
MD|Transnistria,Gagauzia
BA|Republika Srpska
BE|Flanders,Wallonia
NL|Brabant,Limburg,Friesland
GR|Crete,Lesbos,Rhodes,Corfu,Lesvos
PT|Azores,Madeira,Algarve
NO|Svalbard
DK|Faroe Islands,Jutland
ES|Ibiza,Tenerife
-|Soviet Union=USSR=U.S.S.R.,Yugoslavia,Czechoslovakia,East Germany,West Germany,Persia,Middle East,Near East,Balkans,Western Balkans,Caucasus,South Caucasus,Baltics,Baltic states,Scandinavia,Central Asia,South Asia,Southeast Asia,East Asia,Central America,Latin America,South America,North America,Caribbean,Africa,Asia,Europe,Eurasia,Oceania,Antarctica,Arctic,Sahel,Maghreb,Horn of Africa,West Africa,East Africa,Southern Africa,North Africa,Central Africa,Sub-Saharan Africa,Gulf,Persian Gulf,Levant,Kurdistan,Kashmir,Indo-Pacific,Asia-Pacific,Asia Pacific,Western Europe,Eastern Europe,Central Europe,Northern Europe,Southern Europe,West Indies,Polynesia,Melanesia,Golan Heights,Korean Peninsula,Arabian Peninsula,Sinai,Benelux,Amazon,Western Hemisphere,the West,Global South
~-|Black Sea,Red Sea,Mediterranean=Mediterranean Sea,Baltic Sea,North Sea,Caspian Sea,South China Sea,East China Sea,Yellow Sea,Aegean=Aegean Sea,Adriatic=Adriatic Sea,Dead Sea,Arabian Sea,Atlantic=Atlantic Ocean,Pacific=Pacific Ocean,Indian Ocean,Arctic Ocean,Gulf of Mexico,Gulf of Aden,Strait of Hormuz,Taiwan Strait,English Channel,Suez Canal,Panama Canal,Bosphorus,Danube,Rhine,Nile,Euphrates,Tigris,Mekong,Ganges,Indus,Volga,Dnipro=Dnieper,Amazon River,Congo River,Mississippi River,Rio Grande,Colorado River,Thames,Seine,Yangtze,Himalayas,Alps,Andes,Pyrenees,Carpathians,Urals,Rocky Mountains=Rockies,Sahara,Mount Everest=Everest,Kilimanjaro,Mount Etna=Etna,Vesuvius,Lake Victoria,Great Lakes,Lake Michigan,Lake Chad,Great Barrier Reef,Strait of Gibraltar,Bay of Bengal,Caribbean Sea,Sea of Japan,Sea of Azov
`;

/**
 * States, provinces, islands and world regions that news names often, and the larger natural features. Names as
 * English-language agencies write them.
 */
export const REGIONS: readonly Region[] = ROWS.trim()
  .split('\n')
  .flatMap((row) => {
    const [country = '', names = ''] = row.split('|');
    const code = country.replace('~', '');
    return names.split(',').map((entry) => {
      const [name = '', ...aliases] = entry.split('=');
      return {
        name,
        code: code === '-' ? null : code,
        kind: country.startsWith('~') ? ('NATURAL' as const) : ('REGION' as const),
        aliases,
      };
    });
  });
