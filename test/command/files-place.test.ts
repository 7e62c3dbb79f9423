import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { UsageError } from '../../src/command/command.js';
import { filesPlace } from '../../src/command/files-place.js';

describe('the place for files', () => {
  const places: [what: string, values: { files?: string; data?: string }, env: Record<string, string>, place: object][] = [
    ['stands in the default directory', {}, {}, { directory: 'prmkit-data/files' }],
    ['stands in the directory that holds the records', { data: '/var/prm' }, {}, { directory: '/var/prm/files' }],
    ['is taken from the environment', { data: '/var/prm' }, { PRMKIT_FILES: '/mnt/files' }, { directory: '/mnt/files' }],
    ['is the one that is named', { files: './here' }, { PRMKIT_FILES: '/mnt/files' }, { directory: './here' }],
    ['is a bucket', { files: 's3://vendor' }, {}, { bucket: 'vendor', region: undefined, endpoint: undefined, prefix: undefined }],
    ['is a folder of a bucket elsewhere', { files: 's3://vendor/prm/files/?region=eu-central-1&endpoint=https://s3.vendor.example' }, {},
      { bucket: 'vendor', prefix: 'prm/files', region: 'eu-central-1', endpoint: 'https://s3.vendor.example' }],
  ];
  for (const [what, values, env, place] of places) it(what, () => assert.deepEqual(filesPlace(values, { env }), place));

  for (const wrong of ['s3://', 's3:', 's3://key:secret@vendor', 's3://vendor?reggion=x', 's3://vendor?endpoint=nowhere']) {
    it(`is not ${wrong}`, () => assert.throws(() => filesPlace({ files: wrong }, { env: {} }), UsageError));
  }
});
