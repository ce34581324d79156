import { LineCounter, parseDocument } from 'yaml';
import { UserError } from '../errors.ts';
import { collapse } from '../fingerprint.ts';
import { defaults, type Settings } from '../settings.ts';
import { abbreviationsProblem } from './abbreviations-problem.ts';
import { furnitureProblem, type SettingsProblem, shapeProblem, yamlProblem } from './settings-problem.ts';
import { settingNames, settingsSchema } from './settings-schema.ts';

/** `wordferry.yaml`. Throws `UserError` with the place of the first thing that is wrong. */
export function parseSettings(text: string, file: string, layout: Pick<Settings, 'source' | 'targets'>): Settings {
  const counter = new LineCounter();
  const document = parseDocument(text, { schema: 'failsafe', lineCounter: counter, prettyErrors: false });
  const refuse = ({ message, offset }: SettingsProblem): never => {
    const { line, col } = counter.linePos(offset);
    const hint = { id: 'settings.hint', values: { settings: settingNames.join(', ') } } as const;
    throw new UserError(message, { place: { file, line, column: col }, hint });
  };
  const unreadable = yamlProblem(document);
  if (unreadable !== undefined) refuse(unreadable);
  const result = settingsSchema.safeParse(document.toJS() ?? {});
  if (!result.success) return refuse(shapeProblem(result.error, document));
  const { furniture = {}, abbreviations = {}, engines, budget, ...rest } = result.data;
  const wrong =
    furnitureProblem(furniture, layout.targets, document) ?? abbreviationsProblem(abbreviations, layout, document);
  if (wrong !== undefined) refuse(wrong);
  return {
    ...defaults,
    ...layout,
    ...rest,
    furniture: new Map(Object.entries(furniture).map(([line, choice]) => [collapse(line), choice])),
    sentences: { abbreviations },
    mockPairs: engines?.mock?.pairs,
    maxCharacters: budget?.characters ?? defaults.maxCharacters,
  };
}
