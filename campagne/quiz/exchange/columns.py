"""The columns of the files about answers: what each is called, what stands in it, and what its values mean. Pure."""

from dataclasses import dataclass

from campagne.quiz.answers.medium import Medium
from campagne.quiz.questions.plan import Block
from campagne.quiz.questions.rendering import Rendering
from campagne.quiz.questions.scoring import Construct, Kind, State

YES_NO = (("ja", ""), ("nee", ""))
NOT_APPLICABLE = "n.v.t."
ONLINE = "online"
NO_ANSWER = "geen antwoord"
BOTH_MEDIA = "beide"

BLOCKS = (
    (Block.PRACTICE.value, "oefenvraag, met uitleg erna"),
    (Block.MEASURE_PRE.value, "meting vooraf"),
    (Block.MEASURE_POST.value, "meting achteraf: dezelfde vragen nog een keer"),
    (Block.VOTE.value, "stemvraag"),
)
STATES = (
    (State.ANSWERED.value, "een antwoord gekozen"),
    (State.DONT_KNOW.value, "‘weet ik niet’ gekozen"),
    (State.SKIPPED.value, "overgeslagen"),
)
RENDERINGS = ((Rendering.STANDARD.value, "gewone taal"), (Rendering.EASY.value, "makkelijke taal"))
MEDIA = (
    (Medium.SCREEN.value, "op een scherm"),
    (Medium.PAPER.value, "op papier, en later overgetypt"),
    (BOTH_MEDIA, "een deel op een scherm en een deel op papier"),
)
CONSTRUCTS = tuple((c.value, "heeft goed of fout" if c.is_scored else "zonder goed of fout") for c in Construct)
KINDS = (
    (Kind.SINGLE.value, "één antwoord"),
    (Kind.MULTIPLE.value, "meer antwoorden"),
    (Kind.TRUE_FALSE.value, "waar of niet waar"),
    (Kind.ORDER.value, "op volgorde zetten"),
    (Kind.SCALE.value, "schaal"),
    (Kind.REAL_OR_FAKE.value, "echt of nep"),
    (Kind.CHANNEL.value, "meldpunt kiezen"),
)
PATTERN = (
    ("2", "antwoord op plaats 2 gekozen"),
    ("1+3", "antwoorden op plaats 1 en 3 gekozen"),
    ("3>1>2", "in deze volgorde gezet"),
    (State.DONT_KNOW.value, "‘weet ik niet’ gekozen"),
    (State.SKIPPED.value, "overgeslagen"),
)
MARK = (("ja", "goed volgens de sleutel van nu"), ("nee", "niet goed"), (NOT_APPLICABLE, "geen goed of fout"))
DAY = "De dag waarop de poging begon. Onbekend als die dag minder dan vijf pogingen uit dezelfde groep had."
GROUP = "Code van de groep; ‘online’ voor wie alleen kwam. Onbekend als de groep te klein is om apart te noemen."

MEDIUM = "Waarop het antwoord kwam. Onbekend als in de groep minder dan vijf mensen dat zo deden."


@dataclass(frozen=True)
class Column:
    """A column: its name, what it tells, and the values that need a word."""

    name: str
    meaning: str
    values: tuple[tuple[str, str], ...] = ()


ROW = Column("rij", "Een willekeurig nummer voor één poging, dat alleen in dit bestand bestaat.")
OF_ATTEMPT = (
    ROW,
    Column("dag", DAY),
    Column("groep", GROUP),
    Column("quizversie", "Het nummer van de versie van de quiz."),
    Column("verste_plaats", "De plaats van het verste onderdeel met een antwoord. Wat daarna komt is niet bereikt."),
    Column("klaar", "Of iemand het einde bereikte.", YES_NO),
    Column("waarop", MEDIUM, MEDIA),
    Column("al_geteld", "Of deze poging ook in het bestand met tellingen zit. Tel haar dan niet twee keer.", YES_NO),
)
OF_QUESTION = (
    Column("onderdeel", "Waarvoor de vraag werd gesteld.", BLOCKS),
    Column("reeks", "De reeks van de vraag. Alleen antwoorden uit één reeks mogen samen geteld worden."),
    Column("versie", "Het nummer van de versie in de reeks."),
    Column("vraag", "De code van de vraagversie, zoals in het codeboek."),
)
TIDY = (
    *OF_ATTEMPT,
    Column("quiz", "Het adres van de quiz."),
    *OF_QUESTION,
    Column("plaats", "De plaats van de vraag in de quizversie."),
    Column("meet", "Wat de vraag meet.", CONSTRUCTS),
    Column("soort", "Hoe de vraag werd beantwoord.", KINDS),
    Column("taal", "In welke woorden de vraag stond.", RENDERINGS),
    Column(
        "inzending", "Het volgnummer van de inzending binnen de poging; alle rijen van één antwoord hebben hetzelfde."
    ),
    Column("staat", "Wat iemand deed.", STATES),
    Column("telt", "Of dit het antwoord is dat meetelt. Eerdere en latere inzendingen staan er ook in.", YES_NO),
    Column("antwoord_goed", "Of het hele antwoord goed is.", MARK),
    Column("optie", "De plaats van dit antwoord in de vraag, vanaf 1."),
    Column("optie_sleutel", "De vaste sleutel van dit antwoord, in elke versie dezelfde."),
    Column("optie_tekst", "De tekst van dit antwoord in gewone taal."),
    Column("optie_goed", "Of dit antwoord goed is volgens de sleutel van nu.", MARK),
    Column("gekozen", "1 als dit antwoord gekozen is, anders 0."),
    Column("gezet_op", "Bij een volgorde: op welke plaats iemand het zette.", ((NOT_APPLICABLE, "geen volgorde"),)),
)
WIDE = OF_ATTEMPT
WIDE_ANSWER = Column(
    "<onderdeel>_<vraag>_antwoord",
    "Het antwoord dat telt, als plaatsen van antwoorden.",
    (*PATTERN, (NO_ANSWER, "niets ingestuurd")),
)
WIDE_MARK = Column("<onderdeel>_<vraag>_goed", "Of dat antwoord goed is.", MARK)
KEPT = (
    Column(
        "telling",
        "Wat er geteld is.",
        (
            ("antwoord", "hoe vaak een vraag zo is beantwoord"),
            ("verandering", "hoe vaak een antwoord vooraf samenging met een antwoord achteraf"),
            ("pogingen", "hoeveel pogingen tot waar kwamen"),
        ),
    ),
    Column("groep", GROUP),
    Column("quizversie", "Het nummer van de versie van de quiz, bij pogingen."),
    *OF_QUESTION,
    Column("taal", "In welke woorden de vraag stond, bij antwoorden.", RENDERINGS),
    Column("waarop", MEDIUM, MEDIA),
    Column("antwoord", "Het antwoord, als plaatsen van antwoorden; bij een verandering dat van vooraf.", PATTERN),
    Column("antwoord_achteraf", "Bij een verandering: het antwoord achteraf.", PATTERN),
    Column("goed", "Of dat antwoord goed is; bij een verandering dat van vooraf.", MARK),
    Column("goed_achteraf", "Bij een verandering: of het antwoord achteraf goed is.", MARK),
    Column("verste_plaats", "Bij pogingen: de plaats van het verste onderdeel met een antwoord."),
    Column("klaar", "Bij pogingen: of het einde is bereikt.", YES_NO),
    Column("aantal", "Hoe vaak."),
)


def names_of(columns: tuple[Column, ...]) -> list[str]:
    return [column.name for column in columns]
