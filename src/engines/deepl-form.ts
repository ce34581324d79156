import type { Formality, ModelType, TargetLanguageCode, TranslateTextOptions } from 'deepl-node';
import { primaryLanguage } from '../language-tag.ts';
import type { Batch, Language } from '../model.ts';
import { instruct } from './deepl-instructions.ts';
import type { DeepLSettings } from './deepl-settings.ts';
import { hasMarkers, toXml } from './markers.ts';
import { styleInstructions } from './style-instructions.ts';

/** What of a batch DeepL gets to see. */
export interface DeepLForm {
  readonly texts: readonly string[];
  readonly source: Language;
  readonly target: TargetLanguageCode;
  readonly context: string;
  readonly instructions: readonly string[];
  /** Texts are XML: codes are in one of them. */
  readonly isXml: boolean;
  readonly formality?: string | undefined;
  readonly model?: string | undefined;
  readonly styleRule?: string | undefined;
  /** All terms of the batch found room, or are in a glossary at DeepL. */
  readonly complete: boolean;
}

/** `en` and `pt` are no targets of DeepL's: it wants a variety. */
const varieties: Readonly<Record<string, string>> = { en: 'en-US', pt: 'pt-PT' };

export function formOf({ languages, requests }: Batch, { options, style = {} }: FormSettings): DeepLForm {
  const own = style[languages.target] ?? {};
  const target = own.variety ?? varieties[languages.target] ?? languages.target;
  const isXml = requests.some(({ text }) => hasMarkers(text));
  const terms = instruct(
    requests.flatMap((request) => request.terms),
    { target, before: styleInstructions(own) },
  );
  return {
    texts: requests.map(({ text }) => (isXml ? toXml(text) : text)),
    isXml,
    source: primaryLanguage(languages.source),
    target: target as TargetLanguageCode,
    context: contextOf(requests),
    formality: own.formality && `prefer_${own.formality}`,
    model: options?.model,
    styleRule: options?.styleRule,
    instructions: terms.instructions,
    complete: terms.complete || options?.glossary !== undefined,
  };
}

type FormSettings = Pick<DeepLSettings, 'options' | 'style'>;

/**
 * A new object for each call: deepl-node writes into it. A text is one sentence, cut by us; tags are handled only where
 * there are some, strictly (v2), and none of them parts a sentence. Where a language knows no formality, `prefer_…` asks
 * for none.
 */
export function optionsOf(form: DeepLForm, glossary?: string): TranslateTextOptions {
  const { context, instructions, isXml, formality, model, styleRule } = form;
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
    ...(formality && { formality: formality as Formality }),
    ...(model && { modelType: model as ModelType }),
    ...(styleRule && { styleRule }),
    ...(glossary && { glossary }),
    ...(instructions.length > 0 && { customInstructions: [...instructions] }),
  };
}

/** As long as those that DeepL gives. */
const glossaryId = '0'.repeat(36);

const xmlFields = [
  ['tag_handling', 'xml'],
  ['tag_handling_version', 'v2'],
  ['outline_detection', '0'],
  ['non_splitting_tags', 'g,x'],
];

/** Bytes of the request's body. DeepL counts the encoded form: ö costs 6, a Hangul syllable 9. */
export function sizeOf(form: DeepLForm): number {
  const { texts, source, target, context, instructions, isXml } = form;
  const fields = [
    ['target_lang', target],
    ['source_lang', source],
    ['show_billed_characters', '1'],
    ...texts.map((text) => ['text', text]),
    ['split_sentences', '0'],
    ['preserve_formatting', '1'],
    ...(isXml ? xmlFields : []),
    ...(context ? [['context', context]] : []),
    ['formality', form.formality ?? ''],
    ['model_type', form.model ?? ''],
    ['style_id', form.styleRule ?? ''],
    ['glossary_id', glossaryId],
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
