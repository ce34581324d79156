import { type FinalSound, finalSounds } from './final-sound.ts';

/** The particles and endings that depend on the last sound before them: after a consonant, after a vowel. */
const pairs = [
  ...(['은/는', '이/가', '을/를', '과/와', '과의/와의', '과는/와는', '은커녕/는커녕'] as const),
  ...([
    '아/야',
    '이여/여',
    '이시여/시여',
    '이랑/랑',
    '이나/나',
    '이나마/나마',
    '이란/란',
    '이야/야',
    '이야말로/야말로',
  ] as const),
  ...([
    '이든/든',
    '이든지/든지',
    '이든가/든가',
    '이며/며',
    '이면/면',
    '이고/고',
    '이자/자',
    '이니/니',
    '이지/지',
  ] as const),
  ...(['이라/라', '이라고/라고', '이라는/라는', '이라며/라며', '이라면/라면', '이라도/라도', '이라서/라서'] as const),
  ...([
    '이다/다',
    '이니까/니까',
    '이지만/지만',
    '이죠/죠',
    '이네/네',
    '이냐/냐',
    '이에요/예요',
    '이어요/여요',
  ] as const),
  ...(['이었/였', '이었다/였다', '이었던/였던', '이었고/였고', '이었으며/였으며', '이었습니다/였습니다'] as const),
  ...(['으로/로', '으로서/로서', '으로써/로써', '으로부터/로부터'] as const),
  ...(['으로는/로는', '으로도/로도', '으로만/로만', '으로의/로의', '으로서는/로서는', '으로서의/로서의'] as const),
] as const;

type Listed = (typeof pairs)[number];
type Reversed<Pair> = Pair extends `${infer A}/${infer B}` ? `${B}/${A}` : never;

/** In either order: `은/는`, `는/은`. */
export type ParticlePair = Listed | Reversed<Listed>;

/**
 * The forms of a pair that may follow a word, in the order in which the pair names them: both where both are right
 * (R is 아르 or 알), none where nobody knows how the word ends. `reading` is how the word is read in Hangul, where its
 * spelling does not say so: GitHub is 깃허브.
 */
export function particle(word: string, pair: ParticlePair, reading: string = word): readonly string[] {
  const forms = formsOf.get(pair);
  if (forms === undefined) throw new TypeError(`Unexpected pair ${pair}, expected one of ${pairs.join(', ')}`);
  const sounds = finalSounds(reading);
  const [only] = sounds;
  if (only !== undefined && sounds.length === 1) return [forms[only]];
  const right = new Set(sounds.map((sound) => forms[sound]));
  return pair.split('/').filter((form) => right.has(form));
}

/** The pair that a particle belongs to: 으로/로 of 로. */
export function pairOf(form: string): ParticlePair | undefined {
  return pairByForm.get(form);
}

/** ㄹ counts as a vowel before 으로 (서울로), and as the consonant that it is before all others. */
const formsOf: ReadonlyMap<string, Readonly<Record<FinalSound, string>>> = new Map(
  pairs.flatMap((pair) => {
    const [consonant = '', vowel = ''] = pair.split('/');
    const forms = { consonant, vowel, rieul: consonant.startsWith('으로') ? vowel : consonant };
    return [
      [pair, forms],
      [`${vowel}/${consonant}`, forms],
    ] as const;
  }),
);

/** 야 is of two pairs; either says the same of it. */
const pairByForm: ReadonlyMap<string, ParticlePair> = new Map(
  pairs.flatMap((pair) => pair.split('/').map((form) => [form, pair] as const)),
);
