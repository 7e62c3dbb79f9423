/**
 * Legal forms by country, as they stand in names once accents and dots are gone: `s p a` and `spa` are both read from `spa`, and words are
 * separated by a space. A form of one to three words that could as well be a name of its own (`as`, `sa`, `co`) counts at either end only.
 */
export const legalForms: Record<string, string> = {
  AE: 'fzco|fze|fz llc|pjsc|psc',
  AR: 'sa|srl|sas|saic|sacif|sacifi|saci',
  AT: 'gmbh|ges mbh|gesmbh|gesellschaft mbh|ag|kg|og|keg',
  AU: 'pty ltd|pty limited|proprietary limited|pty|ltd|nl',
  BA: 'doo|dd',
  BE: 'nv|bv|bvba|sprl|srl|sa|cvba|scrl|scri|vof|snc|comm v|vzw|asbl|naamloze vennootschap|societe anonyme|besloten vennootschap',
  BG: 'ood|eood|ad|ead|et|kd|sd',
  BR: 'ltda|limitada|sa|s a|eireli|epp|cia|companhia',
  BY: 'ooo|oao|zao|chup',
  CA: 'inc|ltd|ltee|limitee|corp|ulc|incorporee',
  CH: 'ag|sa|gmbh|sarl|sagl|genossenschaft|scoop',
  CL: 'spa|sa|ltda|eirl',
  CN: 'co ltd|company limited|youxian gongsi|gufen youxian gongsi|youxian zeren gongsi',
  CO: 'sas|sa|ltda|esp',
  CZ: 'sro|spol sro|spol s ro|as|vos|ks|akciova spolecnost|spolecnost s rucenim omezenym|sp',
  DE: 'gmbh|mbh|ag|kg|ohg|ug|gbr|ek|ev|eg|kgaa|se|kg auf aktien|kommanditgesellschaft auf aktien|kommanditgesellschaft|aktiengesellschaft|gmbh und co kg|gmbh co kg|gmbh und co kgaa|gmbh co kgaa|gmbh und co ohg|gmbh co ohg|gmbh cie kg|ag und co kg|ag co kg|ag und co kgaa|ag co kgaa|se und co kg|se co kg|se und co kgaa|se co kgaa|ug und co kg|ug co kg|und co kg|co kg|und co|ug haftungsbeschrankt|haftungsbeschrankt|gesellschaft mit beschrankter haftung|gesellschaft m b h|gesellschaft mbh|ggmbh|gag|eingetragener kaufmann|partg|partg mbb|partgmbb|offene handelsgesellschaft|gesellschaft burgerlichen rechts|vvag',
  DK: 'a s|aps|as|ks|ivs|amba|aktieselskab|aktieselskabet|anpartsselskab|fmba|smba',
  EE: 'ou|as|osauhing|aktsiaselts|tu',
  ES: 'sa|sl|slu|sau|slne|sll|sal|sc|scoop|sociedad anonima|sociedad limitada|sociedad de responsabilidad limitada|s en c|srl|sociedad anonima unipersonal|sociedad limitada unipersonal|s coop',
  FI: 'oy|oyj|ab|abp|ky|ay|osakeyhtio|julkinen osakeyhtio|oy ab|osk|tmi',
  FR: 'sa|sas|sasu|sarl|eurl|snc|sca|scs|sci|scop|gie|societe anonyme|societe par actions simplifiee|societe a responsabilite limitee|societe en commandite par actions|societe en nom collectif|et cie|et compagnie|selarl|ets|etablissements',
  GB: 'ltd|limited|plc|public limited company|llp|limited liability partnership|lp|cic|unlimited|private limited company|co ltd|and co|and company',
  GR: 'ae|epe|oe|ee|ike|ane|anonymi etairia|anonimi eteria|sa|mepe|abee|avee|aee|monoprosopi epe',
  HK: 'ltd|limited|company limited',
  HR: 'doo|dd|jdoo|jtd|obrt',
  HU: 'kft|zrt|nyrt|rt|bt|kkt|korlatolt felelossegu tarsasag|reszvenytarsasag|zartkoruen mukodo reszvenytarsasag|nyilvanosan mukodo reszvenytarsasag|kht',
  ID: 'pt|tbk|cv|persero|perseroan terbatas|perseroan terbuka',
  IE: 'ltd|limited|plc|dac|clg|teoranta|teo|uc|designated activity company',
  IL: 'ltd|baam|chevra baam',
  IN: 'pvt ltd|pvt limited|private limited|pvt|private ltd|ltd|llp|opc',
  IS: 'hf|ehf|ohf|slf|sf',
  IT: 'spa|srl|srls|snc|sas|sapa|sa|societa per azioni|societa a responsabilita limitata|soc coop|scarl|scrl|societa cooperativa|societa in accomandita semplice|unipersonale|a socio unico|con socio unico|in liquidazione|soc coop arl',
  JP: 'kabushiki kaisha|kabushikikaisha|kabushiki gaisha|kabushikigaisha|k k|kk|yugen kaisha|yugenkaisha|yugen gaisha|yk|godo kaisha|godo gaisha|gk|goshi kaisha|gomei kaisha|co ltd',
  KR: 'co ltd|chusik hoesa|jusik hoesa|jusikhoesa|chusikhoesa|yuhan hoesa|yuhanhoesa',
  KZ: 'too|llp|ao',
  LI: 'ag|anstalt|trust reg',
  LT: 'uab|ab|vsi|uzdaroji akcine bendrove|akcine bendrove',
  LU: 'sa|sarl|se|secs|scsp|scs|sicav|societe a responsabilite limitee|sarl',
  LV: 'sia|as|ik|sabiedriba ar ierobezotu atbildibu|akciju sabiedriba',
  MX: 'sa de cv|s a de c v|sapi de cv|sab de cv|s de rl de cv|srl de cv|s de rl|sociedad anonima de capital variable|sc|ac',
  MY: 'sdn bhd|sendirian berhad|bhd|berhad|sdn',
  NL: 'nv|bv|cv|vof|naamloze vennootschap|naamlooze vennootschap|besloten vennootschap|besloten vennootschap met beperkte aansprakelijkheid|vennootschap onder firma|commanditaire vennootschap|cooperatie ua|cooperatief ua|cooperatieve ua|ua|stichting|eenmanszaak',
  NO: 'as|asa|ans|enk|ks|nuf|aksjeselskap|allmennaksjeselskap|sa',
  NZ: 'ltd|limited|lp',
  PE: 'sac|saa|sa|srl|eirl',
  PH: 'inc|corp|opc',
  PL: 'sp z oo|spzoo|sp zoo|spolka z oo|spolka z ograniczona odpowiedzialnoscia|sa|spolka akcyjna|sp j|sp k|sp p|spj|spk|spolka jawna|spolka komandytowa|sp z oo sp k|sp z oo spk|sp z oo sp komandytowa|ska|psa|prosta spolka akcyjna',
  PT: 'lda|limitada|sa|sgps|unipessoal lda|unipessoal|sociedade anonima|sad|crl',
  RO: 'srl|sa|sca|scs|snc|pfa|sc',
  RS: 'doo|ad|preduzetnik|kd',
  RU: 'ooo|oao|zao|pao|ao|nao|fgup|gup|ip|obshchestvo s ogranichennoy otvetstvennostyu|aktsionernoe obshchestvo|publichnoe aktsionernoe obshchestvo|otkrytoe aktsionernoe obshchestvo|zakrytoe aktsionernoe obshchestvo',
  SA: 'sjsc|cjsc|wll|llc',
  SE: 'ab|aktiebolag|aktiebolaget|hb|kb|handelsbolag|kommanditbolag|ekonomisk forening|ek for|publ|ab publ',
  SG: 'pte ltd|pte limited|private limited|pte|llp',
  SI: 'doo|dd|dno|kd|sp',
  SK: 'sro|spol sro|spol s ro|as|ks|vos|akciova spolocnost|spolocnost s rucenim obmedzenym',
  TH: 'co ltd|public company limited|pcl|public co ltd|ltd part',
  TR: 'as|ltd sti|limited sirketi|anonim sirketi|as ti|ltd sirketi|tic as|san ve tic as|san tic as|san ve tic ltd sti|san tic ltd sti|tic ltd sti|ve ticaret as|koll sti',
  TW: 'co ltd|company limited|gufen youxian gongsi',
  UA: 'tov|zat|vat|pat|prat|at|fop|pp|dp|tzov',
  US: 'inc|incorporated|incorporation|corp|corporation|llc|l l c|limited liability company|llp|lllp|lp|limited partnership|pllc|pc|pa|co|company|companies|co inc|co incorporated|company inc|corp inc|co llc|na|national association|ltd|limited|and co|and company|and co inc|dba|cos|chartered',
  VE: 'ca|compania anonima',
  VN: 'co ltd|jsc|joint stock company|cong ty tnhh|cong ty co phan|tnhh|ctcp|llc',
  ZA: 'pty ltd|proprietary limited|pty limited|cc|soc ltd|npc|rf|close corporation',
  europe: 'se|sce|eeig|ewiv|societas europaea',
};

/** Forms written without spaces, in scripts that have none. */
export const joinedForms = /株式会社|有限会社|合同会社|合資会社|合名会社|（株）|\(株\)|㈱|㈲|股份有限公司|有限责任公司|有限責任公司|有限公司|주식회사|유한회사|\(주\)|（주）/gu;

/** Words that stand before a form or a name and say no more than a form does. */
export const firmWords = 'firma|firm|fa|messrs|societe dite|the firm of|ste|soc|societe|societa|sociedad|sociedade|gesellschaft';

/** Forms that stand in front; a form that is not here counts at the end alone (`Limited Brands`, `SC Johnson`). */
export const leadingForms = 'nv|bv|ab|as|sa|oy|ou|ooo|oao|zao|pao|ao|nao|ip|fop|tov|at|et|ead|ad|too|pt|uab|sia|aktiebolaget|aktiebolag|aktieselskabet|aktiengesellschaft|cv|vof|srl|spa|gmbh|ag|kk|as|aps|sarl|sci|eurl|ets|stichting|ltd|llc|jsc|cjsc|ojsc|pjsc';

/** Forms that end a name wherever they stand: what follows is a place or an address. */
export const closingForms = new Set((
  'nv bv gmbh ag kg kgaa ohg ug sa sas sarl spa srl sro doo dd ooo oao zao pao ltd limited inc incorporated llc plc llp oy oyj ab abp aps as asa kft zrt nyrt rt se sl slu lda ltda '
  + 'eood ood uab sia kk pte pty bhd sdn jsc corp corporation').split(' '));
