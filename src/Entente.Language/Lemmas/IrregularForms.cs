using Entente.Language.Tags;

namespace Entente.Language.Lemmas;

/// <summary>Irregular forms of English: what treebanks are too small to hold.</summary>
internal static class IrregularForms
{
    /// <summary>Base, past, participle; several forms with a stroke between them.</summary>
    private const string Verbs =
        "arise arose arisen;awake awoke awoken;bear bore borne/born;beat beat beaten;become became become;befall befell befallen;begin began begun;behold beheld beheld;bend bent bent;beset beset beset;"
        + "bet bet bet;bid bid bid;bind bound bound;bite bit bitten;bleed bled bled;blow blew blown;break broke broken;breed bred bred;bring brought brought;broadcast broadcast broadcast;build built built;"
        + "burn burnt burnt;burst burst burst;buy bought bought;cast cast cast;catch caught caught;choose chose chosen;cling clung clung;come came come;cost cost cost;creep crept crept;cut cut cut;"
        + "deal dealt dealt;dig dug dug;draw drew drawn;dream dreamt dreamt;drink drank drunk;drive drove driven;eat ate eaten;fall fell fallen;feed fed fed;feel felt felt;fight fought fought;find found found;"
        + "flee fled fled;fling flung flung;fly flew flown;forbid forbade forbidden;forecast forecast forecast;foresee foresaw foreseen;forget forgot forgotten;forgive forgave forgiven;forgo forwent forgone;"
        + "forsake forsook forsaken;freeze froze frozen;get got got/gotten;give gave given;go went gone;grind ground ground;grow grew grown;hang hung hung;hear heard heard;hide hid hidden;hit hit hit;hold held held;"
        + "hurt hurt hurt;keep kept kept;kneel knelt knelt;know knew known;lay laid laid;lead led led;leap leapt leapt;learn learnt learnt;leave left left;lend lent lent;let let let;lie lay lain;light lit lit;"
        + "lose lost lost;make made made;mean meant meant;meet met met;mislead misled misled;mistake mistook mistaken;misunderstand misunderstood misunderstood;outbid outbid outbid;outdo outdid outdone;"
        + "overcome overcame overcome;override overrode overridden;overrun overran overrun;oversee oversaw overseen;overtake overtook overtaken;overthrow overthrew overthrown;partake partook partaken;pay paid paid;"
        + "put put put;quit quit quit;read read read;rebuild rebuilt rebuilt;repay repaid repaid;reset reset reset;resell resold resold;rethink rethought rethought;retake retook retaken;rewrite rewrote rewritten;"
        + "ride rode ridden;ring rang rung;rise rose risen;run ran run;say said said;see saw seen;seek sought sought;sell sold sold;send sent sent;set set set;shake shook shaken;shed shed shed;shine shone shone;"
        + "shoot shot shot;show showed shown;shrink shrank shrunk;shut shut shut;sing sang sung;sink sank sunk;sit sat sat;slay slew slain;sleep slept slept;slide slid slid;sling slung slung;slit slit slit;"
        + "smuggle smuggled smuggled;sow sowed sown;speak spoke spoken;speed sped sped;spend spent spent;spill spilt spilt;spin spun spun;spit spat spat;split split split;spread spread spread;spring sprang sprung;"
        + "stand stood stood;steal stole stolen;stick stuck stuck;sting stung stung;stride strode stridden;strike struck struck/stricken;string strung strung;strive strove striven;swear swore sworn;sweep swept swept;"
        + "swell swelled swollen;swim swam swum;swing swung swung;take took taken;teach taught taught;tear tore torn;tell told told;think thought thought;throw threw thrown;thrust thrust thrust;tread trod trodden;"
        + "undercut undercut undercut;undergo underwent undergone;understand understood understood;undertake undertook undertaken;undo undid undone;unwind unwound unwound;uphold upheld upheld;upset upset upset;"
        + "wake woke woken;wear wore worn;weave wove woven;weep wept wept;win won won;wind wound wound;withdraw withdrew withdrawn;withhold withheld withheld;withstand withstood withstood;wring wrung wrung;write wrote written;"
        + "focus focused/focussed focused/focussed;bias biased biased;panic panicked panicked;traffic trafficked trafficked;mimic mimicked mimicked;visit visited visited;die died died;lie lied lied;tie tied tied;vie vied vied;"
        + "belie belied belied;free freed freed;flee fled fled;agree agreed agreed;decree decreed decreed;guarantee guaranteed guaranteed;oversee oversaw overseen;referee refereed refereed;veto vetoed vetoed;ski skied skied;"
        + "bid bade bidden;beseech besought besought;outfight outfought outfought;overfly overflew overflown;unfreeze unfroze unfrozen;plead pled pled;bus bused/bussed bused/bussed;lean leaned leaned;"
        + "gas gassed gassed;strafe strafed strafed;dynamite dynamited dynamited;quell quelled quelled;annul annulled annulled;impale impaled impaled;headbutt headbutted headbutted;garrotte garrotted garrotted;"
        + "guillotine guillotined guillotined;cane caned caned;dupe duped duped;buzz buzzed buzzed;hound hounded hounded;impound impounded impounded;apprehend apprehended apprehended;remand remanded remanded";

    /// <summary>Participles in -ing whose base their letters do not tell.</summary>
    private const string Gerunds = "die dying;lie lying;tie tying;vie vying;belie belying;see seeing;flee fleeing;agree agreeing;free freeing;oversee overseeing;guarantee guaranteeing;focus focusing;panic panicking;"
        + "traffic trafficking;mimic mimicking;singe singeing;ski skiing;echo echoing;veto vetoing;do doing;go going;undergo undergoing;gas gassing;strafe strafing;quell quelling;annul annulling;hound hounding;impound impounding;apprehend apprehending;remand remanding;"
        + "loose loosing;dupe duping;cane caning;dynamite dynamiting";

    private const string Plurals = "man men;woman women;child children;foot feet;tooth teeth;goose geese;mouse mice;ox oxen;crisis crises;analysis analyses;basis bases;thesis theses;hypothesis hypotheses;oasis oases;"
        + "axis axes;diagnosis diagnoses;emphasis emphases;synthesis syntheses;phenomenon phenomena;criterion criteria;medium media;memorandum memoranda;referendum referenda;curriculum curricula;bacterium bacteria;"
        + "datum data;stratum strata;series series;species species;means means;headquarters headquarters;barracks barracks;aircraft aircraft;spacecraft spacecraft;hovercraft hovercraft;crossroads crossroads;corps corps;"
        + "salmon salmon;sheep sheep;deer deer;life lives;wife wives;knife knives;leaf leaves;half halves;self selves;shelf shelves;thief thieves;wolf wolves;loaf loaves;calf calves;elf elves;"
        + "potato potatoes;tomato tomatoes;hero heroes;echo echoes;veto vetoes;embargo embargoes;torpedo torpedoes;cargo cargoes;policeman policemen;gunman gunmen;spokesman spokesmen;spokeswoman spokeswomen;"
        + "congressman congressmen;congresswoman congresswomen;businessman businessmen;businesswoman businesswomen;chairman chairmen;serviceman servicemen;fisherman fishermen;lawman lawmen;militiaman militiamen;"
        + "rifleman riflemen;infantryman infantrymen;tribesman tribesmen;clansman clansmen;countryman countrymen;statesman statesmen;alumnus alumni;nucleus nuclei;radius radii;stimulus stimuli;appendix appendices;"
        + "index indices;matrix matrices;vertex vertices;passerby passersby;ally allies;movie movies;tie ties;lie lies;calorie calories;genocide genocides;bus buses;gas gases;virus viruses;lens lenses;census censuses;"
        + "bonus bonuses;campus campuses;status statuses;consensus consensuses;canvas canvases;atlas atlases;alias aliases;axe axes;cache caches;niche niches;ache aches;headache headaches;avalanche avalanches;tranche tranches";

    /// <summary>Verbs in -se, -ze, -ge whose third person looks like one of a verb without e are known by their letters; these are not.</summary>
    private const string ThirdPersons = "go goes;do does;undergo undergoes;forgo forgoes;veto vetoes;echo echoes;embargo embargoes;focus focuses;bias biases;quiz quizzes;die dies;lie lies;tie ties;vie vies;belie belies;ache aches";

    /// <summary>All of them, as (form, tag, lemma); a form may come under several tags.</summary>
    public static IEnumerable<(string Form, Xpos Tag, string Lemma)> All()
    {
        foreach (string verb in Verbs.Split(';'))
        {
            string[] parts = verb.Split(' ');
            foreach (string form in parts[1].Split('/'))
            {
                yield return (form, Xpos.Vbd, parts[0]);
            }

            foreach (string form in parts[2].Split('/'))
            {
                yield return (form, Xpos.Vbn, parts[0]);
            }

            // A tagger takes one for the other now and then; the base is the same.
            foreach (string form in parts[1].Split('/').Except(parts[2].Split('/')))
            {
                yield return (form, Xpos.Vbn, parts[0]);
            }

            foreach (string form in parts[2].Split('/').Except(parts[1].Split('/')))
            {
                yield return (form, Xpos.Vbd, parts[0]);
            }
        }

        foreach ((string table, Xpos tag) in new[] { (Gerunds, Xpos.Vbg), (Plurals, Xpos.Nns), (ThirdPersons, Xpos.Vbz) })
        {
            foreach (string pair in table.Split(';'))
            {
                string[] parts = pair.Split(' ');
                yield return (parts[1], tag, parts[0]);
            }
        }
    }
}
