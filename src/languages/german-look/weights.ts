/**
 * How German a word looks: the sum of the weights of its runs of three letters ("^" and "$" are its ends). Weights are those
 * of a logistic regression on the words of German and of English, halves rounded to whole numbers.
 */
export const weights: ReadonlyMap<string, number> = new Map(
  (
    [
      [9, 'gt$'],
      [8, 'ahm bt$ ig$ kt$ kur zt$'],
      [7, 'hnt iv$ lze mt$ nah nnt ppt woh'],
      [6, 'ahl eie eue gte ndt pft rnt'],
      [
        5,
        '^kr ^zw ahr alb aue bau eht eif ekt ezi fst gst ige kon kre kst kul ln$ lst mei mte neh nko otz roh rrt ' +
          'sam sst weg',
      ],
      [
        4,
        '^kl ^ko ^um ^ze ^zu akt ale bar bte ehn ehr eib eim eis eiz eln em$ fe$ gba geg gep haf heu ht$ ief ieh ' +
          'ika isc kom kra kte kti los lt$ mpf mst pfe rst rt$ sch siv tau tet tiv tlo tze zte',
      ],
      [
        3,
        '^ab ^ei ^er ^ka ^ku ^ve abg anz auf aus bst ch$ cht det ebe eid eil elt en$ end ere erk ern ert erz etz ' +
          'fen fre geb gef geh gel gen gew he$ hne hoc ieb iel ier ke$ kel ken kla lau llt lnd mmt nen nkt nlo nze ' +
          'pei rau re$ rnd rte slo st$ te$ tst tzt uel ufe urc vor wei wie zei zug',
      ],
      [
        2,
        '^an ^au ^be ^ge ^hi ^vo ach are bei ben che chl chs chw cke ckt de$ den dre dst ech ede ehe eic ein eit ' +
          'ele ell ene erh ese et$ fte ge$ gem hei hen her hst hte hts ich igs imm inn itt izi lei lem len ler lic ' +
          'lle lte mme nd$ nde nei nem nge nie nst nte och oge oll opp ose pra rbe rei rem ren rer rsc sen spr sse ' +
          'ste tba tei tem ten tes tig tli tsc ver zen zie',
      ],
      [1, '^we ann del dem der des eck erb ete ger ges isi le$ lig rba rig sie ter tis ual'],
      [-1, '^as ^de ^di ^in ^pr ^re emi ess ing ure zin'],
      [
        -2,
        '^ou ^te al$ arc ble cal cat com con cti ear gs$ hea ica ise ish ist ked kin led lly nce ned nt$ red sed ' +
          'she tin ves',
      ],
      [
        -3,
        '^ba ^ca ^ch ^co ^cr ^ov ate car ce$ ces cra ded eco ect ed$ hed ies ism ity ize ls$ ly$ ng$ ous out ove ' +
          'ree shi sm$ ss$ ted the ty$ us$',
      ],
      [
        -4,
        '^cu ^sh ^sl ^sn ^sw ain ake as$ cul ds$ ead ees ely erc ici igh is$ ks$ low ms$ ns$ on$ ook oun ps$ roo ' +
          'ry$ sce sh$ tly ts$ ve$ ys$',
      ],
      [-5, '^ce ^up cs$ enc ght ia$ ic$ rs$ sco tch'],
      [-6, '^wh clo hoo'],
    ] as const
  ).flatMap(([weight, runs]) => runs.split(' ').map((run) => [run, weight] as const)),
);

export const bias = -5;
