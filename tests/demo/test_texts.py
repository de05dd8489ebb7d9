"""What the texts of the demo promise: coverage, one register of numbers, plain language, nothing unconfirmed."""

import re
from dataclasses import fields
from itertools import chain

import pytest

from campagne.contacts.models import Channel
from campagne.demo.blocks import CallNow, Message
from campagne.demo.catalogue import FOLDER, ArticleEntry, CampaignEntry, InstructionEntry, ModuleEntry
from campagne.demo.quiz_entries import QuizEntry
from campagne.demo.references import blocks_of
from campagne.quiz.questions.scoring import Kind

EASY = "laaggeletterden"
WORDS_IN_A_SENTENCE = 10
LONGEST_SENTENCE = 15
# What the fact bank marks as not verified; an editor must confirm it before it is published.
UNCONFIRMED = {
    "a data breach within 72 hours": r"72 uur",
    "advice against invoice fraud": r"vier ogen|vierogen",
    "an address to forward phishing to": r"valse-email",
    "the local library": r"Domijnen",
    "the frequency of L1": r"\d+[.,]\d+\s?(FM|MHz)|\bFM\b",
    "how long one goes to prison": r"jaar (cel|gevangenis)|gevangenisstraf van",
    "siren test as if it were sure": r"eerste maandag",
    "desks without a confirmed address": r"ConsuWijzer|\bAFM\b|\bLMIO\b|Kindertelefoon|\bHalt\b|Vertrouwenslijn",
    "the age for re_B00TCMP": r"re_B00TCMP[^.]{0,60}\b\d\d (tot|t/m) \d\d jaar",
    "the law that is not in force": r"Cyberbeveiligingswet",
}
NUMBER = re.compile(r"\b0[\d]{2,3}[- ]\d[\d -]{2,}\d\b|\b0[89]00[- ]?\d{4}\b|\b0\d{9}\b")


def words_of(entry) -> str:
    """Every text in an entry that people read, without tags; practice messages are left out."""
    parts = (part for part in blocks_of(entry) if not isinstance(part, Message))
    texts = chain.from_iterable(_texts(part) for part in parts)
    return " ".join(re.sub(r"<[^>]+>", " ", re.sub(r"</(p|li|h2|h3)>", ". ", text)) for text in texts)


def _texts(part):
    for field in fields(part):
        value = getattr(part, field.name)
        for text in value if isinstance(value, tuple) else (value,):
            if isinstance(text, str) and " " in text:
                yield f"{text}. "


def sentences_of(entry) -> list[int]:
    """How many words each sentence has."""
    sentences = re.split(r"[.!?:;…]+[”’]?\s|\.\s|\n", words_of(entry))
    return [len(words) for sentence in sentences if (words := re.findall(r"\w[\w’'-]*", sentence))]


def test_every_theme_has_a_page_and_a_quiz_for_the_red_thread(catalogue):
    red = {group.slug for group in catalogue.region.groups if group.is_red_thread}

    for theme in catalogue.region.themes:
        pages = [page for page in catalogue.pages if page.theme == theme.slug and red & set(page.groups)]
        quizzes = [quiz for quiz in catalogue.quizzes if quiz.theme == theme.slug and red & set(quiz.groups)]
        assert pages, theme.slug
        assert quizzes, theme.slug


def test_there_is_enough_to_read_and_to_answer(catalogue):
    further = [page for page in catalogue.pages if isinstance(page, ArticleEntry | InstructionEntry)]
    groups = {group.slug for group in catalogue.region.groups if not group.municipality}

    assert {page.slug for page in catalogue.pages if isinstance(page, ModuleEntry)} == {
        "klik-en-tik-veilig-online",
        "reboot",
        "chemelot-wat-doe-je",
    }
    assert len(further) >= 14
    assert len(catalogue.quizzes) >= 6
    assert {quiz.theme for quiz in catalogue.quizzes} == {theme.slug for theme in catalogue.region.themes}
    assert groups <= set(chain.from_iterable(quiz.groups for quiz in catalogue.quizzes))
    assert groups <= set(chain.from_iterable(page.groups for page in catalogue.pages))


def test_every_municipality_has_a_campaign_and_something_to_read(catalogue):
    for municipality in catalogue.region.municipalities:
        own = [page for page in catalogue.pages if page.municipality == municipality.slug]
        assert [page for page in own if isinstance(page, CampaignEntry)]
        assert [page for page in own if isinstance(page, ArticleEntry)]


def test_every_page_says_what_to_do_now_and_where_it_comes_from(catalogue):
    for page in catalogue.pages:
        assert [block for block in page.next_step if isinstance(block, CallNow)], page.slug
        assert page.sources, page.slug
        assert all(source.url.startswith("http") for source in page.sources), page.slug


def test_every_drawing_has_a_file_and_a_description_of_its_own(catalogue):
    files = {file.stem for file in (FOLDER / "drawings").glob("*.webp")}
    descriptions = [drawing.description for drawing in catalogue.drawings]

    assert {drawing.slug for drawing in catalogue.drawings} == files
    assert all(30 <= len(text) <= 255 for text in descriptions)
    assert not [text for text in descriptions if re.match(r"(een )?(foto|tekening|afbeelding|plaatje)\b", text, re.I)]
    assert len(set(descriptions)) == len(descriptions)


def test_every_drawing_is_used(catalogue):
    asked = chain.from_iterable(quiz.questions for quiz in catalogue.quizzes)
    used = {entry.drawing for entry in (*catalogue.pages, *catalogue.region.municipalities, *asked)}

    assert {drawing.slug for drawing in catalogue.drawings} == used - {""}


def test_every_contact_has_a_code_that_mirrors_the_official_categories(catalogue):
    assert {contact.code for contact in catalogue.contacts} <= set(Channel.values)
    assert all(contact.phone or contact.url or contact.hours for contact in catalogue.contacts)


def test_no_number_is_typed_in_a_text(catalogue):
    """112 is a word by now; every other number is a reference to the register, so that it is changed once."""
    for entry in (*catalogue.pages, *catalogue.quizzes, *catalogue.region.municipalities, catalogue.site):
        assert NUMBER.findall(words_of(entry)) == [], entry


@pytest.mark.parametrize("number", ["0900-8844", "088-786 73 72", "020-261 52 75", "0800 7000", "0612345678"])
def test_the_search_for_numbers_finds_them(number):
    assert NUMBER.search(f"Bel {number} nu")


def test_no_number_of_a_bank_account_or_real_sender_stands_in_a_practice_message(catalogue):
    messages = [part for page in catalogue.pages for part in blocks_of(page) if isinstance(part, Message)]
    messages += [question.message for quiz in catalogue.quizzes for question in quiz.questions if question.message]

    assert messages
    for message in messages:
        links = re.findall(r"[\w-]+(?:\.[\w-]+)+", message.body + message.sender)
        assert [link for link in links if re.search(r"\.(nl|com|org|net|eu|be|info)$", link)] == []


@pytest.mark.parametrize("pattern", UNCONFIRMED.values(), ids=UNCONFIRMED.keys())
def test_nothing_unconfirmed_is_told_as_a_fact(catalogue, pattern):
    entries = (*catalogue.pages, *catalogue.quizzes, catalogue.site, *catalogue.region.municipalities)

    assert [entry.slug for entry in entries if re.search(pattern, words_of(entry))] == []


def test_texts_for_people_who_read_with_difficulty_have_short_sentences(catalogue):
    for entry in (*catalogue.pages, *catalogue.quizzes):
        if EASY not in entry.groups:
            continue
        lengths = sentences_of(entry)
        assert sum(lengths) / len(lengths) <= WORDS_IN_A_SENTENCE, entry.slug
        long = sum(length > LONGEST_SENTENCE for length in lengths) / len(lengths)
        assert long <= 0.1, (entry.slug, long)


def test_a_quiz_asks_where_to_report_and_whether_one_would(catalogue):
    for quiz in catalogue.quizzes:
        constructs = {question.construct for question in quiz.questions}
        assert {"meldkanaal", "meldintentie"} <= constructs, quiz.slug


def test_only_questions_with_a_right_answer_are_marked(catalogue):
    for question in chain.from_iterable(quiz.questions for quiz in catalogue.quizzes):
        marked = [option.right for option in question.options]
        if question.construct in {"meldintentie", "vertrouwen"} or question.kind in {"order", "real_or_fake"}:
            assert marked == [None] * len(marked), question.id
        elif question.kind == "multiple":
            assert 1 <= marked.count(True) < len(marked), question.id
        else:
            assert marked.count(True) == 1, question.id


def test_who_calls_every_message_fake_is_not_always_right(catalogue):
    for quiz in catalogue.quizzes:
        truths = [question.truth for question in quiz.questions if question.kind == "real_or_fake"]
        assert truths == [] or set(truths) == {"real", "fake"}, quiz.slug


def test_a_place_to_report_to_is_called_as_in_the_register(catalogue):
    names = {contact.slug: contact.name for contact in catalogue.contacts}
    options = [option for quiz in catalogue.quizzes for question in quiz.questions for option in question.options]
    told = {(option.reports_to, option.text) for option in options if option.reports_to}

    assert told
    assert [text for slug, text in told if names[slug] != text] == []


def test_the_demo_shows_every_kind_of_question(catalogue):
    kinds = {question.kind for quiz in catalogue.quizzes for question in quiz.questions}

    assert kinds == {kind.value for kind in Kind}


def test_who_always_says_the_first_answer_is_not_mostly_right(catalogue):
    """A quiz that can be guessed by place measures nothing."""
    scored = [
        question
        for question in chain.from_iterable(quiz.questions for quiz in catalogue.quizzes)
        if question.kind == "single" and question.options[0].right is not None
    ]

    assert sum(question.options[0].right for question in scored) / len(scored) <= 0.5


def test_every_file_says_where_its_facts_come_from():
    files = chain((FOLDER / "pages").glob("*.toml"), (FOLDER / "quizzes").glob("*.toml"))

    assert [file.name for file in files if not file.read_text().startswith("# Facts:")] == []


def test_a_quiz_of_the_region_is_for_groups_of_the_region(catalogue):
    regional = {group.slug for group in catalogue.region.groups if not group.municipality}

    for entry in (*catalogue.pages, *catalogue.quizzes):
        if not entry.municipality:
            assert set(entry.groups) <= regional, entry.slug
        assert isinstance(entry, QuizEntry) or entry.groups


def test_an_introduction_that_counts_counts_right(catalogue):
    numbers = {"vier": 4, "vijf": 5, "zes": 6, "zeven": 7, "acht": 8}
    told = [(quiz, re.match(r"(\w+) (?:korte )?(?:vragen|situaties)", quiz.intro)) for quiz in catalogue.quizzes]

    counted = [(quiz.slug, numbers[match[1].lower()], len(quiz.questions)) for quiz, match in told if match]
    assert len(counted) >= 10
    assert [slug for slug, number, questions in counted if number != questions] == []
