use super::of;
use crate::language::Tag;

/// Those of the cases, form and lemma, that come out otherwise.
fn wrong(cases: &str, tag: Tag) -> Vec<String> {
    let pairs = cases.split('|').filter_map(|c| c.trim().split_once(' '));
    pairs
        .filter(|(form, lemma)| of(form, tag) != *lemma)
        .map(|(form, _)| format!("{form}: {}", of(form, tag)))
        .collect()
}

#[test]
fn undoes_inflection() {
    let verbs = "left leave|flew fly|said say|killed kill|hosting host|led lead|departed depart|visited visit|announced announce|\
        arriving arrive|stopped stop|planned plan|controlled control|travelling travel|named name|voted vote|fired fire|\
        created create|repeated repeat|operated operate|treating treat|invited invite|limited limit|executed execute|\
        shouted shout|changed change|belonged belong|challenged challenge|bringing bring|alleged allege|engaged engage|\
        struggling struggle|hurled hurl|required require|repaired repair|prepared prepare|appeared appear|feared fear|\
        considered consider|offered offer|explored explore|monitored monitor|secured secure|poured pour|toured tour|\
        determined determine|joined join|maintained maintain|opened open|happened happen|postponed postpone|questioned question|\
        claimed claim|aimed aim|resumed resume|becoming become|striking strike|speaking speak|evoked evoke|looked look|\
        developed develop|escaped escape|equipped equip|hoped hope|invaded invade|provided provide|raided raid|avoided avoid|\
        exploded explode|included include|conceded concede|needed need|described describe|robbed rob|absorbed absorb|agreed agree|\
        freed free|succeeded succeed|carried carry|died die|dying die|studies study|studying study|goes go|passes pass|\
        launches launch|reaches reach|reports report|uses use|using use|closed close|closes close|focused focus|seized seize|\
        organised organise|organizing organize|freezing freeze|advised advise|revised revise|promised promise|charged charge|\
        merging merge|added add|referred refer|occurred occur|signalled signal|installed install|called call|is be|were be|\
        has have|did do|sank sink|shot shoot|withdrew withdraw|re-elected re-elect|airlifted airlift|issued issue|argued argue|\
        continued continue|pursued pursue|accused accuse|caused cause|refused refuse|raised raise|increased increase|\
        bolstered bolster|upending upend|shuttered shutter|stoking stoke|levelled level|collaborating collaborate|\
        expanding expand|deepen deepen|believed believe|moved move|served serve|solved solve|panicked panic|vetoed veto|\
        evacuated evacuate|evaluating evaluate|quoted quote|squared square|requested request|queued queue|suing sue|sued sue|\
        trying try|playing play|stayed stay|surveyed survey|vowed vow|showed show|fixed fix|taxed tax|breathed breathe|\
        fuelled fuel|stabilizing stabilize|citing cite|heading head|headed head|supplying supply|supplied supply|\
        kidnapped kidnap|blockaded blockade|ruled rule|scheduled schedule|revealed reveal|failed fail|filed file|exiled exile|\
        tested test|struck strike|wounded wound|injured injure|captured capture|injuring injure|rescued rescue|crashed crash|\
        derailed derail|capsized capsize|collapsed collapse|licensed license|welcomed welcome|restored restore|hosted host|\
        posted post|wasted waste|ensured ensure|detained detain|arrested arrest|sentenced sentence|convened convene";
    assert_eq!(wrong(verbs, Tag::Verb), Vec::<String>::new());
    let nouns = "men man|gunmen gunman|spokeswomen spokeswoman|children child|countries country|movies movie|ties tie|talks talk|\
        missiles missile|forces force|buses bus|viruses virus|houses house|causes cause|crises crisis|analyses analysis|\
        lives life|news news|politics politics|headquarters headquarters|series series|churches church|caches cache|boxes box|\
        heroes hero|shoes shoe|prizes prize|classes class|clashes clash|weapons weapon|people people|Officials official|\
        responses response|licenses license|status status|basis basis|gas gas|gases gas|critics critic|drones drone|\
        air-strikes air-strike|vice-chairmen vice-chairman|specimen specimen|days day|armies army|crew crew|buses bus|\
        passengers passenger|ferries ferry|homes home|witnesses witness|injuries injury|pages page";
    assert_eq!(wrong(nouns, Tag::Noun), Vec::<String>::new());
    let others = [
        ("bigger", Tag::Adj, "big"),
        ("largest", Tag::Adj, "large"),
        ("deadliest", Tag::Adj, "deadly"),
        ("former", Tag::Adj, "former"),
        ("better", Tag::Adv, "well"),
        ("earlier", Tag::Adv, "early"),
        ("other", Tag::Adj, "other"),
        ("n’t", Tag::Part, "not"),
        ("wo", Tag::Aux, "will"),
        ("THEIR", Tag::Pron, "they"),
        ("Guards", Tag::Propn, "guards"),
        ("an", Tag::Det, "a"),
    ];
    for (form, tag, lemma) in others {
        assert_eq!(of(form, tag), lemma, "{form}");
    }
}

proptest::proptest! {
    #[test]
    fn never_panics(word in "\\PC{0,12}|[a-z'-]{0,12}(ed|ing|s|ies|er)") {
        for tag in [Tag::Verb, Tag::Noun, Tag::Adj, Tag::Aux, Tag::X] {
            of(&word, tag);
        }
    }
}
