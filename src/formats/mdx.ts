import { markdownFormat } from './markdown/format.ts';

/** Markdown with JSX in it. */
export const mdx = markdownFormat('mdx', ['.mdx'], 'mdx');
