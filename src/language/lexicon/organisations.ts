/** What sort of organisation it is. */
export type KnownOrganisationKind = 'MEDIA' | 'COMPANY' | 'INTERNATIONAL' | 'COURT' | 'ARMED_GROUP' | 'PARTY' | 'GOVERNMENT' | 'POLICE' | 'MILITARY' | 'NGO' | 'UNIVERSITY' | 'CLUB' | 'UNION';

/** Organisations that news names without saying what they are, by kind; `Name=ACRONYM` where both are used. */
const ROWS: readonly (readonly [KnownOrganisationKind, string])[] = [
  ['MEDIA', `Reuters, Associated Press=AP, Agence France-Presse=AFP, Bloomberg, Interfax, TASS, RIA Novosti, Xinhua, IRNA, ISNA, Tasnim, Anadolu, Kyodo, Yonhap, Al Jazeera, Al Arabiya, BBC, CNN, NBC, NBC News, ABC News, CBS, CBS News, MSNBC, CNBC,
    Fox News, PBS, NPR, Sky News, ITV, Channel 4, New York Times, Washington Post, Wall Street Journal, Los Angeles Times, USA Today, Boston Globe, Chicago Tribune, Miami Herald, Guardian, Financial Times, Daily Telegraph, Daily Mail,
    Economist, Le Monde, Le Figaro, Der Spiegel, Die Zeit, El País, El Pais, La Repubblica, Corriere della Sera, Haaretz, Jerusalem Post, Times of India, Hindu, Dawn, South China Morning Post, Global Times, Asahi Shimbun, Nikkei, Politico,
    BuzzFeed, Huffington Post, HuffPost, Breitbart, Breitbart News, Axios, Vox, Slate, Salon, Newsweek, Time Magazine, Vanity Fair, New Yorker, Rolling Stone, National Review, Weekly Standard, Daily Beast, Daily Caller, Univision, Telemundo,
    Deutsche Welle, Radio Free Europe, Voice of America, Ukrinform, Kommersant, Izvestia, Novaya Gazeta, Meduza, Press TV, Fars, Sputnik, ProPublica, UPI, Press Association, ANSA, EFE, dpa`],
  ['COMPANY', `Google, Apple, Microsoft, Amazon, Facebook, Meta, Twitter, YouTube, Instagram, WhatsApp, TikTok, ByteDance, Netflix, Tesla, SpaceX, Uber, Lyft, Airbnb, Boeing, Airbus, Lockheed Martin, Raytheon, ExxonMobil, Chevron, Shell, BP, TotalEnergies,
    Gazprom, Rosneft, Lukoil, Saudi Aramco, Goldman Sachs, JPMorgan, JPMorgan Chase, Morgan Stanley, Citigroup, Bank of America, Wells Fargo, HSBC, Barclays, Deutsche Bank, UBS, Credit Suisse, BNP Paribas, Walmart, Target, Costco, Nike, Adidas,
    Volkswagen, BMW, Mercedes-Benz, Toyota, Honda, Nissan, Hyundai, Samsung, Sony, Huawei, Alibaba, Tencent, Intel, Nvidia, IBM, Oracle, Pfizer, Moderna, AstraZeneca, Novartis, Roche, Bayer, Siemens, Nestlé, Unilever, Coca-Cola, PepsiCo, McDonald's,
    Starbucks, Disney, Comcast, AT&T, Verizon, Vodafone, Ford, General Motors=GM, General Electric=GE, Lehman Brothers, Enron, Mozilla, Yahoo, eBay, PayPal, OpenAI, Reddit, Snapchat, LinkedIn, Rolls-Royce, Ryanair, Lufthansa, Air France`],
  ['INTERNATIONAL', `United Nations=UN, U.N., European Union=EU, E.U., NATO, African Union=AU, Arab League, ASEAN, BRICS, G7, G20, OPEC, OPEC+, World Bank, International Monetary Fund=IMF, World Trade Organization=WTO, World Health Organization=WHO, UNICEF, UNESCO, UNHCR,
    World Food Programme=WFP, International Atomic Energy Agency=IAEA, ECOWAS, Mercosur, OSCE, OECD, Interpol, European Commission, European Parliament, European Council, Council of Europe, Security Council, General Assembly, Commonwealth, OPCW, UNRWA, FIFA, UEFA`],
  ['COURT', 'International Criminal Court=ICC, International Court of Justice=ICJ, European Court of Human Rights, European Court of Justice, Supreme Court, High Court, Court of Appeal, Constitutional Court'],
  ['ARMED_GROUP', `Hamas, Hezbollah, Taliban, Islamic State=ISIS, ISIL, al-Qaeda, Al-Qaeda, al-Qaida, Al-Qaida, al-Shabab, al-Shabaab, Al-Shabaab, Boko Haram, Houthis, PKK, FARC, Wagner, Wagner Group, Islamic Jihad, Lashkar-e-Taiba, Jaish-e-Mohammed, LTTE, IRA, ETA, M23`],
  ['PARTY', `Republican Party, Democratic Party, Democratic National Committee=DNC, Republican National Committee=RNC, GOP, Labour, Labour Party, Conservative Party, Liberal Democrats, Lib Dems, Tories, Scottish National Party=SNP, Sinn Fein, Sinn Féin, Likud, Fatah,
    Muslim Brotherhood, African National Congress=ANC, Bharatiya Janata Party=BJP, Congress Party, Communist Party, Christian Democratic Union=CDU, Social Democratic Party=SPD, Alternative for Germany=AfD, National Rally, National Front, Fidesz, Syriza, Podemos, Vox, United Russia, Green Party, UKIP`],
  ['GOVERNMENT', `White House, Kremlin, Downing Street, State Department, Pentagon, Justice Department, Department of Justice, Department of Defense, Department of Homeland Security, Treasury, Treasury Department, Senate, House of Representatives, Congress, House of Commons,
    House of Lords, Parliament, Bundestag, Knesset, Duma, State Duma, Élysée, Elysee, Foreign Ministry, Defence Ministry, Defense Ministry, Interior Ministry, Health Ministry, Finance Ministry, Foreign Office, Home Office, Federal Reserve, Bank of England, European Central Bank=ECB,
    CIA, NSA, NASA, FDA, CDC, EPA, FEMA, IRS, SEC, FCC, FTC, TSA, MI5, MI6, Mossad, Shin Bet, KGB, FSB, GRU, Politburo, Loya Jirga, NHS, Ofcom, Environment Agency, Met Office`],
  ['POLICE', 'FBI, Scotland Yard, Metropolitan Police, Crown Prosecution Service=CPS, Europol, DEA, ATF, Secret Service, Border Patrol, LAPD, NYPD'],
  ['MILITARY', `Islamic Revolutionary Guard Corps=IRGC, Revolutionary Guards, Revolutionary Guard, Red Army, Royal Navy, Royal Air Force=RAF, US Army, US Navy, U.S. Army, U.S. Navy, U.S. Air Force, Marine Corps, Coast Guard, National Guard, People's Liberation Army=PLA, IDF, Israel Defense Forces, Rapid Support Forces=RSF, Central Command`],
  ['NGO', `Amnesty International, Human Rights Watch, Red Cross, International Committee of the Red Cross=ICRC, Red Crescent, Doctors Without Borders, Médecins Sans Frontières=MSF, Oxfam, Greenpeace, Save the Children, Transparency International, American Civil Liberties Union=ACLU, NAACP,
    National Rifle Association=NRA, Planned Parenthood, Sierra Club, Brookings Institution, Chatham House, Clinton Foundation, Gates Foundation, Heritage Foundation, Cato Institute, WikiLeaks, Reporters Without Borders, Pew Research Center`],
  ['UNIVERSITY', 'Harvard, Harvard University, Yale, Yale University, Stanford, Stanford University, Princeton, Princeton University, Columbia University, Oxford University, Cambridge University, MIT, UCLA, University of Oxford, University of Cambridge, Imperial College London, London School of Economics, Johns Hopkins University, Georgetown University'],
  ['CLUB', `Manchester United, Manchester City, Liverpool FC, Arsenal, Chelsea, Tottenham, Tottenham Hotspur, Everton, Real Madrid, FC Barcelona, Bayern Munich, Juventus, AC Milan, Inter Milan, Paris Saint-Germain=PSG, Ajax, NBA, NFL, NHL, MLB, Premier League, New York Yankees, Boston Red Sox,
    Los Angeles Lakers, Golden State Warriors, Dallas Cowboys, New England Patriots`],
];

/** The kinds of well-known organisations, by every name they go by. */
export const ORGANISATIONS: ReadonlyMap<string, KnownOrganisationKind> = new Map(
  ROWS.flatMap(([kind, names]) =>
    names
      .split(',')
      .flatMap((entry) => entry.trim().split('='))
      .map((name) => [name.replace(/\s+/g, ' '), kind] as const),
  ),
);
