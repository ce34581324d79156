import type { Severity } from '../model.ts';
import type { Say } from './change-report.ts';
import type { PlacedFinding } from './findings.ts';

const commands: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };

/** GitHub's workflow commands: findings appear at their lines in the pull request. */
export function annotations(findings: readonly PlacedFinding[], say: Say): string {
  return findings
    .map(({ check, severity, message, place }) => {
      const properties = { file: place.file, line: place.line, col: place.column, title: `wordferry ${check}` };
      const list = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
      return `::${commands[severity]} ${list.join(',')}::${escapeData(say(message))}`;
    })
    .join('\n');
}

/** The rules of @actions/core: a text must not end its own command and begin another. */
function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
