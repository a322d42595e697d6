/**
 * Cities that English-language news knows by other names than GeoNames: country, GeoNames' name without accents, then
 * the names in the news. Articles (`Al `) and apostrophes are left out without being told here.
 */
const ROWS = `
US|New York City=New York,NYC,N.Y.C.
US|Los Angeles=L.A.
US|Washington=Washington DC,Washington D.C.
US|San Francisco=S.F.
DE|Frankfurt am Main=Frankfurt
DE|Nurnberg=Nuremberg
DE|Hannover=Hanover
DE|Braunschweig=Brunswick
BE|Antwerpen=Antwerp
BE|Gent=Ghent
BE|Brugge=Bruges
BE|Liege=Luik
SE|Goteborg=Gothenburg
ES|Sevilla=Seville
ES|Zaragoza=Saragossa
IE|Gaillimh=Galway
IE|Corcaigh=Cork
IE|Luimneach=Limerick
PT|Lisbon=Lisboa
IT|Livorno=Leghorn
IT|Siracusa=Syracuse
CH|Luzern=Lucerne
CH|Basel=Basle
FR|Strasbourg=Strassburg
FR|Lyon=Lyons
FR|Marseille=Marseilles
PL|Krakow=Cracow
RU|Groznyy=Grozny
RU|Kazan=Kazan’
RU|Nizhniy Novgorod=Nizhny Novgorod
RU|Vladikavkaz=Ordzhonikidze
RU|Belgorod=Bielgorod
RU|Saint Petersburg=Petersburg
RU|Yekaterinburg=Ekaterinburg
UA|Odessa=Odesa
UA|Zaporizhia=Zaporizhzhia,Zaporozhye,Zaporizhzhya
UA|Kharkiv=Kharkov
UA|Lviv=Lvov
UA|Donetsk=Donetsʹk
UA|Luhansk=Lugansk
UA|Dnipropetrovsk=Dnipro
UA|Avdiyivka=Avdiivka
UA|Mykolayiv=Mykolaiv
UA|Vinnytsya=Vinnytsia
UA|Chernihiv=Chernigov
UA|Bakhmut=Artemivsk
UA|Kramatorsk=Kramatorsk
UA|Ivano-Frankivsk=Ivano-Frankivs'k
GE|Sokhumi=Sukhumi
AZ|Xankandi=Stepanakert,Khankendi
AZ|Sumqayit=Sumgait
AZ|Ganja=Gandzha
XK|Mitrovice=Mitrovica
XK|Pristina=Prishtina
TR|Diyarbakir=Diyarbakir
TR|Sanliurfa=Urfa
TR|Gaziantep=Antep
PS|Gaza=Gaza City
PS|Khan Yunis=Khan Younis,Khan Yunus
PS|Janin=Jenin
PS|Ramallah=Ram Allah
SY|Ar Raqqah=Raqqa
SY|Dar'a=Daraa,Deraa
SY|Tadmur=Palmyra
SY|'Ayn al 'Arab=Kobani,Kobane
SY|Al Hasakah=Hasaka
SY|Al Qamishli=Qamishli
IQ|Al Fallujah=Falluja
IQ|Basrah=Basra
IQ|Samarra'=Samarra
IQ|As Sulaymaniyah=Sulaimaniya,Sulaymaniya,Sulaimaniyah
IQ|Ad Diwaniyah=Diwaniya
IQ|Al Hillah=Hilla
IQ|Al 'Amarah=Amara
IQ|Nasiriyah=Nassiriya,Nasiriya,Nassiriyah
IQ|Baqubah=Baquba
YE|Al Hudaydah=Hodeidah,Hudaydah,Hodeida
YE|Ma'rib=Marib
YE|Ta'izz=Taiz,Taizz
LY|Misratah=Misrata
LY|Darnah=Derna
LY|Banghazi=Benghazi
LY|Surt=Sirte
MM|Nay Pyi Taw=Naypyidaw,Naypyitaw
MM|Yangon=Rangoon
VN|Ho Chi Minh City=Saigon
IN|Mumbai=Bombay
IN|Kolkata=Calcutta
IN|Chennai=Madras
IN|Bengaluru=Bangalore
IN|Pune=Poona
IN|Varanasi=Benares
IN|Thiruvananthapuram=Trivandrum
IN|Kochi=Cochin
IN|Gurgaon=Gurugram
CN|Beijing=Peking
CN|Guangzhou=Canton
ET|Mek'ele=Mekelle,Mekele
MX|Juarez=Ciudad Juarez
IR|Natanz=Natanz
IR|Esfahan=Isfahan
IR|Bandar 'Abbas=Bandar Abbas
BA|Srebrenica=Srebrenica
ER|Asmara=Asmera
CI|Abidjan=Abijan
MZ|Maputo=Lourenco Marques
CD|Kisangani=Stanleyville
`;

/** The names in the news of a city, by its country and GeoNames' name in lower case without accents: `de|nurnberg`. */
export const EXONYMS: ReadonlyMap<string, readonly string[]> = new Map(
  ROWS.trim()
    .split('\n')
    .map((row) => {
      const [place = '', names = ''] = row.split('=');
      return [place.toLowerCase(), names.split(',')] as const;
    }),
);
