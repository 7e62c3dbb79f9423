import assert from 'node:assert/strict';
import { it } from 'node:test';
import * as z from 'zod/mini';
import type { PortalElement } from '../../../src/components/index.js';
import { propertiesOf, type Appearance } from '../../../src/components/theme/appearance.js';
import { themes } from '../../../src/components/theme/themes.js';
import { appearance as saved, type ProgrammeAppearance } from '../../../src/contract/index.js';

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const same = <A, B>(_same: Same<A, B>): void => undefined;

/** Never run: the compiler is the test. Each `@ts-expect-error` fails the type check when its line compiles. */
export function typed(portal: PortalElement): void {
  portal.appearance = { colorPrimary: '#0a7d5c', density: 'compact', overlay: 'border', colorScheme: 'auto' };
  // @ts-expect-error no such variable
  portal.appearance = { primaryColor: '#0a7d5c' };
  // @ts-expect-error no such density
  portal.appearance = { density: 'airy' };
  // @ts-expect-error lengths have their unit
  portal.appearance = { borderRadius: 6 };
  // @ts-expect-error no such scheme
  portal.colorScheme = 'black';
  // What a programme saves is an appearance, with all but a shadow of its own, and the logo of its e-mails.
  same<Exclude<keyof Appearance, keyof ProgrammeAppearance>, 'shadow'>(true);
  same<Exclude<keyof ProgrammeAppearance, keyof Appearance>, 'logo'>(true);
}

it('an appearance is custom properties by the same names', () => {
  const table: [Appearance, [string, string][]][] = [
    [{}, []],
    [{ colorPrimary: '#0a7d5c', colorTextSecondary: '#555' }, [['--prm-color-primary', '#0a7d5c'], ['--prm-color-text-secondary', '#555']]],
    [{ borderRadius: '' }, []],
    [{ density: 'compact' }, [['--prm-spacing-unit', '3px']]],
    [{ density: 'compact', spacingUnit: '6px' }, [['--prm-spacing-unit', '6px']]],
    [{ colorScheme: 'auto' }, [['--prm-color-scheme', 'light dark']]],
    [{ overlay: 'border', shadow: 'none' }, [['--prm-shadow', 'none']]],
  ];
  for (const [appearance, properties] of table) assert.deepEqual(propertiesOf(appearance), properties);
  const saved: ProgrammeAppearance = { logo: 'https://www.vendor.example/logo.png', borderRadius: '0px' };
  assert.deepEqual(propertiesOf(saved), [['--prm-border-radius', '0px']]);
  assert.deepEqual(propertiesOf({ fontFamily: 'Inter' }, '--prm-programme-'), [['--prm-programme-font-family', 'Inter']]);
});

it('six finished themes can be saved to a programme as they are', () => {
  assert.equal(Object.keys(themes).length, 6);
  for (const [name, theme] of Object.entries(themes)) assert.ok(z.safeParse(saved, theme).success, name);
});
