import { useEffect } from 'preact/hooks';
import { HelpDialog } from './dialogs/help.tsx';
import { SaveDialog } from './dialogs/save.tsx';
import { DocumentPage } from './document/document-page.tsx';
import { actOnKeys } from './keys.ts';
import { Notices } from './notices.tsx';
import { OverviewPage } from './overview/overview-page.tsx';
import { place } from './place.ts';

export function App() {
  const path = place.value;
  useEffect(() => actOnKeys(window), []);
  return (
    <>
      {path === undefined ? <OverviewPage /> : <DocumentPage key={path} path={path} />}
      <Notices />
      <HelpDialog />
      <SaveDialog />
    </>
  );
}
