'use client';

import type { Appearance, PortalElement } from 'prmkit';
import { definePrmElements } from 'prmkit';
import 'prmkit/react';
import { useEffect, useRef, useState } from 'react';

const appearance: Appearance = { colorPrimary: '#7a1f3d', borderRadius: '10px' };

export function Partners({ serviceUrl, skeleton }: { serviceUrl: string; skeleton: string }) {
  const portal = useRef<PortalElement>(null);
  const [person, setPerson] = useState('');
  const [signIns, setSignIns] = useState(0);
  const [look, setLook] = useState<'list' | 'board'>('list');
  const [asked, setAsked] = useState(false);
  const [awake, setAwake] = useState(false);

  // Taking over what a server rendered, React 19 gives custom elements neither objects nor handlers: an object is set
  // through the ref, and handlers come with the next render.
  useEffect(() => {
    portal.current!.appearance = appearance;
    setAwake(true);
    void definePrmElements('prm-portal', 'prm-deal-list');
  }, []);

  return (
    <prm-portal
      ref={portal} service-url={serviceUrl} session-url="/session"
      onprm-ready={awake ? ({ session }) => { setPerson(session.member.name); setSignIns((count) => count + 1); } : undefined}
    >
      <header>
        <h1>Partners</h1>
        <button type="button" id="look" onClick={() => setLook(look === 'list' ? 'board' : 'list')}>Show as {look === 'list' ? 'board' : 'list'}</button>
        <button type="button" id="reconnect" onClick={() => portal.current?.reconnect()}>Reconnect</button>
        <span id="person" data-sign-ins={signIns}>{person}</span>
      </header>
      {asked && <p id="own-form">Our own form would open here.</p>}
      {/* The browser makes a shadow root of the skeleton before React looks, and so React is told not to compare. */}
      <prm-deal-list
        look={look} onprm-deal-form={awake ? (event) => { event.preventDefault(); setAsked(true); } : undefined}
        suppressHydrationWarning dangerouslySetInnerHTML={{ __html: skeleton }}
      />
    </prm-portal>
  );
}
