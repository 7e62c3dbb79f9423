import { renderSkeleton } from 'prmkit/server-rendering';
import { Partners } from './partners';

// Rendered on each request: the service's address is this server's setting.
export const dynamic = 'force-dynamic';

export default function Page() {
  return <Partners serviceUrl={process.env.SERVICE_URL ?? ''} skeleton={renderSkeleton('prm-deal-list')} />;
}
