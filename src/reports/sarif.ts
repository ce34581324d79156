import { hash } from 'node:crypto';
import type { Place, Severity } from '../model.ts';
import type { Problem } from '../pipeline/index.ts';
import type { Say } from './change-report.ts';
import type { PlacedFinding } from './findings.ts';
import { rules } from './rules.ts';

export interface SarifReport {
  readonly findings: readonly PlacedFinding[];
  /** Documents that were not checked. */
  readonly problems: readonly Problem[];
  /** Of wordferry. */
  readonly version: string;
  readonly say: Say;
}

/** A SARIF 2.1.0 log (docs.oasis-open.org/sarif/sarif/v2.1.0) of one run: one rule a check, one result a finding. */
export function sarif({ findings, problems, version, say }: SarifReport): unknown {
  const ids = [...new Set(findings.map(({ check }) => check))].sort();
  const indexes = new Map(ids.map((id, index) => [id, index]));
  const driver = { name: 'wordferry', semanticVersion: version, rules: ids.map((id) => ruleOf(id, say)) };
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver },
        columnKind: 'utf16CodeUnits',
        invocations: [
          {
            executionSuccessful: problems.length === 0,
            toolExecutionNotifications: problems.map((problem) => notificationOf(problem, say)),
          },
        ],
        results: findings.map((finding) => resultOf(finding, indexes.get(finding.check) ?? 0, say)),
      },
    ],
  };
}

const levels: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' };

function ruleOf(id: string, say: Say): unknown {
  const rule = rules[id];
  if (rule === undefined) return { id };
  return {
    id,
    shortDescription: { text: say({ id: rule.description }) },
    defaultConfiguration: { level: levels[rule.severity] },
  };
}

function resultOf(finding: PlacedFinding, ruleIndex: number, say: Say): unknown {
  const { check, severity, message, place, segment } = finding;
  return {
    ruleId: check,
    ruleIndex,
    level: levels[severity],
    message: { text: say(message) },
    locations: [{ ...locationOf(place), logicalLocations: [{ fullyQualifiedName: segment }] }],
    partialFingerprints: { 'segmentHash/v1': fingerprintOf(finding) },
    ...fixesOf(finding, say),
  };
}

/** The same finding in the same sentence, wherever the sentence stands. */
function fingerprintOf({ check, pair, target }: PlacedFinding): string {
  return hash('sha256', JSON.stringify([check, pair.source ?? '', pair.target, target?.start ?? 0])).slice(0, 16);
}

function fixesOf({ fix, fixPlace, message }: PlacedFinding, say: Say): object {
  if (fix === undefined || fixPlace === undefined) return {};
  const { file, line, column } = fixPlace;
  const deletedRegion = {
    startLine: line,
    startColumn: column,
    endLine: line,
    endColumn: column + fix.end - fix.start,
  };
  const replacement = { deletedRegion, insertedContent: { text: fix.text } };
  const change = { artifactLocation: artifactOf(file), replacements: [replacement] };
  return { fixes: [{ description: { text: say(message) }, artifactChanges: [change] }] };
}

function notificationOf({ message, place, status }: Problem, say: Say): unknown {
  return {
    level: 'error',
    message: { text: say(message) },
    properties: { status },
    ...(place.file !== undefined && { locations: [locationOf({ ...place, file: place.file })] }),
  };
}

function locationOf({ file, line, column }: Partial<Place> & Pick<Place, 'file'>): object {
  const region = line === undefined ? {} : { region: { startLine: line, startColumn: column ?? 1 } };
  return { physicalLocation: { artifactLocation: artifactOf(file), ...region } };
}

/** Relative to the folder that was checked out, where a file stands in it. */
function artifactOf(file: string): unknown {
  const path = file.replace(/^(?:\.\/)+/, '').split('/');
  const uri = path.map(encodeURIComponent).join('/');
  return file.startsWith('/') ? { uri: `file://${uri}` } : { uri, uriBaseId: '%SRCROOT%' };
}
