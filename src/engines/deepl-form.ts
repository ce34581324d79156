import type { TargetLanguageCode, TranslateTextOptions } from 'deepl-node';
import { primaryLanguage } from '../language-tag.ts';
import type { Batch, Language } from '../model.ts';
import { instruct } from './deepl-instructions.ts';
import { hasMarkers, toXml } from './markers.ts';

/** What of a batch DeepL gets to see. */
export interface DeepLForm {
  readonly texts: readonly string[];
  readonly source: Language;
  readonly target: TargetLanguageCode;
  readonly context: string;
  readonly instructions: readonly string[];
  /** Texts are XML: codes are in one of them. */
  readonly isXml: boolean;
  /** All terms of the batch found room. */
  readonly complete: boolean;
}

export function formOf({ languages, requests }: Batch, variants: Readonly<Record<Language, string>>): DeepLForm {
  const target = variants[languages.target] ?? languages.target;
  const isXml = requests.some(({ text }) => hasMarkers(text));
  return {
    texts: requests.map(({ text }) => (isXml ? toXml(text) : text)),
    isXml,
    source: primaryLanguage(languages.source),
    target: target as TargetLanguageCode,
    context: contextOf(requests),
    ...instruct(
      requests.flatMap(({ terms }) => terms),
      target,
    ),
  };
}

/**
 * A new object for each call: deepl-node writes into it. A text is one sentence, cut by us; tags are handled only where
 * there are some, strictly (v2), and none of them parts a sentence. Formality is a matter of reviewed style, not of a request.
 */
export function optionsOf({ context, instructions, isXml }: DeepLForm): TranslateTextOptions {
  return {
    splitSentences: 'off',
    preserveFormatting: true,
    ...(isXml && {
      tagHandling: 'xml',
      tagHandlingVersion: 'v2',
      outlineDetection: false,
      nonSplittingTags: ['g', 'x'],
    }),
    ...(context && { context }),
    ...(instructions.length > 0 && { customInstructions: [...instructions] }),
  };
}

const xmlFields = [
  ['tag_handling', 'xml'],
  ['tag_handling_version', 'v2'],
  ['outline_detection', '0'],
  ['non_splitting_tags', 'g,x'],
];

/** Bytes of the request's body. DeepL counts the encoded form: ö costs 6, a Hangul syllable 9. */
export function sizeOf({ texts, source, target, context, instructions, isXml }: DeepLForm): number {
  const fields = [
    ['target_lang', target],
    ['source_lang', source],
    ['show_billed_characters', '1'],
    ...texts.map((text) => ['text', text]),
    ['split_sentences', '0'],
    ['preserve_formatting', '1'],
    ...(isXml ? xmlFields : []),
    ...(context ? [['context', context]] : []),
    ...instructions.map((instruction) => ['custom_instructions', instruction]),
  ];
  return new URLSearchParams(fields as [string, string][]).toString().length;
}

/**
 * The sentences around those of the batch, each once, in order. DeepL translates each text on its own, gives all of them
 * the same context, bills none of it, and recommends "a few complete sentences" in the language of the source
 * (developers.deepl.com/api-reference/translate, `context`).
 */
function contextOf(requests: Batch['requests']): string {
  const sentences = new Set(requests.flatMap(({ context: { before, after } }) => [before, after]));
  let context = '';
  for (const sentence of sentences) {
    if (context.length + sentence.length < longestContext) context += context && sentence ? ` ${sentence}` : sentence;
  }
  return context;
}

/** UTF-16 code units: some ten sentences. */
const longestContext = 2000;
