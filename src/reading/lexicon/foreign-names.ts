const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/**
 * Words that open the names of organisations in other languages and those of their like in English (`Telecom Namibia`,
 * `Banco Andino`, `Dagbladet Nord`), with their capital.
 */
export const FOREIGN_OPENINGS = words(`
TV Telecom Telekom Telefónica Telecomunicaciones Banco Banca Banque Bancolombia Radio Rádio Televisión Televisão Télévision Grupo Gruppo Groupe Grupa Compañía Companhia Compagnie Compagnia Instituto Istituto Institut
Universidad Universidade Université Università Universität Universitatea Partido Partito Parti Partia Partij Partei Superintendencia Editora Editions Éditions Cervecería Cervejaria Aerolíneas Aerolineas Petróleos Ministerio
Ministério Ministère Ministero Secretaría Comisión Comissão Commissione Consejo Conselho Conseil Consiglio Asamblea Assembleia Assemblée Fundación Fundação Fondation Fondazione Fundacja Asociación Associação Association Associazione
Sindicato Sindacato Syndicat Confederación Confederação Confédération Confederazione Federación Federação Fédération Federazione Colegio Colégio Liceo Lycée Clínica Clinique Ospedale Policía Polícia Diario Diário Dagbladet
Gazeta Gazzetta Corriere Correo Correio Jornal Giornale Periódico Folha Nasha Novaya Hospodarske Nepszava Liga Ligue Club Clube Deportivo Desportivo Sportivo Sporting Atlético Atletico Athletic Independiente Real Racing
Dinamo Dynamo Lokomotiv Spartak Maccabi Hapoel Partizan Olympique Borussia Eintracht Hertha Fortuna Estudiantes Universitario Sociedad Sociedade Société Società Empresa Entreprise Kombinat Zavod Sberbank Sparebank
Sparekasse Norges Svenska Danske Deutsche Österreichische Schweizer Nederlandse Koninklijke
`);

/**
 * Words that close the names of papers, banks and institutions in other languages (`Laisvas Rytas`, `Nikkan Keizai`),
 * with their capital.
 */
export const FOREIGN_ENDINGS = words(`
Rytas Noviny Novine Novosti Listy Lapok Hírlap Szabadság Zeitung Nachrichten Anzeiger Tagblatt Tageblatt Rundschau Tidende Tidning Tidningen Bladet Avisen Posten Shimbun Keizai Sanomat Postimees Vedomosti Vestnik Vesti Gazeta
Wyborcza Dnevnik Bankas Banken Folkebank Sparebank Bankasi Bankası Sberbank Partisi Partiet Stranka Sejm Filmi Yliopisto Universitet Universitetet Universiteti Forlag Verlag Versicherung Werke Stahl
`);

/** Those of them that clubs' names open with before the name of their town, which they go by. */
export const CLUB_OPENINGS = words('Atlético Atletico Athletic Independiente Real Sporting Deportivo Dinamo Dynamo Lokomotiv Racing Spartak Maccabi Hapoel Partizan Olympique Borussia Eintracht Hertha Fortuna Estudiantes CSKA FC AC');
