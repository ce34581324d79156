/** Whether people read the value at a path of front matter, by its name: where nobody says which are translated. */
export function isUsualKey(path: readonly string[]): boolean {
  return texts.has(nameOf(path).toLowerCase());
}

/** Indices of a list are no names. */
function nameOf(path: readonly string[]): string {
  return path.findLast((name) => !/^\d+$/.test(name)) ?? '';
}

/** What Jekyll, Hugo, Docusaurus, VitePress, Starlight and MDN show to readers. */
const texts: ReadonlySet<string> = new Set([
  'abstract',
  'alt',
  'caption',
  'deck',
  'description',
  'details',
  'excerpt',
  'heading',
  'headline',
  'image_alt',
  'imagealt',
  'keywords',
  'label',
  'lead',
  'linktext',
  'linktitle',
  'menu_title',
  'menutitle',
  'nav_title',
  'navtitle',
  'pagination_label',
  'seotitle',
  'seo_title',
  'short-title',
  'short_title',
  'shorttitle',
  'sidebar_label',
  'subheading',
  'subtitle',
  'summary',
  'tagline',
  'teaser',
  'text',
  'title',
]);
