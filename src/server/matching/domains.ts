import { getDomain } from 'tldts';

/** Where anybody has an address: says nothing of the company. */
const freeMail = new Set((
  'gmail.com googlemail.com outlook.com hotmail.com live.com msn.com yahoo.com ymail.com rocketmail.com aol.com icloud.com me.com mac.com proton.me protonmail.com pm.me gmx.net gmx.com gmx.de gmx.at '
  + 'gmx.ch web.de freenet.de t-online.de arcor.de mail.com email.com mail.de posteo.de mailbox.org tutanota.com tuta.com tuta.io fastmail.com fastmail.fm zoho.com hey.com duck.com yandex.ru yandex.com '
  + 'ya.ru mail.ru bk.ru list.ru inbox.ru rambler.ru ukr.net i.ua meta.ua seznam.cz email.cz centrum.cz volny.cz azet.sk centrum.sk zoznam.sk wp.pl o2.pl onet.pl op.pl interia.pl gazeta.pl libero.it '
  + 'virgilio.it tiscali.it alice.it tin.it orange.fr wanadoo.fr free.fr laposte.net sfr.fr neuf.fr bbox.fr hotmail.fr yahoo.fr yahoo.de yahoo.co.uk yahoo.it yahoo.es hotmail.de hotmail.co.uk hotmail.it '
  + 'live.nl ziggo.nl kpnmail.nl planet.nl hetnet.nl home.nl xs4all.nl telenet.be skynet.be bluewin.ch hispeed.ch aon.at chello.at btinternet.com btopenworld.com sky.com talktalk.net ntlworld.com '
  + 'virginmedia.com comcast.net verizon.net att.net sbcglobal.net bellsouth.net cox.net charter.net earthlink.net shaw.ca rogers.com sympatico.ca telus.net bigpond.com optusnet.com.au qq.com 163.com 126.com '
  + 'sina.com sina.cn sohu.com foxmail.com aliyun.com naver.com hanmail.net daum.net nate.com yahoo.co.jp docomo.ne.jp ezweb.ne.jp softbank.ne.jp rediffmail.com uol.com.br bol.com.br terra.com.br ig.com.br '
  + 'hotmail.es telefonica.net terra.es sapo.pt telia.com spray.se passagen.se online.no broadpark.no mail.dk jubii.dk luukku.com suomi24.fi abv.bg mail.bg freemail.hu citromail.hu walla.co.il walla.com').split(' '));

/** The part of a host name that its owner registered: `shop.acme.co.uk` → `acme.co.uk`. Nothing for free mail, for addresses and for what cannot be registered. */
export function registrableDomain(host: string | null | undefined): string | undefined {
  if (!host) return undefined;
  // Where a provider lets others register below its own name, the name below it is the company's.
  const domain = getDomain(host.trim().toLowerCase(), { allowPrivateDomains: true });
  return domain && !freeMail.has(domain) ? domain : undefined;
}
