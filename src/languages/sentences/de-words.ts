/** German words that decide what a full stop is. In lower case, but for abbreviations of one part, whose case tells. */
import { abbreviationsOf, capitalized, setOf } from './lexicon.ts';

/** Closed-class words, and the commonest adverbs and auxiliaries: none of them follows an ordinal or an initial. */
export const starters = setOf(`
  der die das den dem des ein eine einen einem einer eines kein keine keinen keinem keiner keines
  dieser diese dieses diesen diesem dies jener jene jenes jenen jenem derjenige diejenige dasjenige diejenigen
  derselbe dieselbe dasselbe dieselben solche solcher solches solch
  ich du er es wir man mich dich uns euch mir dir ihm ihn niemand jemand
  jeder jede jedes jeden jedem alle allen aller alles allem beide beiden beides manche mancher manches
  einige einiger einiges etliche mehrere viele vieles vielen wenige sämtliche andere anderen nichts etwas
  wer wen wem was wessen welche welcher welches welchen welchem
  mein meine meinen meinem meiner meines dein deine deinen deinem deiner sein seine seinen seinem seiner seines
  unser unsere unseren unserem unserer euer eure euren
  ab abseits am an angesichts anhand anlässlich anstatt anstelle auf aufgrund aus außer außerhalb bei beim bezüglich
  binnen bis durch entgegen entlang entsprechend für gegen gegenüber gemäß hinsichtlich hinter im in infolge inmitten
  innerhalb ins jenseits mangels mit mithilfe mittels nach neben oberhalb ohne pro seit seitens statt trotz über um
  ungeachtet unter unterhalb unweit von vom vor vorbehaltlich während wegen zu zugunsten zum zur zwecks zwischen
  aber als allerdings also anders andererseits bevor da dagegen daher damit danach dann daran darauf daraufhin daraus
  darin darüber darum darunter dass davon davor dazu denn dennoch deren dessen deshalb desto deswegen doch ehe
  einerseits entweder falls ferner folglich freilich gleichwohl hingegen indem indes indessen insofern insoweit
  insbesondere je jedoch kaum nachdem noch nun nur ob obgleich obschon obwohl oder schließlich seitdem so sobald sodass
  sofern sogar solange somit sondern sonst soweit sowie sowohl stattdessen trotzdem überdies übrigens und unterdessen
  vielmehr weder weil weiterhin wenn wenngleich wie wieso wiewohl wo wobei wodurch wofür wogegen woher wohin womit woran
  worauf woraufhin woraus worin worüber worum wovon wozu zudem zumal zumindest zwar wann warum weshalb
  abends allein anfangs anschließend ansonsten auch außerdem bald beinahe bereits besonders bisher bislang bitte bloß
  dabei dadurch dafür daheim dahinter damals daneben derart derweil derzeit diesmal dort draußen drinnen ebenfalls
  ebenso eigentlich einmal einst einstweilen endlich erst erstmals etwa eventuell fast früher ganz gegebenenfalls
  gegenwärtig gelegentlich gemeinsam genau genauso gern gerade gestern gleich gleichzeitig glücklicherweise häufig heute
  heutzutage hier hierbei hierdurch hierfür hiermit hiernach hierunter hiervon hierzu immer immerhin inzwischen
  irgendwann irgendwie ja jedenfalls jetzt keinesfalls keineswegs künftig kürzlich längst lediglich leider letztendlich
  letztlich manchmal meist meistens mindestens mitunter mittlerweile möglicherweise nachher nachts nämlich natürlich
  nebenbei nein nicht nie niemals nirgends normalerweise oft oftmals schon sehr selbst selbstverständlich selten
  sicherlich sodann sofort soeben sogleich sozusagen später spätestens stets tatsächlich teilweise überall
  überhaupt umgekehrt umso unlängst vermutlich vielleicht völlig voraussichtlich vorerst vorher wahrscheinlich weiter
  weitere weiteres wieder wiederum wirklich wohl womöglich zeitgleich zuerst zugleich zuletzt zunächst zurück zurzeit
  zusätzlich zusammen zuvor zuweilen
  ist sind war waren wäre wären wird werden wurde wurden würde würden hat haben hatte hatten hätte hätten kann können
  konnte konnten könnte könnten muss müssen musste mussten müsste soll sollen sollte sollten darf dürfen durfte wollen
  wollte möchte möchten bin bist habe gibt geht sei seien
  zwei drei vier fünf sechs sieben acht neun zehn elf zwölf
`);

/** The polite address has a capital inside a sentence too. */
export const addresses = setOf('sie ihr ihre ihren ihrem ihrer ihres ihnen');

export const months = setOf(`
  januar jänner februar feber märz april mai juni juno juli august september oktober november dezember
  jan jän feb febr mär apr jun jul aug sep sept okt nov dez
`);

const sections = `
  § §§ abschnitt akt anhang anl anlage art artikel aufgabe band bd frage kap kapitel lektion modul nr nummer paragraf
  paragraph phase punkt regel schritt szene teil tag ziff ziffer
`;

/** What a number follows that opens a section: `§ 1. Zweck`, `Kapitel 1. Wie`. Without the stop of abbreviations. */
export const sectionNouns = setOf(sections);

/** What stands before a cardinal number, a Roman numeral or a letter. Without the stop of abbreviations. */
export const countedNouns = setOf(`
  ${sections} abb abbildung abs absatz bahnsteig bild block buchstabe episode etage fig figur folge formel gleis gruppe
  halle heft jahr jahre kategorie klasse level lit linie modell plan platz pos position rang raum rn s saal satz seite
  serie staffel station stufe tab tabelle tor typ variante vers version vitamin zeile zimmer
`);

/** What stands before the date `3.10.` rather than before the time `19.30`. */
export const datePrepositions = setOf('ab am bis dem den der des seit vom zum und');

/** Names that end in an exclamation mark. */
export const namesWithMark = setOf('yahoo joomla jeopardy wham');

const titles = `
  Dr Drs Prof Dipl Ing Mag Hr Hrn Fr Frl Fam Fa Gebr Frhr Frh Pfr Msgr Hptm Oblt Ltn Lt Oberstlt Uffz Abg Bgm Oberbgm
  Präs Vors Kard Ebf Se Ew Mr Mrs Ms Mme Mlle Sen Gov Rev Sgt Capt Col Hl hl St Ste Skt Mt med rer phil nat theol
  habil pol soz hum päd agr oec jur sc em mult h.c. e.h.
`;
const references = `
  Nr NR Nrn Nro Abs ABS Abschn Ziff lit Lit Rn Rnr Rdn Rdnr Rz Tz Buchst UAbs Unterabs Bd Bde Abb Tab Anm Fn Fußn Jg
  Drucks Plenarprot Vorb Vorbem Einl Hrsg Hg Az Gz Dir ABl BGBl BAnz GVBl GMBl vgl Vgl zit s i.v.m. i.s.d. i.s.v.
  i.d.f. i.h.v. i.r.d. i.r.v. i.z.m. z.hd. z.h. s.a.
`;
const languages = `
  lat griech dt dtsch engl frz ital russ türk poln tschech slowak slowen kroat serb bulg rumän ukrain niederl holländ
  schwed norweg norw dän isländ portug pers chin jap arab hebr jidd mongol estn österr amerik kanad austral brit
  französ
`;
const qualifiers = `
  evang luth röm bayer bayr sächs preuß kgl königl kaiserl städt staatl gesetzl öffentl techn wiss math phys chem südl
  nördl östl westl nordd südd allg amtl angebl ehem ehm urspr sog sogen spez stellv unbek unv vorl jährl tägl monatl
  wöchentl mtl inländ ausländ inl ausl elektr mech evang amtl vorh wohnh männl weibl mündl schriftl komm geb gegr erb
  gest verst gef reg verh verw verst gesch gez unterz hrsg hg bearb überarb übers erw neubearb
`;
const particles = `
  bzw ca inkl exkl einschl ausschl zzgl zuzgl abzgl bzgl betr gem ggf ggfs evtl evt ev bes insb insbes bspw eigtl entspr
  etw jmd jmdm jmdn jew lfd max min mind od resp rd ggü teilw ungef vorm nachm vs wg zw zwh zzt zus lt feat
  z.b. d.h. d.i. z.t. z.zt. z.z. i.d.r. i.e. i.e.s. i.w.s. i.a. i.allg. i.b. i.ü. i.g. m.e. m.w. m.a.w. u.u. u.zw. o.g.
  n.b. v.a. v.l.n.r. k.u.k. k.k. c.t. s.t. a.g. o.b.d.a.
`;
const numbered = `
  Art ART Kap S Alt Var Hs Erwgr ErwGr Anl Anh Erl Bl Sp Fig Z Ex Pos No Vol Op op Ed ed Mos Kor Mk Lk Joh Apg Röm Ps
  Off
`;
const measures = `
  Mio Mill Mrd Tsd Std Stdn Min Sek Jh Jhd Jhdt Jhs Anf Pfd Pkt Stk Stck Temp Einw Aufl Ausg Bsp Wdh
`;
const organizations = `
  Co Corp Inc Ltd Bros Jr Sr jun sen jr sr Univ Inst Verl Gen Insp Mitgl Nachf Abt Bf Bhf Hbf Lkr Kr Gde Bez Reg Vertr
  Bek Ber Sekr Ges Verf Bekl Urt Beschl Entsch Begr
`;
const whereabouts = 'Str str Pl Tel Fax Kto Postf';
const calendar = 'Jan Feb Febr Apr Aug Sep Sept Okt Nov Dez Mo Di Mi Do Sa So';
const citations = 'f ff al ibid ebd Ders dgl desgl Zs Zschr Ztg Jb Slg Bearb Übers Nachdr Orig Abk Adj Subst Plur';

const adjectives = `${languages} ${qualifiers}`;
/** With a capital they are nouns and names: Franz, Schweiz. */
const lowerCaseOnly = 'finn franz kath schweiz span ungar';

/** In names they have capitals: Bayer. Staatsregierung, Techn. Universität. */
export const abbreviations = abbreviationsOf({
  'never-final': `${titles} ${references} ${adjectives} ${capitalized(adjectives)} ${lowerCaseOnly} ${particles}`,
  'before-number': numbered,
  'before-object': 'u.a. u.v.a. o.ä. u.ä.',
  'maybe-final': `${measures} ${organizations} ${whereabouts} ${calendar} ${citations}`,
  'mostly-final': 'usw usf etc ect u.s.w. u.s.f. u.v.m. u.a.m. u.dgl. u.dgl.m. u.ä.m. u.d.m. o.dgl.',
  word: 'km cm mm dm nm kg mg qm kw kwh hz khz mhz ghz kb mb gb tb ml cl dl pkw lkw kfz Pkw Lkw Kfz hm pst tja brr psst',
});
