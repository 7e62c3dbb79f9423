/** What `fetch` is, wherever it comes from: the platform, a test, a service in the same process. */
export type Fetch = (request: Request) => Promise<Response> | Response;

/** How many bytes of a body have gone, of how many. */
export interface Progress {
  sent: number;
  total: number;
}
