/** Opens a session for whoever is signed in to this site; the secret key stays here. */
export async function POST(request: Request): Promise<Response> {
  const { SERVICE_URL, PRMKIT_SECRET_KEY, MEMBER_ID } = process.env;
  return fetch(`${SERVICE_URL}/v1/sessions`, {
    method: 'POST',
    headers: { 'authorization': `Bearer ${PRMKIT_SECRET_KEY}`, 'content-type': 'application/json' },
    // A real site finds the member by its own sign-in.
    body: JSON.stringify({ memberId: MEMBER_ID, origins: [new URL(request.headers.get('origin') ?? request.url).origin] }),
  });
}
