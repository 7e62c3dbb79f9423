/**
 * What people, companies and projects are called where. Stems and branches are put together at random, so that no name is a
 * real company's but by accident; places are real. In `company`, `{stem}` and `{branch}` are drawn anew each time.
 */
export interface Language {
  country: string;
  locale: string;
  given: string;
  family: string;
  stems: string;
  branches: string;
  company: string;
  cities: string;
  streets: string;
  dialling: string;
  /** Digits of a postal code, `#` each. */
  postal: string;
  /** Without one, projects bear English names. */
  projects?: string;
}

export const languages: readonly Language[] = [
  {
    country: 'DE', locale: 'de', dialling: '+49', postal: '#####',
    given: 'Anke Björn Carla Dörte Enno Frieda Gesa Hauke Imke Jörg Käthe Lars Merle Nils Ole Petra Ruth Sönke Thies Ute Wiebke Yasmin Zeynep',
    family: 'Ahrens Brüggemann Clausen Dähne Eggers Fröhlich Grünwald Hölscher Jessen Kröger Lüders Möller Oltmanns Petersen Quast Röhrs Schröder Thomsen Übel Voß Wöhler Yıldız',
    stems: 'Altenhorst Bruchbach Drostfeld Ehrenau Falkenrode Grauwald Hollenstedt Kreienmühl Lüdershain Moorbrück Nettelau Oelbach Querfurt Rönnefeld Sandhagen Tönnisrode Ulenhorst Wöhrden Brückner Döring Fährmann Größner Hüttel Jägermann Köhnke Mühlbach Süderau Westerhain',
    branches: 'Wassertechnik|Brauerei|Molkerei|Chemie|Stadtwerke|Anlagenbau|Papier|Zucker|Energie|Werft|Metallwerke|Pharma|Lacke|Abwasserverband|Getränke|Kalkwerke',
    company: '{stem} {branch} GmbH|{stem} {branch} KG|{stem} & Söhne {branch}|{branch} {stem} eG|{stem}er {branch} AG|{stem} {branch} GmbH & Co. KG',
    cities: 'Hamburg Kiel Lübeck Bremen Rostock Flensburg Oldenburg Hannover Schwerin Osnabrück Köln Münster Göttingen München Nürnberg Würzburg',
    streets: 'Am Hafen|Deichstraße|Mühlenweg|Industriestraße|Gewerbering|Alte Ziegelei|Süderstraße|An der Schleuse',
    projects: 'Umbau Linie {n}|Durchflussmessung Halle {n}|Druckmessung Kessel {n}|Neues Tanklager|Füllstand Silo {n}|Erweiterung Kläranlage|Ersatz Messstellen Werk {n}|Pumpwerk {n}|Dampfnetz Modernisierung|Abfüllung {n}: Nachrüstung|CIP-Anlage {n}|Rahmenvertrag Ersatzteile',
  },
  {
    country: 'AT', locale: 'de-AT', dialling: '+43', postal: '####', given: 'Agnes Florian Gernot Hannelore Ingrid Jakob Leopold Magdalena Reinhard Sepp Theresia',
    family: 'Auinger Brandstätter Egger Gruber Höllerer Kofler Mühlböck Pichler Rainer Schwaiger Wöss', stems: 'Achental Dürnbach Enzing Gschwend Hochreit Innfeld Leitental Mürzau Steyrbach Traunegg',
    branches: 'Wasserkraft|Brauerei|Holzwerke|Stahlbau|Molkerei|Papier|Energie|Anlagenbau', company: '{stem} {branch} GmbH|{stem}er {branch} AG|{branch} {stem} OG',
    cities: 'Linz Graz Salzburg Steyr Villach Bregenz Innsbruck Wels', streets: 'Werkstraße|Innufer|Bahnhofgürtel|Mühlgasse',
  },
  {
    country: 'CH', locale: 'de-CH', dialling: '+41', postal: '####', given: 'Beat Corinne Déborah Fabienne Luc Regula Reto Sandrine Ursin', family: 'Aebischer Bühler Chevalley Imhof Käslin Lüthi Rüegg Zürcher',
    stems: 'Aarwil Birsmatt Emmenau Glarnach Lindt-Hofer Rheintal Seebach Thurmatt', branches: 'Pharma|Käserei|Wasserwerke|Maschinen|Chemie|Aromen', company: '{stem} {branch} AG|{stem} {branch} SA|{branch} {stem} Sàrl',
    cities: 'Basel Winterthur Zug Lausanne Thun Olten Fribourg', streets: 'Industriestrasse|Seestrasse|Rue du Lac|Bahnhofplatz',
  },
  {
    country: 'SE', locale: 'sv', dialling: '+46', postal: '### ##', given: 'Åsa Björn Elin Göran Håkan Ingrid Kajsa Lennart Märta Örjan Sven Ylva', family: 'Ahlström Bäckman Dahlqvist Ekström Forsgren Hägglund Lindqvist Nyström Öberg Sjögren Wåhlin',
    stems: 'Björkfors Dalånger Fjällvik Grönhamn Hälleby Kvarnsjö Mörkö Norrhammar Silverån Västerby', branches: 'Bruk|Mejeri|Pappersbruk|Vatten|Energi|Bryggeri|Gruvor|Kemi', company: '{stem} {branch} AB|AB {stem} {branch}',
    cities: 'Göteborg Malmö Sundsvall Gävle Luleå Västerås Örebro Umeå', streets: 'Hamngatan|Bruksvägen|Norra Industrivägen|Kvarngatan',
    projects: 'Ombyggnad linje {n}|Flödesmätning pannhus {n}|Ny tankpark|Nivåmätning silo {n}|Pumpstation {n}|Utbyte av givare, hall {n}',
  },
  {
    country: 'DK', locale: 'da', dialling: '+45', postal: '####', given: 'Anders Birgitte Freja Jørgen Kirsten Mads Rasmus Søren Tove', family: 'Bjerregaard Damgaard Højgaard Kjær Lauritsen Mørch Nørgaard Østergaard Skov',
    stems: 'Bøgelund Fjordby Grønnehave Hvidsande Kærholm Møllebæk Nørrevang Strandø', branches: 'Mejeri|Bryggeri|Vandforsyning|Varmeværk|Fiskeindustri|Kemi', company: '{stem} {branch} A/S|{stem} {branch} ApS|{branch} {stem} A.m.b.a.',
    cities: 'Aarhus Odense Esbjerg Aalborg Kolding Horsens', streets: 'Havnegade|Møllevej|Industrivej|Søndergade',
  },
  {
    country: 'NO', locale: 'nb', dialling: '+47', postal: '####', given: 'Astrid Eirik Gunnhild Håvard Ingvild Øystein Sigrid Torbjørn', family: 'Aasen Bakke Dæhlie Fjeld Haugerud Kvåle Nygård Østby Strøm',
    stems: 'Bjørnefjord Fossdal Havsund Krokvik Nordnes Skjærøy Tindfjell Ulvåsen', branches: 'Smelteverk|Lakseoppdrett|Kraft|Vann|Verft|Meieri', company: '{stem} {branch} AS|{stem} {branch} ASA',
    cities: 'Bergen Stavanger Trondheim Ålesund Bodø Tromsø', streets: 'Sjøgata|Fabrikkveien|Kaibakken|Fjordveien',
  },
  {
    country: 'FI', locale: 'fi', dialling: '+358', postal: '#####', given: 'Aino Eero Heikki Jääskö Kaisa Mikko Päivi Tuomas Väinö', family: 'Hämäläinen Jokinen Kärkkäinen Leppälä Mäkinen Niemelä Pöyhönen Räsänen Ylönen',
    stems: 'Hiidenkoski Jyrkkälä Kuusijärvi Metsäkylä Ounasvirta Pyhäranta Särkisalo Väärämäki', branches: 'Sellu|Vesi|Energia|Meijeri|Kemia|Konepaja', company: '{stem}n {branch} Oy|{stem} {branch} Oyj',
    cities: 'Tampere Turku Oulu Lahti Jyväskylä Vaasa', streets: 'Tehtaankatu|Satamatie|Koskikuja|Myllytie',
  },
  {
    country: 'NL', locale: 'nl', dialling: '+31', postal: '#### XK', given: 'Anouk Bram Femke Gijs Jildou Marijke Pieter Sjoerd Wietske', family: 'van den Berg|Dijkstra|de Groot|Hoekstra|Kuipers|van der Meer|Oosterhuis|Terpstra|Zijlstra',
    stems: 'Brakel-Oost Duinoord Eemhaven Geesterveld IJsselmond Kwelder Molenwaard Oosterdijk Zuiderzijl', branches: 'Waterschap|Zuivel|Bierbrouwerij|Chemie|Tankopslag|Papier|Suiker', company: '{stem} {branch} B.V.|{branch} {stem} N.V.|{branch} {stem} B.V.',
    cities: 'Rotterdam Groningen Zwolle Eindhoven Breda Leeuwarden', streets: 'Havenweg|Industrieweg|Oude Dijk|Sluiskade',
  },
  {
    country: 'BE', locale: 'fr-BE', dialling: '+32', postal: '####', given: 'Aurélie Benoît Céline Dries Joëlle Lieve Maarten Noémie', family: 'Claes|De Smet|Dubois|Lambrechts|Peeters|Vandenbroucke|Wouters',
    stems: 'Condroz-Haut Dendermeers Hesbaye-Nord Meersel Ourthe-Val Scheldekant', branches: 'Brasserie|Chimie|Sucrerie|Eaux|Verrerie', company: '{branch} {stem} SA|{branch} {stem} SRL|{stem} {branch} NV',
    cities: 'Liège Gent Antwerpen Namur Charleroi Brugge', streets: 'Rue du Canal|Kaaistraat|Quai des Usines|Molenstraat',
  },
  {
    country: 'FR', locale: 'fr', dialling: '+33', postal: '#####', given: 'Amélie Benoît Chloé Étienne François Gaëlle Hélène Jérôme Loïc Maëlys Noël Rémi Zoé', family: 'Aubépin Béranger Châtelain Delorme Évrard Fournel Guérin Lefèvre Marchais Noyer Pélissier Roussel Vauquelin',
    stems: 'Belleroche Clairvaux-le-Neuf Drômeval Fontaigne Grandpré Hautecombe-Rive Lauzière Montferrier Oisyval Pierrelune Rochebrune', branches: 'Laiterie|Papeterie|Eaux|Sucrerie|Verrerie|Distillerie|Chimie|Biscuiterie|Aciérie', company: '{branch} de {stem}|{branch} {stem} SAS|Établissements {stem}|{branch} {stem} SA',
    cities: 'Lille Nantes Lyon Grenoble Orléans Dunkerque Besançon Béziers Nîmes', streets: 'rue des Tanneurs|quai de l’Écluse|avenue de l’Industrie|chemin du Moulin',
    projects: 'Modernisation ligne {n}|Débitmètres station {n}|Nouveau parc de cuves|Niveau silo {n}|Chaufferie {n} : pression|Station d’épuration, tranche {n}|Atelier {n}, renouvellement',
  },
  {
    country: 'GB', locale: 'en-GB', dialling: '+44', postal: 'LS# #QT', given: 'Alistair Bronwen Callum Deirdre Euan Fiona Gareth Harriet Imogen Priya Rhys Siobhán Zainab', family: 'Abernathy Blackwood Cartwright Drummond Ellison Fairweather Hathersage Llewellyn Okonkwo Pemberton Rahman Sutcliffe',
    stems: 'Ashcombe Brackenfield Coldbeck Dunmere Eskdale-Hope Fernhurst Harrowgill Larkstone Netherby Ravenscar Thornhollow Wyrebridge', branches: 'Water|Brewery|Dairies|Chemicals|Paper Mills|Distillers|Foods|Energy|Steelworks', company: '{stem} {branch} Ltd|{stem} {branch} plc|{stem} & Sons {branch}|The {stem} {branch} Company',
    cities: 'Leeds Sheffield Bristol Hull Aberdeen Cardiff Norwich Belfast', streets: 'Mill Lane|Dock Road|Foundry Street|Canal Side|Enterprise Way',
  },
  {
    country: 'IE', locale: 'en-IE', dialling: '+353', postal: 'T12 X###', given: 'Aoife Cillian Gráinne Oisín Róisín Tadhg', family: 'Ó Briain|Gallagher|Kavanagh|Ní Dhomhnaill|O’Sullivan', stems: 'Ballinderry Carrowmore Glenfarne Kilbracken Rathcoole', branches: 'Creamery|Distillers|Pharma|Water', company: '{stem} {branch} Ltd|{stem} {branch} DAC',
    cities: 'Cork Galway Limerick Waterford', streets: 'Quay Street|Mill Road|Harbour Row',
  },
  {
    country: 'ES', locale: 'es', dialling: '+34', postal: '#####', given: 'Álvaro Begoña Concepción Íñigo José Lucía Martín Núria Óscar Sofía', family: 'Aránguiz Bermúdez Castañeda Echeverría Gutiérrez Ibáñez Márquez Núñez Peñalver Zúñiga',
    stems: 'Aguaviva Cañadón Fuenteclara Guadalmar Llanoverde Montealto Peñalba Riobueno Valdecampo', branches: 'Aguas|Conservas|Bodegas|Química|Aceites|Cementos|Lácteos', company: '{branch} {stem} S.A.|{branch} de {stem} S.L.|{branch} {stem} e Hijos S.L.',
    cities: 'Bilbao Zaragoza Valencia Cádiz Gijón Tarragona Málaga A\u00a0Coruña', streets: 'Polígono Industrial|calle del Puerto|avenida de la Industria|camino del Molino',
    projects: 'Ampliación línea {n}|Caudalímetros nave {n}|Nuevo parque de tanques|Nivel en silo {n}|Depuradora, fase {n}|Caldera {n}: presión',
  },
  {
    country: 'PT', locale: 'pt', dialling: '+351', postal: '####-###', given: 'Álvaro Conceição Graça Inês João Luísa Simão Tomás', family: 'Assunção Brandão Conceição Ferrão Guimarães Leitão Magalhães Simões', stems: 'Aveleira Douralto Monteclaro Ribeirinha Serrabela Valongueiro', branches: 'Águas|Cortiças|Conservas|Papel|Vinhos', company: '{branch} {stem}, S.A.|{branch} {stem}, Lda.',
    cities: 'Porto Setúbal Aveiro Braga Leixões', streets: 'rua da Fábrica|cais do Norte|avenida da Indústria',
  },
  {
    country: 'IT', locale: 'it', dialling: '+39', postal: '#####', given: 'Agnese Beniamino Chiara Donatella Ettore Niccolò Ottavia Raffaele Tommaso Zoe', family: 'Albanesi Bertolucci Castagnoli D’Angelo Fioravanti Gualtieri Montanari Pellegrini Zanoni',
    stems: 'Acquafredda Borgonuovo Castelverde Fontanile Montechiaro Pratolungo Roccabianca Valserena', branches: 'Acque|Caseificio|Cartiere|Acciaierie|Distillerie|Chimica|Pastificio|Ceramiche', company: '{branch} {stem} S.p.A.|{branch} {stem} S.r.l.|Fratelli {stem} {branch}',
    cities: 'Bergamo Parma Brescia Ravenna Torino Ancona Forlì', streets: 'via dell’Industria|via del Porto|strada Provinciale|viale Europa',
    projects: 'Ammodernamento linea {n}|Portata reparto {n}|Nuovo parco serbatoi|Livello silo {n}|Depuratore, lotto {n}|Caldaia {n}: pressione',
  },
  {
    country: 'PL', locale: 'pl', dialling: '+48', postal: '##-###', given: 'Agnieszka Błażej Elżbieta Grażyna Jędrzej Łucja Małgorzata Paweł Sławomir Zdzisław Żaneta', family: 'Błaszczyk Ciężka Gołębiowski Jabłoński Kozłowska Łukasik Mączka Październik Śliwa Wójcik Źródlak',
    stems: 'Bukówko Czarnolesie Dębogóra Gąsawa Jeziorzany Łęgowo Mokrzyszów Ościsłowo Rzędziny Świerzno Żółwin', branches: 'Mleczarnia|Wodociągi|Browar|Cukrownia|Huta|Papiernia|Zakłady Chemiczne|Energetyka', company: '{branch} {stem} sp. z o.o.|{branch} „{stem}” S.A.|{branch} {stem}',
    cities: 'Gdańsk Łódź Wrocław Poznań Szczecin Białystok Rzeszów Toruń', streets: 'ul. Przemysłowa|ul. Młyńska|ul. Portowa|ul. Źródlana',
    projects: 'Modernizacja linii {n}|Pomiar przepływu, hala {n}|Nowy park zbiorników|Poziom w silosie {n}|Oczyszczalnia, etap {n}|Kocioł {n}: ciśnienie',
  },
  {
    country: 'CZ', locale: 'cs', dialling: '+420', postal: '### ##', given: 'Alžběta Břetislav Jiří Květoslava Lukáš Matěj Ondřej Růžena Šárka Zdeňka', family: 'Dvořáček Havlíček Jeřábek Kříž Němcová Říha Šťastný Vlček Žák',
    stems: 'Bělohrádek Černošín Hradešín Kamenička Lužná-Řevov Střížov Vřesová', branches: 'Pivovar|Mlékárna|Vodárny|Cukrovar|Strojírny|Papírny', company: '{branch} {stem} s.r.o.|{branch} {stem} a.s.',
    cities: 'Brno Ostrava Plzeň Olomouc Děčín', streets: 'Průmyslová|Mlýnská|Nádražní|U Přístavu',
  },
  {
    country: 'GR', locale: 'el', dialling: '+30', postal: '### ##', given: 'Αθηνά Γιώργος Δήμητρα Ελένη Κώστας Νίκος Σοφία Χρήστος', family: 'Αναγνώστου Βλάχος Γεωργίου Δημητρίου Καραγιάννης Μαυρίδη Παπαδάκης', stems: 'Αιγιαλός Βορεινή Δροσιά Ελαιώνας Καλλιθάλασσα Πηγαί', branches: 'Ύδρευση|Ελαιουργία|Γαλακτοκομικά|Χημικά', company: '{branch} {stem} Α.Ε.|{stem} {branch} Ε.Π.Ε.',
    cities: 'Θεσσαλονίκη Πάτρα Βόλος Ηράκλειο', streets: 'Λιμένος|Βιομηχανική Περιοχή|Μύλων',
  },
  {
    country: 'TR', locale: 'tr', dialling: '+90', postal: '#####', given: 'Ayşe Çağrı Gülşen İbrahim Oğuz Şule Ümit Yağmur', family: 'Akçay Bozdağ Çelikkol Gündoğdu İnceoğlu Özgür Şahinkaya Yıldırım', stems: 'Akpınar Çamlıbel Gökçesu Karaağaç Ilıcaköy Yeşilvadi', branches: 'Su|Kimya|Çelik|Gıda|Enerji|Şeker', company: '{stem} {branch} A.Ş.|{stem} {branch} Ltd. Şti.',
    cities: 'İzmir Bursa Kocaeli Eskişehir Mersin', streets: 'Sanayi Caddesi|Liman Yolu|Değirmen Sokak',
  },
  {
    country: 'UA', locale: 'uk', dialling: '+380', postal: '#####', given: 'Богдан Євгенія Ївга Ірина Михайло Оксана Соломія Ярослав', family: 'Бойченко Гончаренко Єфименко Коваль Лисенко Савчук Шевчук', stems: 'Білоозеро Вербівка Дубрава Калинівка Чорнобаївка-Нова Ясенове', branches: 'Водоканал|Цукор|Молокозавод|Хімпром', company: 'ТОВ «{stem} {branch}»|ПрАТ «{branch} {stem}»',
    cities: 'Львів Одеса Вінниця Полтава', streets: 'вул. Заводська|вул. Портова|вул. Млинова',
  },
  {
    country: 'AE', locale: 'ar', dialling: '+971', postal: '#####', given: 'أحمد خالد سارة فاطمة ليلى محمود نورة يوسف', family: 'البلوشي الحداد الزهراني السالم العامري القاسمي المنصوري', stems: 'النخيل الواحة الفجر السحاب اللؤلؤ الصحراء الينبوع', branches: 'للمياه|للكيماويات|للألبان|للطاقة|للصلب|للأسمنت', company: 'شركة {stem} {branch}|مؤسسة {stem} {branch}|مصنع {stem} {branch}',
    cities: 'دبي أبوظبي الشارقة', streets: 'شارع الميناء|المنطقة الصناعية|طريق المصنع', projects: 'تحديث الخط {n}|قياس التدفق محطة {n}|خزانات جديدة|محطة المعالجة {n}',
  },
  {
    country: 'SA', locale: 'ar-SA', dialling: '+966', postal: '#####', given: 'إبراهيم ريم سلمان عبير ماجد هند', family: 'الحربي الدوسري الشمري العتيبي الغامدي', stems: 'الربيع الهضبة الجزيرة الأفق السنابل', branches: 'للتحلية|للبتروكيماويات|للأغذية|للطاقة', company: 'شركة {stem} {branch}|مصنع {stem} {branch}', cities: 'الدمام الجبيل ينبع', streets: 'طريق الملك|المدينة الصناعية', projects: 'توسعة المحطة {n}|قياس المستوى، الخزان {n}',
  },
  {
    country: 'JP', locale: 'ja', dialling: '+81', postal: '###-####', given: '健太 美咲 翔 陽子 直樹 さくら 大輔 由紀', family: '青野 北浜 黒沢 桜庭 高瀬 西園 早瀬 水野', stems: '北浜 青葉台 白瀬 朝霧 翠川 月島原 若宮 波戸', branches: '水道|精機|化学|乳業|酒造|製紙|食品|製鋼', company: '株式会社{stem}{branch}|{stem}{branch}株式会社|{stem}{branch}工業',
    cities: '川崎 神戸 仙台 浜松 北九州', streets: '港町|工業団地|水車通り', projects: '第{n}ライン更新|第{n}浄水場 流量計|新タンクヤード|サイロ{n}号 レベル計',
  },
  {
    country: 'KR', locale: 'ko', dialling: '+82', postal: '#####', given: '민준 서연 지훈 하은 도윤 수빈', family: '김 이 박 최 정 강', stems: '한빛 푸른강 새벽 동해원 가람 누리', branches: '화학|정수|식품|제철|제지', company: '{stem}{branch} 주식회사|(주){stem}{branch}', cities: '부산 울산 인천 여수', streets: '산업로|항구길|공단로',
    projects: '{n}호 라인 교체|정수장 {n} 유량계|신규 탱크 설치',
  },
  {
    country: 'US', locale: 'en-US', dialling: '+1', postal: '#####', given: 'Alejandra Brandon Chloe DeShawn Emily Hiroshi Kayla Marcus Nguyet Priscilla Tyler', family: 'Abbott Castellanos Dunleavy Fitzgerald Hawthorne Kowalczyk McAllister Nakamura Ortega Thibodeaux', stems: 'Bluestem Cedar Hollow|Copper Basin|Granite Fork|Juniper Flats|Prairie Glen|Saltmarsh|Timberlake Bend|Wolf Creek', branches: 'Water District|Dairy|Chemical|Brewing|Paper|Energy|Packing', company: '{stem} {branch} Inc.|{stem} {branch} LLC|{stem} {branch} Co.',
    cities: 'Houston|Milwaukee|Portland|Baton Rouge|Duluth|Toledo', streets: 'Mill Street|Industrial Parkway|County Road|Harbor Drive',
  },
  {
    country: 'BR', locale: 'pt-BR', dialling: '+55', postal: '#####-###', given: 'Antônio Beatriz Conceição Flávia Gonçalo Luís Thaís', family: 'Araújo Conceição Falcão Magalhães Sá Vilaça', stems: 'Boavista Ipêroxo Jacarandá Lagoa-Clara Serra-Azul', branches: 'Usina|Saneamento|Celulose|Laticínios', company: '{branch} {stem} S.A.|{branch} {stem} Ltda.', cities: 'Santos Curitiba Recife Manaus', streets: 'avenida Industrial|rua do Porto',
  },
];

export const englishProjects = 'Line {n} retrofit|Flow metering, hall {n}|Boiler {n} pressure upgrade|New tank farm|Silo {n} level|Treatment works, phase {n}|Pump station {n}|Filling line {n} upgrade|Steam network review|Instrument replacement, plant {n}|Framework for spares|CIP skid {n}';

/** Lists with `|` may hold spaces in their words; the others are separated by spaces. */
export const wordsIn = (list: string): string[] => list.split(list.includes('|') ? '|' : ' ');
