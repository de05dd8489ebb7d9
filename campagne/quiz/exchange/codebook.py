"""The codebook: every column, every value, and every version of a question with its answers, key and corrections."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from campagne.quiz.changes.key_correction import KeyCorrection
from campagne.quiz.exchange.columns import KEPT, NOT_APPLICABLE, TIDY, WIDE, WIDE_ANSWER, WIDE_MARK, Column
from campagne.quiz.exchange.leaving import Leaving, code_of
from campagne.quiz.models import QuestionVersion
from campagne.sheets.cells import Cell

FILES: tuple[tuple[str, str, Sequence[Column]], ...] = (
    ("antwoorden", "Antwoorden, één rij per keuze", TIDY),
    ("pogingen", "Pogingen, één rij per poging", (*WIDE, WIDE_ANSWER, WIDE_MARK)),
    ("tellingen", "Tellingen die bewaard blijven", KEPT),
)
HEADER = ("wat", "bestand of vraag", "naam", "waarde", "betekenis")


@dataclass(frozen=True)
class OptionEntry:
    """One answer of a version: its place, key and text, and whether it was and is right."""

    place: int
    key: str
    text: str
    was_right: str
    is_right: str


@dataclass(frozen=True)
class VersionEntry:
    """One version of a question as an evaluator needs it; `withheld` says why its answers stay inside."""

    code: str
    version: QuestionVersion
    options: tuple[OptionEntry, ...]
    corrections: tuple[str, ...]
    withheld: tuple[str, ...]


def versions_in(leaving: Leaving) -> list[VersionEntry]:
    """Every version that the quiz asks or asked, series by series. One query."""
    told: dict[int, list[str]] = {}
    made = KeyCorrection.objects.filter(version__series__versions__in=leaving.versions).distinct().order_by("pk")
    for correction in made.select_related("version"):
        told.setdefault(correction.version.series_id, []).append(_told(correction))
    ordered = sorted(leaving.versions.values(), key=lambda version: (version.series_id, version.number))
    return [_entry(leaving, version, told.get(version.series_id, [])) for version in ordered]


def _told(correction: KeyCorrection) -> str:
    before, after = (", ".join(keys) or "geen" for keys in (correction.before, correction.after))
    head = f"{correction.at:%Y-%m-%d}, versie {correction.version.number}: {correction.why}"
    return f"{head} Ervoor goed: {before}. Erna goed: {after}."


def _entry(leaving: Leaving, version: QuestionVersion, corrections: list[str]) -> VersionEntry:
    options = tuple(
        OptionEntry(
            option.order,
            str(option.key),
            option.text,
            _yes(option.was_right) if version.is_scored else NOT_APPLICABLE,
            _yes(option.is_right) if version.is_scored else NOT_APPLICABLE,
        )
        for option in version.options.all()
    )
    withheld = tuple(f"{block}: {why}" for (pk, block), why in sorted(leaving.withheld.items()) if pk == version.pk)
    return VersionEntry(code_of(version), version, options, tuple(corrections), withheld)


def codebook_rows(leaving: Leaving) -> Iterator[list[Cell]]:
    """Yield the rows below `HEADER`."""
    for file, _, columns in FILES:
        for column in columns:
            yield ["kolom", file, column.name, "", column.meaning]
            for value, meaning in column.values:
                yield ["waarde", file, column.name, value, meaning]
    for entry in versions_in(leaving):
        yield from _rows_of(entry)


def _rows_of(entry: VersionEntry) -> Iterator[list[Cell]]:
    version = entry.version
    for name, value in (
        ("vraag", version.stem),
        ("situatie", version.vignette),
        ("bericht", version.message_body),
        ("reeks", str(version.series_id)),
        ("versie", str(version.number)),
        ("soort", version.kind),
        ("meet", version.construct),
        ("gepubliceerd", f"{version.published_at:%Y-%m-%d}"),
        ("soort wijziging", version.get_change_display()),
        ("reden", version.reason),
        ("controlegetal", version.content_hash),
    ):
        if value:
            yield ["vraag", entry.code, name, value, ""]
    for option in entry.options:
        meaning = f"goed nu: {option.is_right}; goed bij publicatie: {option.was_right}; sleutel {option.key}"
        yield ["antwoord", entry.code, option.text, str(option.place), meaning]
    for correction in entry.corrections:
        yield ["sleutelverbetering", entry.code, "", "", correction]
    for why in entry.withheld:
        yield ["weggelaten", entry.code, "", "", f"Over deze vraag staat er niets in de bestanden. {why}."]


def _yes(is_so: bool) -> str:
    return "ja" if is_so else "nee"
