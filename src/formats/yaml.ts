import type { Format, ParseOptions, Refusal, Unit } from '../model.ts';
import { controlCharacter } from './control-characters.ts';
import { isListed } from './listed-keys.ts';
import { isMachineScalar } from './machine-scalar.ts';
import { documentsOf, mostLevels, type YamlFault } from './yaml/documents.ts';
import { hasText, yamlInline } from './yaml/inline.ts';
import { localeRoot, localise } from './yaml/localise.ts';
import { valuesOf, type YamlValue } from './yaml/values.ts';
import { yamlClose, yamlFolds, yamlSpell } from './yaml/writing.ts';

/** Catalogs in YAML, as Rails, Symfony and Hugo have them: each string is a unit, everything else is copied. */
export const yaml: Format = {
  id: 'yaml',
  extensions: ['.yml', '.yaml'],
  parse(text: string, { keys }: ParseOptions) {
    const control = text.search(controlCharacter);
    const stream = control < 0 ? documentsOf(text) : ({ why: 'control', offset: control } as const);
    if ('why' in stream) return { newlines: 'line', units: [], refusal: refusalOf(stream) };
    const names = localeRoot(stream) === undefined ? 0 : 1;
    const isChosen = (path: readonly string[]) => keys === undefined || isListed(path, keys);
    const values = valuesOf(text, stream).map((value) => ({ ...value, path: value.path.slice(names) }));
    return { newlines: 'line', units: values.filter((value) => isText(value) && isChosen(value.path)).map(toUnit) };
  },
  folds: yamlFolds,
  spell: yamlSpell,
  close: yamlClose,
  inline: yamlInline,
  localise,
};

const isText = ({ text }: YamlValue): boolean => hasText(text) && !isMachineScalar(text);

function toUnit({ path, style, start, end }: YamlValue): Unit {
  return { kind: 'value', key: path.join('.'), style, start, end };
}

function refusalOf({ why, offset }: YamlFault | { readonly why: 'control'; readonly offset: number }): Refusal {
  if (why === 'deep') return { message: { id: 'format.yaml.deep', values: { levels: mostLevels } }, offset };
  return { message: { id: why === 'control' ? 'format.yaml.control' : 'format.yaml.broken' }, offset };
}
