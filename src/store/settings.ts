import { LineCounter, parseDocument } from 'yaml';
import { UserError } from '../errors.ts';
import { collapse } from '../fingerprint.ts';
import { defaults, type Settings } from '../settings.ts';
import { abbreviationsProblem } from './abbreviations-problem.ts';
import { checkSettings } from './check-settings.ts';
import { withChain } from './engine-chain.ts';
import { keyIn } from './key-in.ts';
import { type Layout, languagesOf } from './layout.ts';
import { layoutProblem } from './layout-problem.ts';
import { furnitureProblem, offsetOf, type SettingsProblem, shapeProblem, yamlProblem } from './settings-problem.ts';
import { settingNames, settingsSchema } from './settings-schema.ts';

/** `wordferry.yaml`, in a project of this layout. Throws `UserError` with the place of the first thing that is wrong. */
export function parseSettings(text: string, file: string, layout: Layout): Settings {
  const counter = new LineCounter();
  const document = parseDocument(text, { schema: 'failsafe', lineCounter: counter, prettyErrors: false });
  const refuse = ({ message, offset }: SettingsProblem): never => {
    const { line, col } = counter.linePos(offset);
    const hint = { id: 'settings.hint', values: { settings: settingNames.join(', ') } } as const;
    throw new UserError(message, { place: { file, line, column: col }, hint });
  };
  const secret = keyIn(text);
  if (secret !== undefined) refuse({ message: { id: 'settings.secret' }, offset: secret });
  const unreadable = yamlProblem(document);
  if (unreadable !== undefined) refuse(unreadable);
  const result = settingsSchema.safeParse(withChain(document.toJS() ?? {}));
  if (!result.success) return refuse(shapeProblem(result.error, document));
  const { furniture = {}, abbreviations = {}, checks = {}, limits, ...given } = result.data;
  const { engine, chain, engines = {}, documents = [], budget, ...rest } = given;
  const astray = layoutProblem(rest, layout);
  if (astray !== undefined) refuse({ message: astray.message, offset: offsetOf(document, astray.path, 'value') });
  const languages = languagesOf(layout, rest);
  const wrong =
    furnitureProblem(furniture, languages.targets, document) ??
    abbreviationsProblem(abbreviations, languages, document);
  if (wrong !== undefined) refuse(wrong);
  return {
    ...defaults,
    ...rest,
    ...languages,
    furniture: new Map(Object.entries(furniture).map(([line, choice]) => [collapse(line), choice])),
    sentences: { abbreviations },
    checks: checkSettings(checks),
    limits: { ...defaults.limits, ...limits },
    engines: chain ?? (engine === undefined ? undefined : [engine]),
    engineOptions: engines,
    documents: documents.map((rule) => ({ ...rule, engines: rule.engines === 'none' ? [] : rule.engines })),
    mockPairs: engines.mock?.pairs,
    budget: { ...defaults.budget, ...budget },
  };
}
