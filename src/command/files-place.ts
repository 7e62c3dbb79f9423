import { join } from 'node:path';
import type { FilePlace } from '../server/index.js';
import { UsageError, type Terminal } from './command.js';

export const filesHelp = `  --files DIR|s3://…    where uploaded files are kept; "files" in the directory of --data, or $PRMKIT_FILES, unless said.
                        s3://BUCKET/PREFIX?region=R&endpoint=URL; credentials as the AWS SDK finds them ($AWS_ACCESS_KEY_ID, …)`;

/** Which place for files is meant: a directory, or a bucket by its URL. */
export function filesPlace(values: { files?: string | undefined; data?: string | undefined }, { env }: Pick<Terminal, 'env'>): Exclude<FilePlace, { put: unknown }> {
  const named = values.files ?? env.PRMKIT_FILES ?? join(values.data ?? env.PRMKIT_DATA ?? 'prmkit-data', 'files');
  if (!named.startsWith('s3:')) return { directory: named };
  const wrong = (why: string) => new UsageError(`${why} A bucket is named like this: s3://BUCKET/PREFIX?region=eu-central-1`);
  let url: URL;
  try {
    url = new URL(named);
  } catch {
    throw wrong(`${named} is no address.`);
  }
  // What is written into an address ends in process lists and logs.
  if (url.username || url.password) throw wrong('Credentials are not taken from an address.');
  const { region, endpoint, ...others } = Object.fromEntries(url.searchParams);
  if (!url.hostname || Object.keys(others).length) throw wrong(url.hostname ? `What is meant by ${Object.keys(others)[0]}?` : 'The bucket is missing.');
  if (endpoint && !URL.canParse(endpoint)) throw wrong(`The endpoint ${endpoint} is no address.`);
  const prefix = decodeURIComponent(url.pathname).replace(/^\/+|\/+$/g, '');
  return { bucket: url.hostname, region, endpoint, prefix: prefix || undefined };
}
