import type { Answers } from './answered.ts';
import { finishTranslation } from './finish.ts';
import { type Plan, type PlannedRequest, planTranslation, type Scope } from './plan.ts';
import type { Problem, Project } from './project.ts';
import { readBack } from './read-back.ts';
import type { TranslatedDocument } from './render-document.ts';

export type { Answers, EngineAnswer } from './answered.ts';
export type { EntryFinding } from './checking/check.ts';
export { checkBilingual, type SegmentFinding } from './checking/check-bilingual.ts';
export { type Decision, explainDocument } from './explain.ts';
export { finishTranslation } from './finish.ts';
export { orphanPairs } from './orphan-pairs.ts';
export type { Outline } from './outside/outline.ts';
export {
  type Plan,
  type PlannedRequest,
  type PlannedTranslation,
  planTranslation,
  type Scope,
} from './plan.ts';
export type {
  CommittedSource,
  ImportedFile,
  Orphan,
  Problem,
  Project,
  SourceBefore,
  TranslationFiles,
} from './project.ts';
export type { FileChange, TranslatedDocument } from './render-document.ts';
export { type Route, requestMap } from './request-map.ts';
export { type SourceFile, segmentDocument } from './segment.ts';

/** Asks an engine for what the plan left open. */
export type Ask = (requests: readonly PlannedRequest[], plan: Plan) => Promise<Answers>;

export interface Translated {
  readonly plan: Plan;
  readonly documents: readonly TranslatedDocument[];
  readonly problems: readonly Problem[];
}

/** The flow: read → parse → segment → match → translate → check → write. `project` is what was read; what is to be written comes back. */
export async function translateProject(project: Project, scope: Scope, ask: Ask): Promise<Translated> {
  const plan = planTranslation(project, scope);
  const answers = await ask(plan.requests, plan);
  const finished = finishTranslation(plan, answers, project.settings);
  const unlike = new Map(finished.map((document) => [document, readBack(document, project.settings)]));
  const problems = [...unlike.values()].filter((problem) => problem !== undefined);
  const documents = finished.filter((document) => unlike.get(document) === undefined);
  return { plan, documents, problems: [...plan.problems, ...problems] };
}
