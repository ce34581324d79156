import { useEffect, useState } from 'preact/hooks';
import type { Preview as PreviewAnswer } from '../../api.ts';
import { warnOf } from '../notices.tsx';
import { get } from '../server.ts';
import { say } from '../words.ts';

/** The document as it is going to be read. The frame may run, load and open nothing. */
export function Preview({ path, revision }: { readonly path: string; readonly revision: string }) {
  const [html, setHtml] = useState<string>();
  useEffect(() => {
    const leaving = new AbortController();
    get<PreviewAnswer>('/api/preview', { path }, leaving.signal).then((preview) => setHtml(preview.html), warnOf);
    return () => leaving.abort();
  }, [path, revision]);
  if (html === undefined) return <p class="quiet">{say('page.loading')}</p>;
  return <iframe class="preview" sandbox="" title={say('page.preview')} srcdoc={html} />;
}
