import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { resolve } from 'node:path';
import { Readable } from 'node:stream';
import type { Disk } from 'flydrive';
import { importPackage } from '../import-package.js';
import type { BucketPlace, FileStore } from './store.js';

const forFiles = 'Files';

/** A directory of this machine. */
export async function openFolder(directory: string): Promise<FileStore> {
  const { Disk } = await importPackage(() => import('flydrive'), 'flydrive', forFiles);
  const { FSDriver } = await import('flydrive/drivers/fs');
  return storeOn(new Disk(new FSDriver({ location: resolve(directory), visibility: 'private' })));
}

/** A bucket; the AWS SDK is loaded for this alone. */
export async function openBucket({ bucket, region, endpoint, prefix, credentials }: BucketPlace): Promise<FileStore> {
  const { Disk } = await importPackage(() => import('flydrive'), 'flydrive', forFiles);
  const { S3Driver } = await importPackage(() => import('flydrive/drivers/s3'), '@aws-sdk/client-s3 @aws-sdk/s3-request-presigner', 'Files in S3');
  const driver = new S3Driver({
    bucket, visibility: 'private', supportsACL: false,
    ...(region && { region }), ...(endpoint && { endpoint, forcePathStyle: true }), ...(credentials && { credentials }),
    // Others than Amazon's do not all know the checksums that the SDK would add to every request.
    requestChecksumCalculation: 'WHEN_REQUIRED', responseChecksumValidation: 'WHEN_REQUIRED',
  });
  return storeOn(new Disk(driver), prefix);
}

function storeOn(disk: Disk, prefix = ''): FileStore {
  const at = (key: string) => (prefix ? `${prefix.replace(/^\/+|\/+$/g, '')}/${key}` : key);
  return {
    put: (key, path, size) => disk.putStream(at(key), createReadStream(path), { contentLength: size, contentType: 'application/octet-stream' }),
    async open(key) {
      const content = await disk.getStream(at(key));
      // A file that is not there fails only when it is read, and then an answer would have begun already.
      if (!content.readableLength) await Promise.race([once(content, 'readable'), once(content, 'end')]);
      return Readable.toWeb(content) as ReadableStream<Uint8Array>;
    },
    remove: (key) => disk.delete(at(key)),
  };
}
