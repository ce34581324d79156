import type { DocumentView } from '../../src/review/api.ts';
import { at, documentOf, was } from './page-documents.ts';

const kursk = 'Nordkorea hat nach Angaben aus Kiew rund 12.500 Soldaten in die Region Kursk entsandt.';
const kurskTarget = '우크라이나에 따르면 북한은 쿠르스크 지역에 약 1만1000명의 병력을 보냈다.';
const moscow = 'Moskau hat die Berichte bislang weder bestätigt noch dementiert.';
const moscowTarget = '모스크바은 지금까지 이 보도를 확인도 부인도 하지 않았다.';

/** An article with a bit of everything that a reviewer meets. */
export const article: DocumentView = documentOf('translations/ko/nordkorea-truppen.txt', [
  {
    unit: 'heading',
    rows: [{ source: 'Nordkoreanische Truppen in Russland', target: '러시아에 있는 북한군', state: 'final' }],
  },
  {
    unit: 'paragraph',
    rows: [
      {
        source: 'Im Januar erbeuteten ukrainische Truppen zwei nordkoreanische Soldaten.',
        target: '1월 우크라이나군은 북한군 병사 두 명을 생포했다.',
        state: 'reviewed',
      },
      {
        source: kursk,
        target: kurskTarget,
        machine: 'deepl',
        previous: was(
          'Nordkorea hat nach Angaben aus Kiew rund 11.000 Soldaten in die Region Kursk entsandt.',
          '우크라이나에 따르면 북한은 쿠르스크 지역에 약 1만1000명의 군인을 파견했다.',
        ),
        terms: [
          { ...at(kursk, 'Nordkorea'), term: 'Nordkorea', admitted: ['북한'] },
          { ...at(kursk, 'Kiew'), term: 'Kiew', admitted: ['키이우', '우크라이나'] },
          { ...at(kursk, 'Region Kursk'), term: 'Region Kursk', admitted: ['쿠르스크주', '쿠르스크 지역'] },
        ],
        findings: [
          {
            check: 'number_mismatch',
            severity: 'error',
            message: 'Unexpected number 1만1000, expected 1만2500 (12.500)',
            source: at(kursk, '12.500'),
            target: at(kurskTarget, '1만1000'),
            fixed: kurskTarget.replace('1만1000', '1만2500'),
          },
        ],
      },
      {
        source: moscow,
        target: moscowTarget,
        machine: 'deepl',
        note: 'Mit der Agentur abgleichen: 보도 oder 보도들?',
        terms: [{ ...at(moscow, 'Moskau'), term: 'Moskau', admitted: ['모스크바'] }],
        findings: [
          {
            check: 'ko_particle',
            severity: 'warning',
            message: 'Unexpected particle 은 after 모스크바, expected 는',
            target: at(moscowTarget, '모스크바은'),
            fixed: moscowTarget.replace('모스크바은', '모스크바는'),
          },
        ],
      },
    ],
  },
  {
    unit: 'paragraph',
    rows: [
      { source: 'Die Region blieb ruhig.', target: '이 지역은 조용했다.', machine: 'memory' },
      {
        source: 'Beobachter rechnen mit weiteren Entsendungen.',
        target: '관측통들은 추가 파병을 예상한다.',
        machine: 'deepl',
      },
      { source: 'Das berichten mehrere Medien.', state: 'initial' },
      { source: 'Die Angaben ließen sich nicht prüfen.', joined: true, state: 'reviewed' },
      { source: undefined, target: '(서울에서 보도)', state: 'reviewed' },
    ],
  },
  {
    unit: 'item',
    rows: [{ source: 'Mehr dazu im Dossier.', target: '자세한 내용은 특집 기사를 참고하세요.', machine: 'llm' }],
  },
]);

const names = [
  'haushalt/einzelplan-04.md',
  'haushalt/ueberblick.md',
  'presse/pressemitteilung-2026-11-24.txt',
  'startseite.json',
];

/** More documents for an overview. */
export const others: readonly DocumentView[] = names.flatMap((name, index) =>
  ['en', 'ko'].map((language) =>
    documentOf(`translations/${language}/${name}`, [
      {
        unit: 'paragraph',
        rows: Array.from({ length: 12 + 9 * index }, (_, row) => ({
          source: `Das ist Satz ${row} des Dokuments ${name}.`,
          target:
            language === 'en'
              ? `This is sentence ${row} of the document ${name}.`
              : `이것은 ${name} 문서의 문장 ${row}이다.`,
          state: row < 4 + 7 * index ? ('reviewed' as const) : ('translated' as const),
          machine: index === 3 ? 'llm' : 'deepl',
        })),
      },
    ]),
  ),
);
