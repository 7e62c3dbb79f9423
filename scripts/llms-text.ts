/**
 * Writes llms.txt: what the package is, on one page, for language models. The elements come from the manifest, so that none is
 * forgotten; the test holds the file in the repository against what this makes.
 */
import type { ElementDeclaration } from './editor-data.js';

const oneLine = (text = ''): string => text.replace(/\s+/g, ' ').trim();

const named = (title: string, names: readonly string[]): string => (names.length > 0 ? ` ${title}: ${names.join(', ')}.` : '');

function element({ tagName, description, attributes = [], members = [], events = [], cssParts = [] }: ElementDeclaration): string {
  const words = attributes.map(({ name }) => name);
  const properties = members.filter(({ kind, name, readonly }) => kind === 'field' && !readonly && !attributes.some(({ fieldName }) => fieldName === name)).map(({ name }) => name);
  return `- \`<${tagName}>\`: ${oneLine(description)}${named('Attributes', words)}${named('Properties', properties)}${named('Events', events.map(({ name }) => name))}${named('Parts', cssParts.map(({ name }) => name))}`;
}

const guides: readonly (readonly [path: string, title: string, what: string])[] = [
  ['getting-started', 'Two widgets in five minutes', 'plain HTML, React and Vue, from an empty folder'],
  ['sessions', 'Sessions', 'the one HTTP call of the back end, in Node, Python, PHP and C#; expiry, sign-out, origins'],
  ['elements', 'The elements', 'attributes, properties, methods, events with their fields, parts'],
  ['embedding', 'Embedding', 'script tag, npm, import maps, integrity, behaviour in hostile pages'],
  ['theming', 'The look', 'appearance, custom properties, parts'],
  ['languages', 'Languages', 'eight languages, own words, right to left'],
  ['frameworks', 'Frameworks', 'React, Vue, Angular, Svelte and others'],
  ['server-rendering', 'Server rendering', 'first paint without script'],
  ['content-policy', 'The content policy', 'CSP, nonce, Trusted Types'],
  ['accessibility', 'Accessibility', 'WCAG 2.2 AA, criterion by criterion'],
  ['client', 'The typed client', 'calls, errors, retries, files, changes'],
  ['deal-registration', 'Deal registration', 'review, stage, protection, rules'],
  ['importing', 'Importing', 'CSV files as they are'],
  ['upgrading', 'Upgrading', 'versions, what is public, deprecation'],
];

export const llmsText = (elements: readonly ElementDeclaration[]): string => `# prmkit

> Partner relationship management as parts to embed: framework-neutral web components, a typed client, and the service they talk to. One npm package, TypeScript, MIT.
> A vendor's page places widgets inside \`<prm-portal>\`; the vendor's back end opens a session for whoever is signed in; the widgets ask the service themselves.

Install: \`npm i prmkit\` for widgets and client. The service needs more packages and says which: \`npx prmkit serve\`. Node 20.19 or later.

The least page, with a back end at \`/partners/session\` that answers a POST with \`{ token, expiresIn }\`:

\`\`\`html
<script type="module" src="/prmkit/prmkit.js"></script>
<prm-portal service-url="https://prm.vendor.example" session-url="/partners/session">
  <prm-deal-list></prm-deal-list>
  <prm-deal-registration></prm-deal-registration>
</prm-portal>
\`\`\`

That back end, in JavaScript; the secret key never reaches a browser, and \`origins\` are those of the pages, exactly:

\`\`\`ts
import { createPortalClient } from 'prmkit/client';

const prmkit = createPortalClient({ baseUrl: 'https://prm.vendor.example', secretKey: process.env.PRMKIT_SECRET_KEY! });
const { token, expiresIn } = await prmkit.sessions.create({ email: 'ada@partner.example', origins: ['https://www.vendor.example'] });
\`\`\`

## Entry points

- \`prmkit\`: client and lazy definitions: \`definePrmElements(...tags)\`, \`observePrmElements(root)\`, \`createPortalClient(options)\`, event classes, types
- \`prmkit/components/<tag>\`: importing it registers that element, and nothing else
- \`prmkit/components\`: definitions and types without the client
- \`prmkit/client\`: the typed client alone, for browsers, Node and edge runtimes
- \`prmkit/contract\`: schemas and operations (zod/mini)
- \`prmkit/server\`: the service as \`Request → Response\`
- \`prmkit/react\`, \`prmkit/vue\`, \`prmkit/svelte\`: types of the tags
- \`prmkit/cdn/*\`, \`dist/cdn/\`: files for a script tag; \`prmkit/custom-elements.json\`: the manifest
- \`npx prmkit serve | migrate | programme | key | import | demo\`: the command; the service's API document is at \`/v1/openapi.json\`

## Elements

Widgets stand inside \`<prm-portal>\`. Events bubble and are composed; one that announces a step (\`prm-deal-submit\`) can be cancelled, the one after it (\`prm-deal-submitted\`) says that it happened.

${elements.map(element).join('\n')}

## Guides

${guides.map(([path, title, what]) => `- [${title}](docs/${path}.md): ${what}`).join('\n')}
`;
