/** What Angular's compiler finds wrong in a template that uses the tags, under `CUSTOM_ELEMENTS_SCHEMA`: docs/frameworks.md says the same. */
import assert from 'node:assert/strict';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { capture } from '../../scripts/run.js';

const templates: readonly [template: string, complaint?: string][] = [
  ['<prm-portal #portal (prm-ready)="take($event.session.member.name)" /><button (click)="portal.reconnect()">Again</button>'],
  ['<prm-portal (prm-ready)="take($event.person)" />', "Property 'person' does not exist on type 'PortalReadyEvent'."],
  ['<prm-portal (prm-redy)="take($event.session.member.name)" />', "Property 'session' does not exist on type 'Event'."],
  ['<prm-portal #portal /><button (click)="portal.reconect()">Again</button>', "Property 'reconect' does not exist on type 'PortalElement'. Did you mean 'reconnect'?"],
  // All that the schema lets pass.
  ['<prm-portal [appearence]="appearance" />'],
  ['<prm-deal-list [look]="\'tiles\'" />'],
  ['<prm-deals-list />'],
];

const component = (template: string, index: number) => `import { Component, CUSTOM_ELEMENTS_SCHEMA } from '@angular/core';
import 'prmkit';
@Component({ selector: 'app-${index}', schemas: [CUSTOM_ELEMENTS_SCHEMA], template: ${JSON.stringify(template)} })
export class Page${index} { appearance = {}; take(_name: string) {} }
`;

export async function angularTypes(example: string, env: NodeJS.ProcessEnv): Promise<void> {
  const folder = join(example, '.types');
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder);
  try {
    await Promise.all(templates.map(([template], index) => writeFile(join(folder, `page-${index}.ts`), component(template, index))));
    await writeFile(join(folder, 'tsconfig.json'), JSON.stringify({ extends: '../tsconfig.json', compilerOptions: { noEmit: true, pretty: false }, include: ['*.ts'] }));
    const { output } = await capture('npm', ['exec', '--no', '--', 'ngc', '--project', '.types/tsconfig.json'], { cwd: example, env });
    const said = output.replace(/\x1b\[[\d;]*m/g, '').split('\n').flatMap((line) => /page-(\d+)\.ts.*? error \w+: (.+)$/.exec(line)?.slice(1) ?? (/error/.test(line) ? [line] : []));
    assert.deepEqual(said, templates.flatMap(([, complaint], index) => (complaint ? [String(index), complaint] : [])), output);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
