import 'prmkit/components/prm-portal';
import 'prmkit/components/prm-deal-list';
import 'prmkit/react';
import type { Appearance, PortalElement } from 'prmkit';
import { useRef, useState } from 'react';

const serviceUrl = import.meta.env.VITE_SERVICE_URL;
// Outside the component: the same object in every render.
const appearance: Appearance = { colorPrimary: '#7a1f3d', borderRadius: '10px' };

export function Partners() {
  const portal = useRef<PortalElement>(null);
  const [person, setPerson] = useState('');
  const [signIns, setSignIns] = useState(0);
  const [look, setLook] = useState<'list' | 'board'>('list');
  const [asked, setAsked] = useState(false);

  return (
    <prm-portal
      ref={portal} serviceUrl={serviceUrl} sessionUrl="/session" appearance={appearance}
      onprm-ready={({ session }) => { setPerson(session.member.name); setSignIns((count) => count + 1); }}
    >
      <header>
        <h1>Partners</h1>
        <span id="person" data-sign-ins={signIns}>{person}</span>
        <button type="button" id="look" onClick={() => setLook(look === 'list' ? 'board' : 'list')}>Show as {look === 'list' ? 'board' : 'list'}</button>
        <button type="button" id="reconnect" onClick={() => portal.current?.reconnect()}>Reconnect</button>
      </header>
      {asked && <p id="own-form">Our own form would open here.</p>}
      <prm-deal-list look={look} onprm-deal-form={(event) => { event.preventDefault(); setAsked(true); }} />
    </prm-portal>
  );
}
