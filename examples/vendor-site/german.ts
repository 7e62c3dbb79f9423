/** The partner area's words in German, by their English; what is missing here stays English. */
export const german: Readonly<Record<string, string>> = {
  'Skip to content': 'Zum Inhalt springen',
  'Products': 'Produkte',
  'How they are made': 'Fertigung',
  'Partners': 'Partner',
  'Menu': 'Menü',
  'Site': 'Website',
  'Dark': 'Dunkel',
  'Partner area': 'Partnerbereich',
  'Pages': 'Seiten',
  'Language': 'Sprache',
  'Demonstration': 'Demo',
  'Look at it as': 'Ansehen als',
  'Sign out': 'Abmelden',
  'Overview': 'Überblick',
  'Deals': 'Deals',
  'Leads': 'Leads',
  'Customers': 'Kunden',
  'Channel': 'Vertriebskanal',
  'Deal registrations': 'Deal-Registrierungen',
  'Your business with Varnholt, and what needs you today.': 'Ihr Geschäft mit Varnholt und was heute ansteht.',
  'Every deal you have registered, where its review stands, and how long it is protected.':
    'Alle registrierten Deals, der Stand ihrer Prüfung und wie lange sie geschützt sind.',
  'Requests from companies near you. Accept one in time, or pass it on.': 'Anfragen aus Ihrem Gebiet. Nehmen Sie rechtzeitig an oder geben Sie weiter.',
  'The companies you look after. Only you and your colleagues see them.': 'Ihre Kunden. Nur Sie und Ihre Kollegen sehen sie.',
  'The whole channel: what is in the pipeline, what was won, and what waits for a decision.':
    'Der ganze Kanal: was in Arbeit ist, was gewonnen wurde und was auf eine Entscheidung wartet.',
  'What partners have registered. Decide on what waits, and find all the rest below.': 'Was Partner registriert haben. Entscheiden Sie über Offenes; alles Übrige steht darunter.',
  'Rules': 'Regeln',
  'How registrations are decided: what needs nobody, what needs several, and what partners can tell from it.':
    'Wie über Registrierungen entschieden wird: was automatisch geht, wo mehrere zustimmen müssen und was Partner daran erkennen.',
  'Requests and the partners who have them.': 'Anfragen und die Partner, die sie haben.',
  'The widgets need JavaScript.': 'Die Widgets brauchen JavaScript.',
  'For the companies that sell, plan and service our instruments.': 'Für alle, die unsere Geräte verkaufen, planen und warten.',
  'Register a project and it stays yours': 'Projekt registrieren, Vorrang behalten',
  'An approved registration is protected for ninety days. No second partner quotes it meanwhile.':
    'Eine genehmigte Registrierung ist neunzig Tage geschützt. Solange bietet kein zweiter Partner an.',
  'Answer requests from your region': 'Anfragen aus Ihrer Region',
  'Plants that write to us are handed to the nearest partner, with two working days to answer.':
    'Wer uns schreibt, wird dem nächsten Partner übergeben, mit zwei Arbeitstagen Zeit zur Antwort.',
  'Know where you stand': 'Wissen, wo Sie stehen',
  'Pipeline, wins and what waits for you, in figures both sides agree on.': 'Pipeline, Abschlüsse und Offenes, in Zahlen, die für beide Seiten gelten.',
  'Sign in': 'Anmelden',
  'This is a demonstration: choose who you are. No password is asked.': 'Dies ist eine Demo: Wählen Sie, wer Sie sein möchten. Ein Passwort ist nicht nötig.',
  'Sign in again': 'Bitte neu anmelden',
  'You have been signed out, or somebody else has signed in with this browser. What you have typed is kept.':
    'Sie wurden abgemeldet, oder jemand anderes hat sich in diesem Browser angemeldet. Was Sie eingegeben haben, bleibt erhalten.',
  'Go on': 'Weiter',
  'Pressure': 'Druck',
  'Level': 'Füllstand',
  'Flow': 'Durchfluss',
  'Where they work': 'Einsatzorte',
  'Varnholt is an invented company. This site is the demonstration of prmkit, whose widgets live in its partner area.':
    'Varnholt ist eine erfundene Firma. Diese Website ist die Demo von prmkit, dessen Widgets in ihrem Partnerbereich leben.',
  'No access': 'Kein Zugang',
  'Your account has no place in the partner programme at present. Your contact at Varnholt can tell you why.':
    'Ihr Konto gehört derzeit nicht zum Partnerprogramm. Ihr Ansprechpartner bei Varnholt nennt Ihnen den Grund.',
};
