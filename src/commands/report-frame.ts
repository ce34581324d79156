import { createHash } from 'node:crypto';
import type { Speaker } from '../messages/index.ts';
import type { Frame } from '../reports/html.ts';
import { readTemplate } from '../store/templates.ts';

/** The look of an HTML report, and what makes it answer. */
export function reportFrame({ language, say }: Speaker): Frame {
  const hashOf = (text: string) => createHash('sha256').update(text).digest('base64');
  return { language, say, style: readTemplate('report.css'), script: readTemplate('report.js'), hashOf };
}
