import type { Place, Severity } from '../model.ts';
import type { Problem } from '../pipeline/index.ts';
import type { Say } from './change-report.ts';
import type { PlacedFinding } from './findings.ts';

const commands: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };

/** GitHub's workflow commands: findings, and documents left alone, appear at their lines in the pull request. */
export function annotations(findings: readonly PlacedFinding[], problems: readonly Problem[], say: Say): string {
  const left = problems.map(({ message, place }) => annotation('error', place, 'wordferry', say(message)));
  const found = findings.map(({ check, severity, message, place }) =>
    annotation(commands[severity], place, `wordferry ${check}`, say(message)),
  );
  return [...left, ...found].join('\n');
}

function annotation(command: string, { file, line, column }: Partial<Place>, title: string, text: string): string {
  const properties = Object.entries({ file, line, col: column, title }).filter(([, value]) => value !== undefined);
  return `::${command} ${properties.map(([name, value]) => `${name}=${escapeProperty(String(value))}`).join(',')}::${escapeData(text)}`;
}

/** The rules of @actions/core: a text must not end its own command and begin another. */
function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
