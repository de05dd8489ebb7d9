"""An evaluator can recompute every figure from the files, and from nothing else learns who, where or when."""

from collections import Counter

import pytest

from campagne.quiz.answers.anonymising import anonymise
from campagne.quiz.answers.attempts import Attempt
from campagne.quiz.answers.counting import count
from campagne.quiz.answers.ends import attempts_by_end
from campagne.quiz.answers.results import attempt_counts, item_results
from campagne.quiz.answers.selection import Selection
from campagne.quiz.answers.tallies import changes_by
from campagne.quiz.exchange.codebook import HEADER, codebook_rows
from campagne.quiz.exchange.columns import KEPT, TIDY, names_of
from campagne.quiz.exchange.kept import kept_rows
from campagne.quiz.exchange.leaving import Leaving
from campagne.quiz.exchange.tidy import tidy_rows, wide_header, wide_rows
from campagne.quiz.questions.draft import Option
from campagne.quiz.questions.edits import Change
from campagne.sheets.csv_file import read_csv, write_csv
from tests.quiz.conftest import MAYBE, NO, YES, options, published, quiz_of, republished
from tests.quiz.counted import LATER, attempted, crowd, measuring

pytestmark = pytest.mark.django_db


def read(rows, header) -> list[dict[str, str]]:
    """A file as an evaluator opens it: written, and read back."""
    first, *others = read_csv(b"".join(write_csv(rows, header=header)))
    return [dict(zip(first, row, strict=True)) for row in others]


def files_of(quiz) -> tuple[list[dict[str, str]], list[dict[str, str]]]:
    leaving = Leaving.of(quiz)
    return read(tidy_rows(leaving), names_of(TIDY)), read(kept_rows(leaving), names_of(KEPT))


FIRST = {"practice", "measure_pre"}


def recomputed(quiz) -> dict[str, tuple]:
    """Per version: right, wrong, not known, skipped and how often each option, from the two files alone."""
    tidy, kept = files_of(quiz)
    answers, chosen = Counter(), Counter()
    for row in tidy:
        if row["telt"] == "ja" and row["al_geteld"] == "nee" and row["onderdeel"] in FIRST:
            answers[row["vraag"], row["staat"], row["antwoord_goed"]] += row["optie"] == "1"
            chosen[row["vraag"], int(row["optie"])] += int(row["gekozen"])
    for row in kept:
        if row["telling"] == "antwoord" and row["onderdeel"] in FIRST:
            state, times = row["antwoord"], int(row["aantal"])
            if state not in {"dont_know", "skipped"}:
                chosen.update({(row["vraag"], int(o)): times for o in state.replace(">", "+").split("+")})
                state = "answered"
            answers[row["vraag"], state, row["goed"]] += times
    states = (("answered", "ja"), ("answered", "nee"), ("dont_know", "n.v.t."), ("skipped", "n.v.t."))
    return {
        code: (
            *(answers[code, *state] for state in states),
            {option: times for (at, option), times in chosen.items() if at == code and times},
        )
        for code, _, _ in answers
    }


def on_screen(quiz) -> dict[str, tuple]:
    return {
        f"r{item.version.series_id}v{item.version.number}": (
            *(item.right, item.wrong, item.dont_know, item.skipped),
            {count.option.order: count.count for count in item.options if count.count},
        )
        for item in item_results(quizzes=[quiz])
    }


@pytest.fixture
def busy(quiz):
    """Enough attempts of all kinds: before and after, alone and in groups."""
    crowd(measuring(quiz), 60)
    return quiz


@pytest.mark.parametrize("life", ["as they came", "partly counted", "counted", "gone"])
def test_every_count_on_screen_can_be_recomputed_from_the_files(busy, life):
    if life != "as they came":
        count(LATER)
    if life == "partly counted":
        crowd(busy.current_version, 12, seed=2)
    if life == "gone":
        anonymise(LATER.replace(year=2027))
        assert not Attempt.objects.exists()

    assert recomputed(busy) == on_screen(busy)


def test_a_corrected_key_is_in_the_files_too(busy):
    count(LATER)
    question = busy.current_version.items.order_by("order").first().version.question
    question.offer(options(MAYBE))
    republished(question, Change.KEY, reason="Het was fout.")

    assert recomputed(busy) == on_screen(busy)
    assert any("Het was fout." in row[4] for row in codebook_rows(Leaving.of(busy)) if row[0] == "sleutelverbetering")


def test_changes_and_ends_can_be_recomputed_too(busy):
    told = Selection(quizzes=[busy])
    changes, ends = changes_by(told, "version"), attempts_by_end(told)
    wide = read(wide_rows(Leaving.of(busy)), wide_header(Leaving.of(busy)))
    codes = {pk: f"r{v.series_id}v{v.number}" for pk, v in Leaving.of(busy).versions.items()}

    for version in {version for version, _, _ in changes}:
        names = [f"{block}_{codes[version]}_antwoord" for block in ("measure_pre", "measure_post")]
        both = Counter((row[names[0]], row[names[1]]) for row in wide)
        assert {pair: n for pair, n in both.items() if "geen antwoord" not in pair} == {
            (before, after): times for (pk, before, after), times in changes.items() if pk == version
        }
    assert Counter((int(row["verste_plaats"]), row["klaar"] == "ja") for row in wide) == Counter(
        {(furthest, is_finished): times for (_, furthest, is_finished), times in ends.items()}
    )
    assert len(wide) == attempt_counts(quizzes=[busy]).begun

    count(LATER)
    _, kept = files_of(busy)
    assert sum(int(row["aantal"]) for row in kept if row["telling"] == "verandering") == sum(changes.values())
    assert sum(int(row["aantal"]) for row in kept if row["telling"] == "pogingen") == sum(ends.values())


def test_nothing_tells_who_where_or_at_what_time(busy):
    for cluster in ("kleine groep in Beek", "nog een", "nog een"):
        attempt = attempted(busy.current_version, ["1"], cluster=cluster)
    text = b"".join(write_csv(tidy_rows(Leaving.of(busy)), header=names_of(TIDY))).decode()
    tidy, _ = files_of(busy)

    for secret in (str(attempt.pk), attempt.pk.hex, "kleine groep in Beek", "groep-a", ":00"):
        assert secret not in text
    rows = Counter((row["groep"], row["rij"]) for row in tidy)
    assert min(Counter(group for group, _ in rows).values()) >= 5
    assert Leaving.of(busy).groups["kleine groep in Beek"] is None
    days = Counter((row["dag"], row["groep"], row["rij"]) for row in tidy if row["dag"] != "onbekend")
    assert min(Counter(key[:2] for key in days).values()) >= 5
    assert not {row["rij"] for row in tidy} & {row["rij"] for row in files_of(busy)[0]}


def test_too_few_attempts_give_no_file(quiz):
    for _ in range(4):
        attempted(quiz.current_version, ["1", "1", "1"])
    assert "te weinig pogingen" in Leaving.of(quiz).refusal

    attempted(quiz.current_version, ["1", "1", "1"])
    assert Leaving.of(quiz).refusal == ""


def test_a_few_attempts_get_no_rows_of_their_own_however_much_was_counted_before(busy):
    count(LATER)
    anonymise(LATER.replace(year=2027))
    for _ in range(4):
        attempted(busy.current_version, ["1", "1"])
    assert Leaving.of(busy).refusal == ""
    assert "minder dan 5 losse pogingen" in Leaving.of(busy).refusal_of_rows

    attempted(busy.current_version, ["1", "1"])
    assert Leaving.of(busy).refusal_of_rows == ""


def test_what_the_screen_withholds_is_in_no_file(quiz):
    """Everybody would report it: of an intention that is not shown, because it tells about each of them."""
    for pattern in ("1", "2", "1", "2", "1", "1"):
        attempted(quiz.current_version, [pattern, "1+3", "1"])
    leaving = Leaving.of(quiz)
    intention = next(pk for pk, version in leaving.versions.items() if version.construct == "meldintentie")

    tidy, _ = files_of(quiz)

    assert leaving.withheld == {(intention, "practice"): "niet getoond: te herkenbaar"}
    assert {row["meet"] for row in tidy} == {"kennis"}
    assert not any("meldintentie" in name for name in wide_header(leaving))
    assert [row[0] for row in codebook_rows(leaving)].count("weggelaten") == 1


def test_the_codebook_tells_every_column_and_every_value_that_occurs(busy):
    leaving = Leaving.of(busy)
    book = read(codebook_rows(leaving), HEADER)
    tidy, kept = files_of(busy)

    for file, rows in (("antwoorden", tidy), ("tellingen", kept)):
        told = [row for row in book if row["bestand of vraag"] == file]
        for name in rows[0] if rows else []:
            assert any(row["naam"] == name and row["wat"] == "kolom" for row in told)
            values = {row["waarde"] for row in told if row["naam"] == name and row["wat"] == "waarde"}
            if name not in {"antwoord", "antwoord_achteraf", "gezet_op"} and values:
                assert {row[name] for row in rows} <= values | {"n.v.t."}
    stems = {row["waarde"] for row in book if row["wat"] == "vraag" and row["naam"] == "vraag"}
    assert stems == {version.stem for version in leaving.versions.values()}


def test_a_formula_in_an_answer_stays_a_text(home):
    offered = [Option(YES, "=SOM(1;2)", True), Option(NO, "+31 6"), Option(MAYBE, "@x")]
    quiz = quiz_of(published(offer=offered))
    for pattern in ("1", "2", "3", "1", "2"):
        attempted(quiz.current_version, [pattern])

    text = b"".join(write_csv(tidy_rows(Leaving.of(quiz)), header=names_of(TIDY))).decode()

    assert {row["optie_tekst"] for row in files_of(quiz)[0]} == {"'=SOM(1;2)", "'+31 6", "'@x"}
    assert ";=" not in text


def media_in(quiz) -> tuple[set[str], set[str]]:
    tidy, kept = files_of(quiz)
    return {row["waarop"] for row in tidy}, {row["waarop"] for row in kept if row["telling"] == "antwoord"}


@pytest.mark.parametrize(
    ("on_paper", "told"),
    [
        pytest.param(0, {"screen"}, id="nobody"),
        pytest.param(2, {"onbekend"}, id="two, who would be found"),
        pytest.param(5, {"screen", "paper"}, id="enough"),
    ],
)
def test_a_file_tells_who_answered_on_paper_where_there_are_enough_of_them(quiz, on_paper, told):
    attempts = [attempted(quiz.current_version, ["2", "1", "1"], cluster="les") for _ in range(on_paper + 6)]
    for attempt in attempts[:on_paper]:
        attempt.responses.update(medium="paper")

    rows, _ = media_in(quiz)
    count(LATER)
    _, kept = media_in(quiz)

    assert rows == kept == told


def test_the_codebook_explains_on_what_an_answer_came(quiz):
    told = {(row[2], row[3]) for row in codebook_rows(Leaving.of(quiz)) if row[1] in ("antwoorden", "tellingen")}

    assert {("waarop", "screen"), ("waarop", "paper"), ("waarop", "")} <= told
