/** What tells German nouns from names. All in lower case. */
const setOf = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Before a noun; before a name hardly ever. */
export const determiners = setOf(`
  der die das den dem des ein eine einen einem einer eines kein keine keinen keinem keiner keines dieser diese dieses
  diesen diesem jener jene jenes jenen jenem jeder jede jedes jeden jedem alle allen aller alles beide beiden beider
  einige einigen einiger mehrere mehreren mehrerer viele vielen vieler wenige wenigen manche manchen mancher solche
  solchen solcher welche welchen welcher sämtliche mehr weniger mein meine meinen meinem meiner meines dein deine
  sein seine seinen seinem seiner seines ihr ihre ihren ihrem ihrer ihres unser unsere unseren unserem unserer unseres
  euer eure am beim im ins vom zum zur ans aufs fürs ums zwei drei vier fünf sechs sieben acht neun zehn elf zwölf
  deren dessen wessen etwas
`);

/** Names of places that take an article. */
export const placesWithArticle = setOf(`
  ukraine schweiz türkei slowakei mongolei niederlande niederlanden krim irak iran libanon jemen sudan kongo tschad
  vatikan balkan nahost ostsee nordsee donau rhein elbe themse wolga alpen karibik antarktis arktis lausitz
  pfalz bretagne normandie toskana provence walachei elfenbeinküste kreml
`);

/** Capitals that mean no noun, months and days, and the commonest nouns that stand without an article. */
export const noNames = setOf(`
  sie ihr ihre ihren ihrem ihrer ihres ihnen du dir dich ich januar jänner februar märz april mai juni juli august
  september oktober november dezember montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag
  frühling sommer herbst winter anfang mitte ende morgen abend nacht mittag uhr euro dollar cent pfund yen rubel
  franken kronen mark meter kilometer zentimeter millimeter meilen kilo kilogramm gramm tonnen tonne liter hektar
  grad prozent million millionen milliarde milliarden billion billionen tausend tausende hunderte dutzend dutzende
  jahr jahre jahren jahres tag tage tagen woche wochen monat monate monaten stunde stunden minute minuten sekunde
  sekunden zeit zeiten mensch menschen leute leuten frau frauen mann männer männern kind kinder kindern personen
  person familie eltern land länder ländern staat staaten stadt städte städten welt leben tod krieg frieden
  teil teile teilen fall fälle fällen mal seite seiten platz recht rechte wasser geld arbeit art weise wort worte
  angaben berichten bericht beispiel fragen frage problem probleme grund gründe gründen hilfe kosten druck bezug
  form formen zahl zahlen gruppe gruppen mitglieder mitgliedern mitglied truppen soldaten opfer hand hände haus
  häuser häusern schule schulen kirche spiel spiele weg wege ort orte orten name namen bild bilder bildern buch
  bücher film filme musik lied lieder auto autos team teams fans video videos internet computer online system
  interesse kontakt kraft macht angst glück schutz schritt ziel ziele luft erde sonne licht feuer eis blut herz kopf
  nord süd ost west norden süden osten westen nordosten nordwesten südosten südwesten links rechts
  gott christen juden muslime deutsch englisch französisch spanisch zufolge laut trotz experten analysten beamte
  region regionen front beginn befehl betrieb wind gold silber e-mail e-mails besitz anspruch folge basis kritik charakter detail details
  beamten behörden medien kunden bürger wähler arbeiter künstler spieler autoren forscher wissenschaftler ärzte
`);

/** Of words that derive a noun from another word. */
export const nounSuffix =
  /(?:ung|ungen|heit|heiten|keit|keiten|schaft|schaften|tion|tionen|sion|sionen|ismus|ismen|tät|täten|nis|nisse|nissen|tum|tümer|ling|linge|lingen|chen|lein|erin|erinnen|orin|istin|ment|mente|anz|enz|enzen|ität|logie|grafie|graphie|ur|uren|eur|euren|eure|ist|isten|ieren|rinnen|erei|ei|eien|ie|iker|ikern|iers|ler|lern|ner|nern|ator|atoren|age|agen|nahme|nahmen|haltung|kampf|krieg|recht|zeit|werk|stück|stoff|feld|weise|zahl|punkt|plan|stelle|gruppe|fall|lage|dienst)s?$/u;

/** Of names of places. */
export const placeSuffix =
  /^(?!.*(?:ausland|inland|festland|heimatland|hochland|flachland|bundesland|nachbarland|bereich|zahlreich|medien|milien|linien|kriterien|studien|ferien|materialien|immobilien|aktien|prinzipien|serien|partien|fantasien|[dglrt]ogien|strategien|energien|kolonien|industrien|kategorien|garantien|batterien|theorien|kopien|[nr]arien)$).{2,}(?:land|reich|ien|burg|stan)$/u;

/** Spellings that German words do not have. */
export const foreignSpelling =
  /[^\p{ASCII}äöüß]|[^aeioulnrst]y|y[aeo]|(?<!s)c(?![hk])|q(?!u)|sh|th|ee[dkln]|oo[dkln]|ou|ow|[ao]w$|[aiou]$|ll[ey]$|[^c]k[aio]|zh|ij|[bdfgkmnprtz]j|[kw]sk|rsk$/u;

/** A person is named behind it; the ends of compounds count: Bundeskanzlerin. */
export const title =
  /(?:präsident|kanzler|minister|sekretär|general|führer|könig|kaiser|prinz|fürst|herzog|graf|papst|bischof|kardinal|herrn?|frau|doktor|professor|senator|gouverneur|botschafter|sprecher|chef|leiter|direktor|vorsitzende[nr]?|abgeordnete[nr]?|kandidat|bürgermeister|richter|anwalt|trainer|oberst|major|admiral|kommandant|autor|sänger|schauspieler|regisseur|journalist|forscher|kollege|bruder|schwester|sir|lord|lady|mr|mrs|dr|prof)(?:s|n|en|in)?$/u;

/** Capitalised before a noun, it is part of a name: Vereinte Nationen. Without its ending. */
export const nameAdjective =
  /^(?:vereint|vereinigt|rot|schwarz|weiß|grün|golden|blau|groß|klein|neu|alt|jung|hoh|heilig|erst|zweit|dritt|viert|deutsch|national|international|föderal|königlich|kaiserlich|päpstlich|öffentlich|christlich|östlich|westlich|nördlich|südlich|nah|fern|kalt|weltweit|freiheitlich|demokratisch|.{2,20}isch)(?=e[nmrs]?$)/u;

/** Adjectives that are made from names of countries and peoples. */
export const countryAdjective =
  /^(?:(?:nord|süd|ost|west|mittel|zentral|alt|latein|anglo|afro)?(?:.{2,12}(?:anisch|enisch|esisch|ösisch|ländisch)|russisch|ukrainisch|britisch|polnisch|türkisch|griechisch|arabisch|jüdisch|persisch|schwedisch|dänisch|finnisch|norwegisch|israelisch|irakisch|syrisch|tschechisch|slowakisch|ungarisch|bulgarisch|österreichisch|bayerisch|sächsisch|schweizerisch|englisch|schottisch|irisch|indisch|belgisch|kroatisch|serbisch|europäisch|asiatisch|sowjetisch|baltisch|saudisch|kurdisch|jemenitisch|römisch|keltisch|katalanisch|byzantinisch|philippinisch|lateinisch|argentinisch|palästinensisch))(?:e[nmrs]?)?$/u;

/** These look so and are made from no name. */
export const commonAdjective =
  /(?:ausländ|inländ|mechan|organ|botan|vulkan|ozean|hygien|galvan|human|titan|ökumen|szen|phänomen|gen|arsen|orthogen|pathogen|heterogen|hygienisch|tyrann)isch/u;

/** Between the parts of a name: Ursula von der Leyen. */
export const nameParticles = setOf('von van de da di del della der den la le al el bin ibn zu');
