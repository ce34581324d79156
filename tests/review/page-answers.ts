import { readFileSync } from 'node:fs';
import type { DocumentView, Overview } from '../../src/review/api.ts';

/** What the memory knows, whatever it is asked. */
export const memory = [
  {
    source: 'Nordkorea hat rund 11.000 Soldaten nach Kursk entsandt.',
    target: '북한은 쿠르스크에 약 1만1000명의 병력을 파견했다.',
    document: 'translations/ko/lage-im-oktober.txt',
  },
  { source: 'Kiew meldet neue Truppen.', target: '키이우는 새 병력을 보고했다.', document: 'translations/ko/kiew.txt' },
];

export function overviewOf(views: readonly DocumentView[], project: string): Overview {
  return {
    project,
    source: 'de',
    targets: [...new Set(views.map(({ language }) => language))].sort(),
    reviewer: { name: '김하나', email: 'hana@example.org' },
    engines: [...new Set(views.flatMap(({ engines }) => engines))].sort(),
    documents: views.map(({ units: _, ...summary }) => summary),
  };
}

export function previewOf({ units }: DocumentView): string {
  const escaped = (text: string): string => text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  return units.map(({ sentences }) => `<p>${sentences.map(({ target }) => escaped(target)).join(' ')}</p>`).join('\n');
}

export function pageWords(language: string): Readonly<Record<string, string>> {
  const all = Object.entries<string>(JSON.parse(readFileSync(`src/messages/${language}.json`, 'utf8')));
  return Object.fromEntries(all.filter(([id]) => id.startsWith('page.')));
}
