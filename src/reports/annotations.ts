import type { Place, Severity } from '../model.ts';
import type { Problem } from '../pipeline/index.ts';
import type { Say } from './change-report.ts';
import type { PlacedFinding } from './findings.ts';
import { named, visible } from './visible.ts';

const commands: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };

/** GitHub's workflow commands: findings, and documents left alone, appear at their lines in the pull request. */
export function annotations(findings: readonly PlacedFinding[], problems: readonly Problem[], say: Say): string {
  const left = problems.map(({ message, place }) => annotation('error', place, 'wordferry', say(message)));
  const found = findings.map(({ check, severity, message, place, name }) => {
    const title = name === undefined ? `wordferry ${check}` : `wordferry ${check} (${name})`;
    return annotation(commands[severity], place, title, say(message));
  });
  return [...left, ...found].map((line) => `${line}\n`).join('');
}

function annotation(command: string, { file, line, column }: Partial<Place>, title: string, text: string): string {
  const properties = Object.entries({ file, line, col: column, title }).filter(([, value]) => value !== undefined);
  return `::${command} ${properties.map(([name, value]) => `${name}=${escapeProperty(String(value))}`).join(',')}::${escapeData(text)}`;
}

/** The rules of @actions/core: a text must not end its own command and begin another. The runner shows it, line by line. */
function escapeData(text: string): string {
  const lines = text.split(/\r\n|\r|\n/).map(visible);
  return lines.join('\n').replaceAll('%', '%25').replaceAll('\n', '%0A');
}

/** Real names of files, but for signs that drive a terminal. */
function escapeProperty(text: string): string {
  const escapes = { '%': '%25', '\r': '%0D', '\n': '%0A', ':': '%3A', ',': '%2C' } as const;
  return text.replace(/[^\r\n]+/g, named).replace(/[%\r\n:,]/g, (sign) => escapes[sign as keyof typeof escapes]);
}
