/*
 * Words that many companies bear. They tell little of who it is, and each in its own measure: an article nothing, `Group` hardly anything,
 * `Hospitality` what it does. A class for each, and what is said of the class is said in rules.ts. First stands the word that the others are read as.
 */

/** Left out unless nothing else is there. */
export const fillers = new Set((
  'the a an and und et y e i og och en oder or of de du des d l la le les el los las di del della dei delle da do dos das van vander vande vanden der den het de te ter ten von zu zum zur fur for voor pour per '
  + 'im in a al at by on to with mit aan op sur sous aux au na i z w s o u ja ve as its dba').split(' '));

/** Says nothing of the trade: size, standing, form of a group, works. */
export const generalWords = words(`
  group groupe gruppe grupo gruppo groep grupa gruppen gruppa kontsern konzern concern grp
  holding holdings hldg hldgs hld beteiligungs beteiligung beteiligungen beteiligungsgesellschaft participations participacoes participaciones partecipazioni deelnemingen
  international internationale internationales internacional internazionale internazional internationaal intl int internatl internl mezhdunarodnaya
  national nationale nacional nazionale nationaal natl
  global globale worldwide world mondial
  royal koninklijke koninklijk konigliche konigl royale real kongelige kungliga
  company compagnie companhia compania compagnia companie kompania kompaniya cie comp maatschappij mij maatschappy
  corporation corporacion corporate corporacao korporatsiya korporacja
  industries industry industrie industrien industria industrias industriale industriel industriell industrial inds ind
  enterprises enterprise entreprise entreprises empresa empresas impresa unternehmen unternehmung ent
  products product produkte produits productos prodotti produkter producten prods
  manufacturing mfg manufacturers manufacturer manufacture manuf manufacturas mfrs
  works werke werk werken fabriken fabrik fabrieken fabriek fabriks fabrique fabrica fabbrica fabriker verk zavod zavody factory factories
  brothers bros gebruder gebr gebroeders freres hermanos fratelli irmaos broderna
  sons sohne zonen fils hijos figli sohn son filhos soner
  associates assoc associated associes
  united vereinigte verenigde unis unie unidos riuniti vereinigung
  subsidiary branch filiale sucursal succursale niederlassung vestiging zweigniederlassung
  operations operating ops
  firm trading handels handel handelsgesellschaft handelsmaatschappij commerce comercial commercial commerciale
  central centrale zentral zentrale
  new neue nuova nouvelle nueva nieuwe novo nova nouveau
  verwaltungs verwaltung verwaltungsgesellschaft management mgmt mngt mgt
  vertriebs vertrieb vertriebsgesellschaft sales
  worldwide
  business geschafts businesses`);

/** Says what makes a thing, broadly: half of industry bears one of these, and a company drops and adds them. */
export const technicalWords = words(`
  electronics electronic elektronik elektronika electronica elettronica electronique electroniques elektronische elektroniks electronische
  electric electrical electrics elektro elektrik elektrische elettrica electrique electro elektrotechnik elec
  technology technologies technologie technologia tecnologia tecnologie teknologi tech technologys tekhnologii technologien techs
  technical technik technique techniques tecnica tecnicas techniek technische tekhnika technics
  systems system systeme systemes sistemas sistemi systemen sys sistem sistema
  engineering engineers engrg engr ingenieria ingenierie ingegneria ingenieur ingenieurs eng
  machines machine machinery maschinen maschinenbau maschinenfabrik machinen macchine maquinas maquinaria machinefabriek
  instruments instrument instrumenten instrumentation
  equipment equip ausrustung equipements equipos
  components component komponenten composants componentes
  devices device
  research researches forschung forschungs recherche recherches ricerche onderzoek
  development developments developpement entwicklung entwicklungs desarrollo sviluppo ontwikkeling devel dev`);

/** Says the trade: with another trade it is another company. */
export const tradeWords = words(`
  hospitality; hotel hotels; resort resorts; inn inns
  logistics logistic logistik logistique logistica logistiek; freight fracht; cargo; spedition; shipping
  transport transportation transports transporte trasporti transporten trans transportes
  airlines airline airways; air; aviation; aero; aerospace luftfahrt; aircraft
  bank banking banque banco banca banken; bancorp bancshares bankshares; sparkasse; savings
  insurance assurance assurances versicherung versicherungen versicherungs assicurazioni seguros verzekeringen; reinsurance
  finance financial financiera finanz finanziaria financiere finances fin financing
  capital kapital funding; fund funds fonds; equity; assets asset
  investment investments invest investissement investissements inversiones investimenti; investors; venture ventures
  realty; estate immobilien immobilier immobiliare inmobiliaria vastgoed; property properties
  consulting consultants consultancy consult consultores consulenza; beratung; advisory advisors
  solutions solution losungen soluciones soluzioni
  services service dienstleistungen servicios servizi diensten servis svcs svc
  software softwares; media medien medios; entertainment; pictures; studio studios; film films; music
  energy energie energia energies energetika; power; oil petroleum petrol petroleos petroli neft nafta; gas gaz; solar; wind; nuclear
  mining mines bergbau minera; minerals; steel stahl acier acciaio acero staal; metal metals metall metalle; metallurgy metallurgical
  chemicals chemical chemie chimie chimica quimica chem chemische chemisch
  pharmaceuticals pharmaceutical pharma pharm pharmaceutica farma farmaceutica pharmazeutische pharmaceutics pharmacal pharmaceutique
  biotechnology biotech; biosciences; bio; biologics; biopharma; science sciences scientific; medical medizin medicale; medicine medicines
  healthcare; health gesundheit sante; hospital hospitals krankenhaus; clinic clinics klinik; dental; diagnostics diagnostic; therapeutics; surgical
  food foods lebensmittel alimentos alimentari nahrungsmittel; nutrition; restaurant restaurants; beverage beverages; brewery brewing brauerei; bakery; dairy
  agriculture agricultural landwirtschaft; agro; farm farms; seed seeds; wine wines; winery; vineyard vineyards; weingut
  textile textiles textil tessile; apparel; fashion fashions; clothing; paper papier; pulp; packaging verpackung verpackungen emballage imballaggi
  printing print druck; press; publishing publishers verlag; plastics plastic kunststoff kunststoffe; rubber caoutchouc; glass glas verre vetro
  construction constructions bau costruzioni construccion construcciones bouw; building; builders; contractors; tiefbau; hochbau
  automotive automobile automobiles auto autos automobili; car cars; motor motors motoren moteurs motori motori
  tools tool werkzeuge; werkzeugbau; semiconductor semiconductors halbleiter; microelectronics microelectronic
  telecom telecommunications telecommunication telekom telecomunicaciones; communications communication; network networks; netzwerk; wireless; mobile; cable; broadband
  computer computers computing; data; digital; internet; online; web; cloud; security sicherheit seguridad
  education; university universitat universite universidad univ; institute institut instituto inst; school schools; college; academy
  foundation; trust; store stores; retail; supermarket supermarkets; market markets; shop shops; outlet; wholesale grosshandel
  marketing; advertising werbung; travel; tours; tourism; reisen; water wasser; environmental umwelt environment; waste; recycling
  heating; cooling; ventilation; plumbing; climate; lighting light licht; lamps; furniture mobel
  coatings coating; paints paint lacke farben; optics optical optik; design designs; partner partners; partnership
  intellectual; patent patents patente patentverwaltung; licensing; standards; supply supplies; rental; leasing; staffing; personnel
  sport sports; fitness; golf; cosmetics; beauty; toys; games gaming; diamond diamonds; jewelry jewellery; gold; silver
  marine maritime; offshore; rail railway railways railroad bahn; garden gardens; home homes; house; legal; law`);

/** Lands and continents, as names and as companies' names bend them. */
export const placeWords = words(`
  europe europa european europeenne europaische europese europeo euro europaea
  asia asian asien
  africa afrika african
  america americas amerika american amerique americana north_america
  latin
  pacific
  usa us uk
  nordic scandinavia
  benelux
  germany deutschland allemagne duitsland alemania germania deutsche deutscher german
  netherlands nederland nederlandsche nederlandse nederlands holland niederlande dutch hollandse hollandsche paysbas nl nederlanden
  france francaise francais frankreich french frankrijk francia
  belgium belgique belgie belgien belgian belge
  luxembourg luxemburg
  switzerland schweiz suisse svizzera swiss
  austria osterreich autriche austrian oesterreich osterreichische
  italy italia italiana italiano italie italien italian
  spain espana espanola espagne spanien spanish
  portugal portuguesa
  britain british gb england english scotland wales
  ireland irish irland eire
  denmark danmark danske dansk danish
  sweden sverige svenska swedish schweden
  norway norge norsk norske norwegian norwegen
  finland suomi suomen finnish
  iceland island
  poland polska polskie polish polen
  czech ceska cesko bohemia
  slovakia slovensko
  hungary magyarorszag magyar ungarn hungarian
  romania romana rumanien
  bulgaria
  greece hellas hellenic griechenland
  turkey turkiye turk
  russia rossiya russian rus russland
  ukraine ukraina
  estonia eesti
  latvia latvija
  lithuania lietuva
  croatia hrvatska
  serbia srbija
  slovenia slovenija
  china chinese
  japan nippon nihon japanese
  korea korean
  taiwan
  india indian
  indonesia
  malaysia
  singapore
  thailand thai
  vietnam
  philippines
  australia australian australasia
  zealand
  canada canadian
  mexico mexicana
  brasil brazil brasileira
  argentina
  chile
  colombia
  peru
  israel
  egypt
  arabia arabian saudi emirates gulf uae
  dubai`);

/** Ends of compounds that make any word a description of a works or a society: Dutch, German and Scandinavian write them as one. */
export const compoundEnds = /.{3,}(fabriek|fabrieken|fabriken|fabrik|fabriker|werke|werken|maatschappij|gesellschaft|vennootschap|handel|handels|verwaltung|vertrieb|beteiligung|beteiligungen)$/;

/** Any spelling → the first of its group; groups end with a line or a semicolon. */
function words(lines: string): ReadonlyMap<string, string> {
  const read = new Map<string, string>();
  for (const line of lines.trim().split(/[\n;]/)) {
    const [first, ...others] = line.trim().split(' ');
    for (const word of [first!, ...others]) if (!read.has(word)) read.set(word, first!);
  }
  return read;
}
