"""The other words that every region begins with: what people say for what the pages say. Editors add their own."""

from home.search.models import SynonymSet

FIRST = (
    ("bankhelpdeskfraude", "nepbankmedewerker", "bank belt", "kluisrekening", "veilige rekening"),
    ("spoofing", "nummer nagemaakt", "vals nummer"),
    ("nepagent", "valse agent", "nep politie"),
    ("phishing", "nepmail", "nepbericht", "vals bericht", "verdachte link"),
    ("hulpvraagfraude", "vriend in nood", "hoi mam", "whatsappfraude", "nieuw nummer"),
    ("aangifte", "aangeven", "proces-verbaal"),
    ("identiteitsfraude", "identiteit misbruikt", "kopie paspoort", "kopie identiteitsbewijs"),
    ("betaalverzoek", "tikkie", "1-cent-verzoek"),
    ("webwinkel", "webshop", "internetwinkel"),
    ("tweestapsverificatie", "2fa", "dubbele beveiliging", "inloggen in twee stappen"),
    ("hacken", "computervredebreuk", "inbreken in een computer"),
    ("geldezel", "money mule", "pinpas uitlenen", "rekening uitlenen"),
    ("sextortion", "naaktfoto", "naaktbeeld", "chantage"),
    ("ransomware", "gijzelsoftware"),
    ("ceo-fraude", "factuurfraude", "valse factuur", "nepfactuur"),
    ("drugslab", "drugsafval"),
    ("spookbedrijf", "nepbedrijf"),
    ("ondermijning", "georganiseerde misdaad", "verdachte situatie"),
    ("onbegrepen gedrag", "verward gedrag", "verwarde buurman", "zorgwekkend gedrag"),
    ("burenruzie", "ruzie met de buren", "burengerucht", "buurtbemiddeling", "overlast van buren"),
    ("sirene", "luchtalarm"),
    ("ventilatie", "afzuiging", "luchtrooster"),
    ("gaswolk", "gevaarlijke stof"),
    ("ouderen", "senioren", "65-plus"),
    ("ondernemer", "zzp", "winkelier", "bedrijf"),
    ("jongeren", "jeugd", "tieners"),
)


def put_first_synonyms() -> int:
    """Give a region without synonyms its first ones; what editors changed or took away stays so. Returns how many."""
    if SynonymSet.objects.exists():
        return 0
    made = SynonymSet.objects.bulk_create(SynonymSet(expressions="\n".join(expressions)) for expressions in FIRST)
    return len(made)
