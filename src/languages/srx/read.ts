import { UserError } from '../../errors.ts';
import type { Message } from '../../model.ts';
import { textEnd } from './edges.ts';
import { matchesAt } from './match.ts';
import { parsePattern } from './parse-pattern.ts';
import { type Pattern, sequence } from './pattern.ts';
import { PatternFault } from './pattern-fault.ts';
import { compilePattern } from './program.ts';
import type { LanguageMap, Srx, SrxRule } from './srx.ts';
import { type Element, readXml } from './xml.ts';

/**
 * An SRX 2.0 file. Throws `UserError` with the place of what is wrong or not understood. What it says of codes and subflows
 * (`formathandle`, `segmentsubflows`) is checked and not used: to the splitter codes are signs that no sentence ends at.
 */
export function parseSrx(text: string, file: string): Srx {
  const root = readXml(text, file);
  if (root.name !== 'srx') refuse(root, { id: 'srx.element', values: { element: root.name } });
  attribute(root, { name: 'version', values: ['2.0'] });
  const { header, body } = childrenOf(root, ['header', 'body']);
  const cascade = attribute(header, { name: 'cascade', values: yesOrNo });
  if ('segmentsubflows' in header.attributes) attribute(header, { name: 'segmentsubflows', values: yesOrNo });
  for (const handle of header.children) readFormatHandle(handle);
  const { languagerules, maprules } = childrenOf(body, ['languagerules', 'maprules']);
  const rules = new Map(
    all(languagerules, 'languagerule').map((element) => [
      attribute(element, { name: 'languagerulename' }),
      all(element, 'rule').map((rule) => readRule(rule)),
    ]),
  );
  const maps = all(maprules, 'languagemap').map((element) => readMap(element, rules));
  return { maps, cascade: cascade === 'yes' };
}

const yesOrNo = ['yes', 'no'];

function readFormatHandle(element: Element): void {
  if (element.name !== 'formathandle') refuse(element, { id: 'srx.element', values: { element: element.name } });
  attribute(element, { name: 'type', values: ['start', 'end', 'isolated'] });
  attribute(element, { name: 'include', values: yesOrNo });
}

function readRule(element: Element): SrxRule {
  const isBreak = 'break' in element.attributes ? attribute(element, { name: 'break', values: yesOrNo }) : 'yes';
  const unknown = element.children.find(({ name }) => name !== 'beforebreak' && name !== 'afterbreak');
  if (unknown !== undefined) refuse(unknown, { id: 'srx.element', values: { element: unknown.name } });
  const programOf = (name: string, direction: 'ahead' | 'behind') => {
    const found = element.children.find((child) => child.name === name);
    return understood(found ?? element, () => compilePattern(parsePattern(found?.text ?? ''), direction));
  };
  return {
    id: `${element.file}:${element.line}`,
    file: element.file,
    line: element.line,
    break: isBreak === 'yes',
    before: programOf('beforebreak', 'behind'),
    after: programOf('afterbreak', 'ahead'),
  };
}

/** A pattern stands for whole language tags, whose case does not count. */
function readMap(element: Element, rules: ReadonlyMap<string, readonly SrxRule[]>): LanguageMap {
  const name = attribute(element, { name: 'languagerulename' });
  const pattern = attribute(element, { name: 'languagepattern' });
  const program = understood(element, () => {
    const whole: Pattern = sequence(parsePattern(`(?i)${pattern}`), textEnd);
    return compilePattern(whole, 'ahead');
  });
  return {
    rules: rules.get(name) ?? refuse(element, { id: 'srx.name', values: { name } }),
    fits: (language) =>
      matchesAt(program, 0, {
        text: language,
        steps: Number.POSITIVE_INFINITY,
        stop: () => refuse(element, { id: 'srx.slow' }),
      }),
  };
}

/** Its children of these names, one of each. */
function childrenOf<Name extends string>(element: Element, names: readonly Name[]): Readonly<Record<Name, Element>> {
  const found = names.map((name) => {
    const child = element.children.find((one) => one.name === name);
    return [
      name,
      child ?? refuse(element, { id: 'srx.incomplete', values: { part: name, element: element.name } }),
    ] as const;
  });
  return Object.fromEntries(found) as Record<Name, Element>;
}

function all(element: Element, name: string): readonly Element[] {
  const other = element.children.find((child) => child.name !== name);
  if (other !== undefined) refuse(other, { id: 'srx.element', values: { element: other.name } });
  return element.children;
}

interface Attribute {
  readonly name: string;
  /** What it may be; absent for any text. */
  readonly values?: readonly string[];
}

function attribute(element: Element, { name, values }: Attribute): string {
  const value = element.attributes[name];
  if (value === undefined)
    return refuse(element, { id: 'srx.incomplete', values: { part: name, element: element.name } });
  if (values?.includes(value) ?? true) return value;
  return refuse(element, { id: 'srx.attribute', values: { attribute: name, value, expected: values ?? [] } });
}

function understood<Value>(element: Element, read: () => Value): Value {
  try {
    return read();
  } catch (error) {
    if (error instanceof PatternFault) return refuse(element, error.text);
    throw error;
  }
}

function refuse({ file, line, column }: Element, text: Message): never {
  const hint: Message = { id: text.id === 'srx.pattern' ? 'srx.pattern.hint' : 'srx.hint' };
  throw new UserError(text, { place: { file, line, column }, hint });
}
