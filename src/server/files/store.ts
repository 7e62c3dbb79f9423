/** Where the contents of files are kept, outside the database. Keys are this service's own; nothing of a caller's is in them. */
export interface FileStore {
  /** Keeps what stands in a file of this machine. */
  put(key: string, path: string, size: number): Promise<void>;
  /** Answers once the first bytes are there; fails where the key is not known. */
  open(key: string): Promise<ReadableStream<Uint8Array>>;
  /** Also succeeds where there is nothing. */
  remove(key: string): Promise<void>;
}

/** S3, or whatever speaks like it. Credentials come from where the AWS SDK looks for them unless they are given. */
export interface BucketPlace {
  bucket: string;
  /** `eu-central-1`; from the environment unless said. */
  region?: string | undefined;
  /** For others than Amazon's: `https://s3.example.com`. Buckets are then named in the path. */
  endpoint?: string | undefined;
  /** A folder in the bucket. */
  prefix?: string | undefined;
  credentials?: { accessKeyId: string; secretAccessKey: string; sessionToken?: string } | undefined;
}

export type FilePlace = { directory: string } | BucketPlace | FileStore;
