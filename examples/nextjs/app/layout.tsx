import type { ReactNode } from 'react';

export const metadata = { title: 'Partners' };

const look = 'body { max-width: 60rem; margin: 3rem auto; padding: 0 1rem; font: 16px/1.5 system-ui, sans-serif; }';

export default function Layout({ children }: { children: ReactNode }) {
  return <html lang="en"><head><style>{look}</style></head><body>{children}</body></html>;
}
