/** Frequent German words that do not look so, and that English does not have. */
export const germanWords: ReadonlySet<string> = new Set(
  (
    'aber abholen absolut acht aktuell alle allein alleine allem allen aller allerdings alles alte alten anbieten ' +
    'anderer anderes anders anfangen antritt attackiert auch aufgrund aufs auftritt auseinander ausharren bauen ' +
    'bedeutet bedienen bedient befand befanden befindet begann begannen beginnen beginnt begonnen behalten beide beim ' +
    'bekam bekamen bekannt bekomme beraten bereit bereits besonders besser bessere bestand bestanden beste besten ' +
    'bester bestimmen besuchen besucht betont betonte betroffen betrug bevor beworben bewusst bietet bilden binnen ' +
    'bisher bisherigen bislang bitte bleibe bleiben blieb blockiert brachte brauchen braucht bringen bringt ' +
    'bundesweit chinesische christliche dabei dachte dadurch dagegen daher dahin dahinter damals damit danach dankte ' +
    'dann daran darauf daraufhin daraus darf darin darum darunter dass dasselbe davon davor dazu demnach demoliert ' +
    'denen denke denken denn dennoch denselben derart deren derweil derzeit deshalb dessen deutlich deutliche ' +
    'deutsche diese diesem diesen dieser dieses diesmal digitalen diskutiert doch dort dran drei dreimal dritten ' +
    'drittes drohen durch durchaus durchs durfte durften eben ebenfalls ebenso echte echter egal ehemalige eher eine ' +
    'einer eines einfach einmal eins emotionale endlich enorm entfernt entfielen entgegen enthalten enthielt entlang ' +
    'entlassen entlasten entnommen entschied entstand entstanden entweder entworfene ergab ergriffen erlebte erledigt ' +
    'erneut erster erstmals erwies essen etabliert etwa etwas euch externen extrem fahren fand fanden fehlende fehlt ' +
    'fehlten festgenommen festlich fiel finde finden findet floh folgende fordern fordert forderte fortan frage ' +
    'fragte frech frei freundlich freut freute friedliche froh fuhr gaben ganz ganze gebaut gebe gebildet geboren ' +
    'geboten geeignet gefreut gehe gehoben gekauft gekommene gelang gemeint genau genauer geniale genommen genug ' +
    'geplant gerade geradezu gerannt geraten geriet gern gerne gespalten gestanden gestattet gestern gestorben ' +
    'gestritten gesucht gesunken getan getrennt getroffen gewann geworden gezogen gezwungen gibt ging gingen glaube ' +
    'glauben gleich gleitet glich globalen gute gutem guten guter gutes habe haben halb halben halten handelt hartem ' +
    'harten hatte hatten heiraten heiratet heiratete helfen heraus herum hervor heute hier hierher hilfsbereit hilft ' +
    'hinaus hinten hinterher hinunter hinzu hoch hoffe hofft hohem hohen holen hundert ignoriert ihnen ihre ihrem ' +
    'ihren ihrer ihres immer immerhin indem indessen informiert infrage inmitten innere innerhalb insbesondere ' +
    'intensiver interessant internationale investieren jahrelang jede jedem jeden jedenfalls jeder jedes jedoch ' +
    'jemand jene jener jenseits jeweils junge jungen junger kamen kann kaum kehrte kein keine keinen keiner keinerlei ' +
    'keines keinesfalls kenne kennen kennt klar klasse kleine kleiner kleines knacken knapp kompetent komplett krank ' +
    'lagen landen landet lang lange langen langer lasse lassen laut lautet leben lebt lebte lecker leckere lediglich ' +
    'leere legen legt legte leiden leider leitet lesen liebe lieber liefern liegen liegt liest linken lobte mache ' +
    'machen macht machte manche manchmal mehr mehrfach mein meine meiner meines meint meist meldet messen mich ' +
    'mindestens mitgeteilt mithalten mithilfe mittels mitunter mitzuteilen mobil moderat momentan musste mutig nach ' +
    'nachdem nahe naiv namens nationale nationalen neben nebenan negativen nehmen nennen nennt nett neue neuen neuer ' +
    'neues neun nicht nichts niemand niemanden noch notiert notwendige nunmehr nutzen nutzte oben oberen obwohl oder ' +
    'offen offenbar offene offener offiziell ohne ohnehin paar passen passte positiven prall problemlos reagieren ' +
    'rechnen recht rechts reden reinen reiste relativ retten rettet rief riefen riesige riesigen roten roter ruhig ' +
    'rund rundum sagen sagt sagte sahen sauber schaden scharf scheint schien schlimmer schloss schlug schnell schob ' +
    'schon schoss schrieb schwarze schwer sechs sehen sehr seid seien sein seinem seinen seit seitens selben selber ' +
    'selbst selten senken sensiblen serviert sich sicher sichern siegte sind sitzen sodass sofort sogar solche ' +
    'solchen soll solle sollen sollte somit sondern sonst sorgen sorgt sorgte soweit sowie sowohl soziale sozialen ' +
    'sparen spart spielen spielt spitzen sprach stammen stammt starb starke starken starten startet statt stattdessen ' +
    'stattfinden stehe stehen stieg stimmen stolz stoppen strebt streiten strikte studiert suchen sucht tagelang teil ' +
    'teils teilt teilte teilweise teuer theoretisch tiefer tolle tollen toller traditionell traditionelle ' +
    'traditionellen traf trainieren trainiert trat traten treffen trennen treten trifft trinken tritt trotz trotzdem ' +
    'unangemessen unbedingt unfreundlich unglaublich unklar unmittelbar unser unsere unserem unseren unserer unseres ' +
    'unten unter untersuchen untersucht unterwegs unweit verdient verlor verloren vermeldet verriet verwies viel ' +
    'viele vielen vieler vielmehr voll volle voran vorbei vorher vorn vorne wachsen wann waren warf warnen warten ' +
    'wartet warum weder weil weit weite weiter weiterhin welche welcher weltweit wenig wenige weniger wenigstens wenn ' +
    'werde werden werfen wieder wies willigte wird wirklich wirkt wirkten wissen wobei wohl wolle wollen wollte ' +
    'worden wunderbar wurde wurden zehn zitiert zogen zudem zufolge zumindest zustande zuvor zwang zwar zwei zweimal'
  ).split(' '),
);

/** English words that look German. */
export const englishWords: ReadonlySet<string> = new Set(
  (
    'aftertaste alert animadvert antigen austere austerer austerest bartender beige belligerency belligerent ' +
    'belligerents benzene borscht eigenvalue eigenvalues einsteinium engender gender hacktivist hereinafter ' +
    'kaffeeklatsch kaffeeklatsches kraut launderer launderette launderettes leitmotiv lichen mischief nonbelligerent ' +
    'pertest pfennig reverend sauerkraut schadenfreude scherzo scherzos sprig subtend tenderer tenderest tungsten ' +
    'unintelligent vendetta verboten vernier vertebra vertebrae vertebrate vertex vertexes zeitgeist zwieback'
  ).split(' '),
);
