/**
 * Pages of site builders that a file of examples/pasted-html is pasted into, with what those do to it, and the two hosts that the files
 * name: the vendor's site and, on another, its service.
 */
import { readFile } from 'node:fs/promises';
import { join, normalize } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { listen, type House } from './house.js';

/** As in Twenty Twenty-One, a theme that WordPress brings: a narrow column, controls and paragraphs of its own. */
const theme = `
  *, *::before, *::after { box-sizing: inherit; } html { box-sizing: border-box; font-family: Georgia, serif; line-height: 1.7; }
  body { margin: 0; font-size: 20px; background: #d1e4dd; color: #28303d; }
  .entry-content > * { margin: 20px auto; } .entry-content > *:not(.alignwide):not(.alignfull) { max-width: 610px; } p { line-height: 1.7; }
  h1, h2, h3 { font-weight: 300; letter-spacing: normal; } table td, table th { padding: 15px; border: 1px solid; } a { color: inherit; text-decoration-skip-ink: all; }
  button, [type=button] { border: 3px solid transparent; border-radius: 0; background: #28303d; color: #d1e4dd; padding: 15px 30px; font: 500 20px/1.5 inherit; text-transform: uppercase; }
  input[type=text], input[type=search] { border: 3px solid #39414d; border-radius: 0; padding: 10px; margin: 0 2px; } ul { list-style: square; padding-left: 2em; }`;

const wordPress = (content: string): string => `<!doctype html><html lang="en"><head><title>Partners – Vendor</title><style>${theme}</style></head>
  <body class="page wp-embed-responsive"><div class="site"><main><article class="hentry"><h1 class="entry-title">Partners</h1><div class="entry-content">
  ${content}</div></article></main></div></body></html>`;

/** What WordPress 6.1 made of the snippet in a page without blocks: a paragraph begins before the comment and is left open. */
const withParagraphs = (snippet: string): string => `<p>Everything for our &#8220;partners&#8221;</p>\n<p>${snippet.replace('-->\n', '--><br />\n')}\n<p>Call us.</p>`;

/** What Webflow begins each site's sheet with, as far as it reaches an embed. */
const webflowBase = `
  html { height: 100%; font-family: sans-serif; } *, ::before, ::after { box-sizing: border-box; }
  body { margin: 0; min-height: 100%; background: #fff; font-family: Arial, sans-serif; font-size: 14px; line-height: 20px; color: #333; }
  button, input, optgroup, select, textarea { color: inherit; font: inherit; margin: 0; } button, html input[type=button] { -webkit-appearance: button; cursor: pointer; }
  h1, h2, h3 { font-weight: bold; margin-bottom: 10px; } p { margin: 0 0 10px; } label { display: block; margin-bottom: 5px; font-weight: bold; }
  .w-embed::before, .w-embed::after { content: ' '; display: table; grid-area: 1 / 1 / 2 / 2; } .w-embed::after { clear: both; }
  .w-container { max-width: 940px; margin: 0 auto; }`;

const webflow = (embed: string): string => `<!doctype html><html lang="en" data-wf-page="1" data-wf-site="1" class="w-mod-js"><head><title>Partners</title><style>${webflowBase}</style></head>
  <body><section><div class="w-container"><h1>Partners</h1><div class="w-embed w-script">${embed}</div></div></section></body></html>`;

/** The pages by name: the file that is pasted, and what the builder makes of it. */
export const builders: Readonly<Record<string, { file: string; page: (snippet: string) => string; widget: string; shows: string; endpoint: string }>> = {
  'WordPress, in a Custom HTML block': { file: 'wordpress.html', page: wordPress, widget: 'prm-deal-list', shows: 'Line 4 retrofit', endpoint: '/wp-json/partners/v1/session' },
  'WordPress, among paragraphs': { file: 'wordpress.html', page: (snippet) => wordPress(withParagraphs(snippet)), widget: 'prm-deal-list', shows: 'Line 4 retrofit', endpoint: '/wp-json/partners/v1/session' },
  'Webflow, in a Code embed': { file: 'webflow.html', page: webflow, widget: 'prm-deal-registration', shows: '1 draft', endpoint: '/session' },
};

/** What the pasted files call the vendor's other host. */
const partnersHost = 'https://partners.example.com';

/** The site with one page, and the other host; endpoints for sessions answer to whoever has the site's cookie, on the site's pages. */
export async function openBuilder(house: House, widgets: string, { file, page, endpoint }: (typeof builders)[string]) {
  const sites: Awaited<ReturnType<typeof listen>>[] = [];
  const asked: string[] = [];
  const answer = async (request: Request): Promise<Response> => {
    const { pathname, host } = new URL(request.url);
    const www = sites[0]!.url;
    if (pathname === '/partners') {
      const snippet = await readFile(`examples/pasted-html/${file}`, 'utf8');
      return new Response(page(snippet.replaceAll(partnersHost, sites[1]!.url)), { headers: { 'content-type': 'text/html; charset=utf-8' } });
    }
    if (pathname.startsWith('/prmkit/')) {
      return new Response(await readFile(join(widgets, normalize(pathname.slice('/prmkit/'.length)))), { headers: { 'content-type': 'text/javascript', 'access-control-allow-origin': '*' } });
    }
    if (pathname === endpoint) {
      asked.push(`${request.method} ${host} ${request.headers.get('cookie')}`);
      const headers = { 'access-control-allow-origin': www, 'access-control-allow-credentials': 'true', 'cache-control': 'no-store' };
      if (request.headers.get('origin') !== www || request.headers.get('cookie') !== 'signed-in=sven') return new Response(null, { status: 401, headers });
      return Response.json({ token: await house.openSession('seller', www), expiresIn: 900 }, { headers });
    }
    return pathname === '/favicon.ico' ? new Response(null, { status: 204 }) : house.service.service.fetch(request);
  };
  const listener = getRequestListener(answer);
  sites.push(await listen(listener), await listen(listener));
  const close = () => {
    for (const { server } of sites) {
      server.closeAllConnections();
      server.close();
    }
  };
  return { www: sites[0]!.url, partners: sites[1]!.url, asked, close };
}
