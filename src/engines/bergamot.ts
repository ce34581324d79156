import { runInThisContext } from 'node:vm';
import type { LocalModel, LocalProgram } from '../local-models.ts';
import type { LocalText } from './local-html.ts';

/** Marian in WebAssembly. It aborts by throwing, and is of no use afterwards. */
export interface Bergamot {
  load(model: Omit<LocalModel, 'file'>): Translator;
  translate(texts: readonly LocalText[], translators: readonly Translator[]): readonly string[];
}

/** A model in the memory of the program. */
export type Translator = object;

/**
 * The package's own loader is for browsers and does not start in Node: this is what it does, with the program's bytes as
 * they come from `store/`.
 */
export async function startBergamot({ glue, wasm }: LocalProgram): Promise<Bergamot> {
  const module = await instantiate(glue, wasm);
  const service = new module.BlockingService({ cacheSize: 0 });
  const translate: Bergamot['translate'] = (texts, translators) => {
    const [input, options] = [new module.VectorString(), new module.VectorResponseOptions()];
    for (const { text, isHtml } of texts) {
      input.push_back(text);
      options.push_back({ alignment: false, html: isHtml, qualityScores: false });
    }
    const [first, second] = translators as [Translator, Translator?];
    const responses = second
      ? service.translateViaPivoting(first, second, input, options)
      : service.translate(first, input, options);
    const targets = texts.map((_, at) => responses.get(at).getTranslatedText());
    for (const used of [input, options, responses]) used.delete();
    return targets;
  };
  return {
    translate,
    load(model) {
      const translator = load(module, model);
      // A bad model is found out by its first sentence.
      translate([{ text: 'A.', isHtml: false }], [translator]);
      return translator;
    },
  };
}

function load(module: Module, { model, shortlist, vocabularies, precision }: Omit<LocalModel, 'file'>): Translator {
  const memory = (bytes: Uint8Array, alignment: number) => {
    const copy = new module.AlignedMemory(bytes.length, alignment);
    copy.getByteArrayView().set(bytes);
    return copy;
  };
  const list = new module.AlignedMemoryList();
  for (const vocabulary of vocabularies) list.push_back(memory(vocabulary, 64));
  const settings = Object.entries({ ...marian, 'gemm-precision': precision }).map(
    ([key, value]) => `${key}: ${value}\n`,
  );
  return new module.TranslationModel(settings.join(''), memory(model, 256), memory(shortlist, 64), list, null);
}

/**
 * As Firefox runs its models, but for sentences: each text is one, and is cut only behind more pieces of words than one has.
 * Without alignment no tag finds its place.
 */
const marian = {
  'beam-size': 1,
  normalize: 1.0,
  'word-penalty': 0,
  'max-length-break': 512,
  'mini-batch-words': 1024,
  workspace: 128,
  'max-length-factor': 2.0,
  'skip-cost': true,
  'cpu-threads': 0,
  quiet: true,
  'quiet-translation': true,
  alignment: 'soft',
  'ssplit-mode': 'sentence',
};

/** The program's matrices: Firefox brings faster ones, the program has its own under other names. */
const matrices = {
  int8_prepare_a: 'int8PrepareAFallback',
  int8_prepare_b: 'int8PrepareBFallback',
  int8_prepare_b_from_transposed: 'int8PrepareBFromTransposedFallback',
  int8_prepare_b_from_quantized_transposed: 'int8PrepareBFromQuantizedTransposedFallback',
  int8_prepare_bias: 'int8PrepareBiasFallback',
  int8_multiply_and_add_bias: 'int8MultiplyAndAddBiasFallback',
  int8_select_columns_of_b: 'int8SelectColumnsOfBFallback',
};

/** The glue looks for `Module` among the globals, fills it, and says when it is ready. */
function instantiate(glue: string, wasm: Uint8Array): Promise<Module> {
  return new Promise((resolve, reject) => {
    const module = {
      print: () => undefined,
      printErr: () => undefined,
      onRuntimeInitialized: () => resolve(module as unknown as Module),
      instantiateWasm(imports: object, done: (instance: object) => void) {
        WebAssembly.instantiate(wasm, { ...imports, wasm_gemm: matricesOf(module as unknown as Module) }).then(
          ({ instance }) => done(instance),
          reject,
        );
        return {};
      },
    };
    Object.assign(globalThis, { Module: module });
    runInThisContext(glue);
  });
}

function matricesOf(module: Module): Record<string, (...values: readonly number[]) => number> {
  const named = Object.entries(matrices).map(([name, own]) => [
    name,
    (...values: readonly number[]) => module.asm[own]!(...values),
  ]);
  return Object.fromEntries(named);
}

/** Node has it; its types are those of browsers. */
declare const WebAssembly: {
  instantiate(program: Uint8Array, imports: object): Promise<{ readonly instance: object }>;
};

/** What Emscripten makes of the program's C++ classes, as far as it is used. */
interface Module {
  readonly asm: Readonly<Record<string, (...values: readonly number[]) => number>>;
  readonly AlignedMemory: new (bytes: number, alignment: number) => { getByteArrayView(): Uint8Array };
  readonly AlignedMemoryList: new () => List<object>;
  readonly VectorString: new () => List<string>;
  readonly VectorResponseOptions: new () => List<object>;
  readonly TranslationModel: new (
    settings: string,
    model: object,
    shortlist: object,
    vocabularies: object,
    quality: null,
  ) => Translator;
  readonly BlockingService: new (options: {
    readonly cacheSize: number;
  }) => {
    translate(model: Translator, texts: object, options: object): Responses;
    translateViaPivoting(first: Translator, second: Translator, texts: object, options: object): Responses;
  };
}

interface List<T> {
  push_back(value: T): void;
  delete(): void;
}

interface Responses {
  get(at: number): { getTranslatedText(): string };
  delete(): void;
}
