/** English words that decide what a full stop is. In lower case, but for abbreviations of one part, whose case tells. */
import { abbreviationsOf, setOf } from './lexicon.ts';

/** Closed-class words that open sentences and do not follow an initial or an abbreviation. */
export const starters = setOf(`
  a an the this that these those some any each every both all many most several few another other such
  i you he she it we they his her its my our your their there here who whose what which when where why how whoever
  whatever somebody someone nobody everybody everyone nothing everything something one
  in on at by for from with without within to into of off over under about above across after against along among around
  as because before behind below beneath beside besides between beyond despite during except inside near outside per
  since through throughout toward towards until upon via
  and but or nor so yet if unless although though while whereas whether once then than not no yes
  is are was were be been has have had do does did can could should would must shall
  also again almost already always now never often perhaps maybe later earlier soon still thus therefore however
  moreover furthermore meanwhile instead indeed otherwise nevertheless nonetheless sometimes usually today yesterday
  tomorrow tonight even just only please finally eventually currently recently according
`);

/** What may follow a time of day: a.m. EST, p.m. on Monday's short form. */
export const afterTime = setOf(`
  monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
  october november december et est edt ct cst cdt mt mst mdt pt pst pdt gmt bst cet cest utc kst jst eastern central
  mountain pacific
`);

const titles = `
  Mr Mrs Ms Mx Messrs Dr Drs Prof Rev Revd Hon Gen Col Lt Capt Cmdr Cdr Maj Sgt Cpl Pvt Adm Brig Sen Rep Gov Pres Amb
  Supt Det Insp Atty Fr Mt Ft
`;
const particles = 'vs cf viz approx ca incl excl esp resp e.g. i.e. q.v. n.b. s.v.';
const organizations = `
  Inc Ltd Co Corp Bros Jr Sr Esq Univ Dept Assn Intl Natl Govt St Ave Blvd Rd Ln Sq Hwy Bldg Apt Ste
`;
const calendar = 'Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun';
const states = `
  Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Penn Tenn
  Tex Vt Va Wash Wis Wyo Ont Que
`;

export const abbreviations = abbreviationsOf({
  'never-final': `${titles} ${particles}`,
  'before-number':
    'No Nos no nos Art Arts art Sec sec Sect Fig Figs fig figs Eq eq Ch ch Vol vol p pp para paras Para App Ex Pt Rm Op op Tab',
  'maybe-final': `${organizations} ${calendar} ${states} al ibid f ff ed eds est mil bn`,
  'mostly-final': 'etc a.m. p.m.',
  word: 'km cm mm kg mg mph kph lb lbs ft hrs hr hz khz mhz ghz kb mb gb tb ml hmm shh psst',
});
