import type { LocalModel, LocalModels, LocalProgram } from '../../src/local-models.ts';
import { openModels } from '../../src/store/models.ts';
import { toEnglish, toKorean, toyModel } from './toy-model.ts';

/** German to English and English to Korean, as Mozilla has them. */
export const toyModels: Readonly<Record<string, Omit<LocalModel, 'file'>>> = {
  'de-en': toyModel(toEnglish),
  'en-ko': toyModel(toKorean),
};

export interface LocalFixture {
  readonly models?: Readonly<Record<string, Omit<LocalModel, 'file'>>> | undefined;
  readonly program?: LocalProgram | undefined;
}

export function localModels({ models = toyModels, program = bergamot }: LocalFixture = {}): LocalModels {
  return {
    installed: () => new Map(Object.keys(models).map((pair) => [pair, `hash of ${pair}`])),
    read: (pair) => ({ file: `/models/${pair}/model.bin`, ...models[pair]! }),
    program: () => program,
  };
}

/** The package of this repository's own. */
export const bergamot = openModels({}).program();

/** Words at which the translator comes to grief, each in another way. */
export const trapped: LocalProgram = {
  ...bergamot,
  glue: `${bergamot.glue}
    const ready = Module.onRuntimeInitialized;
    Module.onRuntimeInitialized = () => {
      const { push_back } = Module.VectorString.prototype;
      Module.VectorString.prototype.push_back = function (text) {
        if (text.includes('Abbruch')) abort('a test');
        if (text.includes('Ende')) process.exit(0);
        if (text.includes('Speicher')) for (const full = []; ; ) full.push(new Array(1e4).fill(text));
        if (text.includes('Schleife')) for (;;);
        if (text.includes('Umgebung') && Object.keys(process.env).length > 0) abort('a test');
        return push_back.call(this, text);
      };
      ready();
    };`,
};

/** A package that does not even start. */
export const dead: LocalProgram = { ...bergamot, glue: 'process.exit(1)' };
