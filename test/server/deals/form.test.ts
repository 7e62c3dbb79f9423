import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { FormField } from '../../../src/contract/index.js';
import { checkComplete, checkCustom, refuseUnasked, type FilledIn } from '../../../src/server/deals/form.js';
import { defaultSettings } from '../../../src/server/programme/defaults.js';
import { checkSettings } from '../../../src/server/programme/rules.js';

describe('the programme\'s form', () => {
  const label = { en: 'Label' };
  const field = (values: Partial<FormField>): FormField => ({ key: 'field', type: 'text', label, required: false, ...values });
  const options = [{ value: 'one', label }, { value: 'two', label }];
  const formOf = (...fields: FormField[]) => ({ sections: [{ key: 'all', label, fields }] });

  const values: [Partial<FormField>, unknown, string | undefined][] = [
    [{ type: 'text' }, 'words', undefined], [{ type: 'text' }, 'two\nlines', 'invalid_format'], [{ type: 'text' }, 7, 'invalid_type'],
    [{ type: 'long_text' }, 'two\nlines', undefined], [{ type: 'long_text' }, 'a\u0000b', 'invalid_format'],
    [{ type: 'number' }, 7.5, undefined], [{ type: 'number' }, '7', 'invalid_type'],
    [{ type: 'money' }, { amount: 1, currency: 'EUR' }, undefined], [{ type: 'money' }, { amount: 1, currency: 'USD' }, 'currency'], [{ type: 'money' }, 1, 'invalid_type'],
    [{ type: 'date' }, '2028-02-29', undefined], [{ type: 'date' }, '2026-02-29', 'invalid_date'], [{ type: 'date' }, 'soon', 'invalid_date'],
    [{ type: 'choice', options }, 'one', undefined], [{ type: 'choice', options }, 'three', 'unknown'],
    [{ type: 'multi_choice', options }, ['two', 'one'], undefined], [{ type: 'multi_choice', options }, ['one', 'one'], 'unknown'], [{ type: 'multi_choice', options }, 'one', 'invalid_type'],
    [{ type: 'consent' }, false, undefined], [{ type: 'consent' }, 'yes', 'invalid_type'],
    [{ type: 'text' }, `a\u202eb`, 'invalid_direction'], [{ type: 'text' }, '\u200fשלום', undefined], [{ type: 'text' }, '=1+1', undefined], [{ type: 'text' }, 'x'.repeat(501), 'too_big'], [{ type: 'text' }, '𝒳😀', undefined],
    [{ type: 'number' }, 1e300, 'too_big'], [{ type: 'date' }, '0000-01-01', 'invalid_date'],
    [{ type: 'file' }, [`file_${'0'.repeat(32)}`], undefined], [{ type: 'file' }, ['file_1'], 'invalid_type'], [{ type: 'file' }, `file_${'0'.repeat(32)}`, 'invalid_type'],
    [{ type: 'file' }, [`file_${'0'.repeat(32)}`, `file_${'0'.repeat(32)}`], 'duplicate'],
    [{ type: 'number' }, null, undefined], [{ partnerKinds: ['distributor'] }, 'words', 'unknown'],
  ];
  for (const [spec, value, code] of values) {
    it(`${code ? `refuses (${code})` : 'takes'} ${JSON.stringify(value)} for ${spec.partnerKinds ? 'a field of others' : spec.type}`, () => {
      assert.equal(checkCustom(formOf(field(spec)), 'reseller', { field: value }, 'EUR')[0]?.code, code);
    });
  }

  const empty = { name: '', customerId: null, lines: [], value: null, closeOn: null, territoryId: null, project: null, note: null, attachments: [], custom: {} };
  it('names what a submission lacks, standard fields and its own', () => {
    const form = formOf(field({ key: 'lines', type: 'standard', required: true }), field({ key: 'note', type: 'standard' }), field({ key: 'agreed', type: 'consent', required: true }),
      field({ key: 'amount', type: 'number', required: true }), field({ key: 'area', required: true, partnerKinds: ['licensee'] }));
    const pointers = (custom: Record<string, unknown>) => checkComplete(form, 'reseller', { ...empty, custom }, 'EUR').map(({ pointer }) => pointer);
    assert.deepEqual(pointers({}), ['/lines', '/custom/agreed', '/custom/amount']);
    assert.deepEqual(pointers({ agreed: false, amount: 0 }), ['/lines', '/custom/agreed']);
  });

  it('lets a draft keep what the form no longer asks, and not what it now asks otherwise', () => {
    const form = formOf(field({ key: 'kept', type: 'number' }));
    assert.deepEqual(checkComplete(form, 'reseller', { ...empty, custom: { gone: 'x', kept: 'seven' } }, 'EUR').map(({ pointer }) => pointer), ['/custom/kept']);
  });

  describe('with fields that others make needed', () => {
    const form = formOf(
      field({ key: 'route', type: 'choice', options }), field({ key: 'areas', type: 'multi_choice', options }), field({ key: 'agreed', type: 'consent' }), field({ key: 'hidden', type: 'choice', options, partnerKinds: ['licensee'] }),
      field({ key: 'byRoute', requiredIf: { field: 'route', values: ['two'] } }), field({ key: 'byArea', requiredIf: { field: 'areas', values: ['two'] } }),
      field({ key: 'byConsent', requiredIf: { field: 'agreed', values: ['true'] } }), field({ key: 'byHidden', requiredIf: { field: 'hidden', values: ['one'] } }),
      field({ key: 'note', type: 'standard', requiredIf: { field: 'route', values: ['two'] } }),
    );
    const cases: [string, Record<string, unknown>, string[]][] = [
      ['nothing chosen', {}, []], ['another choice', { route: 'one', areas: ['one'], agreed: false }, []],
      ['the choice', { route: 'two' }, ['/custom/byRoute', '/note']], ['one of the choices', { areas: ['one', 'two'] }, ['/custom/byArea']],
      ['the consent', { agreed: true }, ['/custom/byConsent']], ['filled in', { agreed: true, byConsent: 'yes' }, []], ['a field that this partner is not asked', { hidden: 'one' }, []],
    ];
    for (const [title, custom, pointers] of cases) {
      it(`${title}: ${pointers.join(', ') || 'nothing'} is missing`, () => assert.deepEqual(checkComplete(form, 'reseller', { ...empty, custom: { ...custom } }, 'EUR').map(({ pointer }) => pointer).filter((pointer) => pointer !== '/custom/hidden'), pointers));
    }
  });

  describe('where the vendor asked for some fields', () => {
    const fields = [
      field({ key: 'note', type: 'standard' }), field({ key: 'closeOn', type: 'standard' }), field({ key: 'route', type: 'choice', options }),
      field({ key: 'site', requiredIf: { field: 'route', values: ['two'] } }), field({ key: 'area', required: true }),
    ];
    const before = { ...empty, note: 'as it was', custom: { area: 'north', site: null } };
    const cases: [string, Partial<FilledIn>, string[]][] = [
      ['nothing', {}, []], ['what was asked for', { closeOn: '2030-01-01' }, []], ['something else', { note: 'new' }, ['/note']], ['something else away', { note: null }, ['/note']],
      ['an own field', { custom: { area: 'south' } }, ['/custom/area']], ['empty for empty', { custom: { area: 'north', site: '' } }, []],
      ['what becomes needed by what was asked for', { custom: { area: 'north', route: 'two', site: 'Linz' } }, []], ['what is not needed', { custom: { area: 'north', route: 'one', site: 'Linz' } }, ['/custom/site']],
      ['a field that the form has no longer', { custom: { area: 'north', gone: 'x' } }, []],
    ];
    for (const [title, change, pointers] of cases) {
      it(`changing ${title} is ${pointers.length ? 'refused' : 'fine'}`, () => assert.deepEqual(refuseUnasked(fields, ['closeOn', 'route'], before, { ...before, ...change }).map(({ pointer, code }) => (assert.equal(code, 'read_only'), pointer)), pointers));
    }
  });

  const conditions: [string, FormField['requiredIf'], string[]][] = [
    ['a choice and its options', { field: 'route', values: ['one', 'two'] }, []], ['a consent that is given', { field: 'agreed', values: ['true'] }, []],
    ['a field that is not there', { field: 'gone', values: ['one'] }, ['/requiredIf/field unknown']], ['itself', { field: 'field', values: ['one'] }, ['/requiredIf/field self']],
    ['a field that is no choice', { field: 'note', values: ['one'] }, ['/requiredIf/field type']], ['an option that is not there', { field: 'route', values: ['one', 'three'] }, ['/requiredIf/values/1 unknown']],
    ['a consent that is not given', { field: 'agreed', values: ['false'] }, ['/requiredIf/values/0 unknown']],
  ];
  for (const [title, requiredIf, problems] of conditions) {
    it(`${problems.length ? 'cannot hang' : 'may hang'} on ${title}`, () => {
      const dealForm = formOf(field({ key: 'route', type: 'choice', options }), field({ key: 'agreed', type: 'consent' }), field({ key: 'note', type: 'standard' }), field({ requiredIf }));
      assert.deepEqual(checkSettings({ ...defaultSettings, dealForm }).map(({ pointer, code }) => `${pointer.replace('/settings/dealForm/sections/0/fields/3', '')} ${code}`), problems);
    });
  }
});
