import * as z from 'zod/mini';
import { fileTypes, largestFile, type FileType } from './file-types.js';
import { id } from './identity.js';
import { bytes, operation } from './operation.js';
import { page, paging } from './paging.js';
import { actions, recordOf, reference } from './record.js';
import { everyone } from './roles.js';
import { known, line, oneOf } from './text.js';

/** Declared; its content has come and is being scanned; may be read; or was refused and has no content any more. */
export const fileStates = ['pending', 'uploaded', 'clean', 'refused'] as const;
/** Why a file was refused: its content is of another type than declared, or the scanner found something. */
export const fileRefusals = ['type', 'infected'] as const;
export type FileState = (typeof fileStates)[number];
export type FileRefusal = (typeof fileRefusals)[number];

const sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/));

/** A file that somebody adds to a deal. Until then its uploader alone knows of it; from then on whoever sees the deal. */
export const fileRecord = z.object({
  ...recordOf('file'),
  name: z.string(),
  /** In bytes. */
  size: z.int(),
  type: z.string(),
  /** As declared; once the content has come, as computed from it. */
  sha256: z.nullable(z.string()),
  state: known(fileStates),
  refusal: z.nullable(known(fileRefusals)),
  dealId: z.nullable(id('deal')),
  /** Who uploaded it, if the reader may know that person. */
  member: z.nullable(reference('member')),
  actions,
});
export type FileRecord = z.infer<typeof fileRecord>;

/** A name as it will stand in a folder: no path, and nothing that turns the direction of text, with which an ending can be hidden. */
const fileName = line(200).check(z.regex(/^[^/\\\u200e\u200f\u202a-\u202e\u2066-\u2069]+$/));

export const fileInput = z.strictObject({
  name: fileName,
  size: z.int().check(z.minimum(1), z.maximum(largestFile)),
  type: oneOf(Object.keys(fileTypes) as [FileType, ...FileType[]]),
  sha256: z.optional(sha256),
});
export type FileInput = z.infer<typeof fileInput>;

export const fileOperations = {
  list: operation({
    summary: 'Lists the files of a deal, the oldest first.',
    method: 'GET',
    path: '/v1/files',
    who: everyone,
    query: z.strictObject({ ...paging, dealId: id('deal') }),
    answer: page(fileRecord),
    errors: ['not_found'],
  }),
  read: operation({
    summary: 'Reads what is known of one file, without its content.',
    method: 'GET',
    path: '/v1/files/{fileId}',
    who: everyone,
    answer: fileRecord,
  }),
  create: operation({
    summary: 'Declares a file that is going to be uploaded. One that is added to no deal within a day is deleted.',
    method: 'POST',
    path: '/v1/files',
    who: everyone,
    body: fileInput,
    answer: fileRecord,
    status: 201,
    errors: ['action_not_allowed', 'unavailable'],
  }),
  upload: operation({
    summary: 'Uploads the content of a declared file: all of it, as it is. Sending the same content again changes nothing.',
    method: 'PUT',
    path: '/v1/files/{fileId}/content',
    who: everyone,
    body: bytes(largestFile),
    answer: fileRecord,
    changes: ['files'],
    errors: ['action_not_allowed', 'content_mismatch', 'file_type_refused', 'file_infected'],
  }),
  download: operation({
    summary: 'Reads the content of a file, as an attachment that no browser shows in place.',
    method: 'GET',
    path: '/v1/files/{fileId}/content',
    who: everyone,
    answer: bytes(largestFile),
    errors: ['action_not_allowed'],
  }),
  remove: operation({
    summary: 'Deletes a file that is on no deal yet, or on one that its partner may still change.',
    method: 'DELETE',
    path: '/v1/files/{fileId}',
    who: everyone,
    changes: ['files', 'deals'],
    errors: ['action_not_allowed'],
  }),
};
