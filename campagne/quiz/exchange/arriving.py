"""What would become of each question and quiz that somebody brings in: new, already there, or not carried."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db.models import Q

from campagne.contacts.models import ReportChannel
from campagne.quiz.exchange import pack
from campagne.quiz.exchange.bringing_media import unfit_pictures, unfit_sounds
from campagne.quiz.exchange.bundle import Bundle, Entry
from campagne.quiz.exchange.carried import Carried, Line
from campagne.quiz.models import OptionVersion, Question, QuestionVersion
from campagne.quiz.questions.draft import Draft
from campagne.quiz.questions.scoring import FAKE_KEY, REAL_KEY, Kind
from campagne.quiz.sound.speech import Speech
from doelgroepen.models import Municipality, Theme

OF_EVERY_ONE = {REAL_KEY, FAKE_KEY}
THERE = "Er verandert niets: een vraag met dezelfde antwoorden is er al."


@dataclass(frozen=True)
class Arrival:
    """One question with its line in the report; `there` is the question that is already there."""

    entry: Entry
    line: Line
    draft: Draft | None = None
    there: int | None = None


@dataclass
class Known:
    """The questions that an owner has or may use, by the keys of their options, and "echt of nep" by its content."""

    owner: Municipality | None
    keys: dict[UUID, int] = field(default_factory=dict)
    contents: dict[str, int] = field(default_factory=dict)

    @classmethod
    def of(cls, owner: Municipality | None) -> "Known":
        known, whose = cls(owner), Q(municipality=owner) | Q(municipality=None)
        for question in Question.objects.filter(whose).order_by("pk"):
            known.add(question.pk, question.draft())
        options = OptionVersion.objects.filter(version__question__in=Question.objects.filter(whose))
        known.keys |= dict(options.exclude(key__in=OF_EVERY_ONE).values_list("key", "version__question"))
        versions = QuestionVersion.objects.filter(Q(question__in=Question.objects.filter(whose)))
        for version in versions.filter(kind=Kind.REAL_OR_FAKE.value).prefetch_related("options"):
            known.add(version.question_id, version.as_draft())
        return known

    def add(self, number: int, draft: Draft) -> None:
        self.keys |= dict.fromkeys({option.key for option in draft.options} - OF_EVERY_ONE, number)
        if draft.kind is Kind.REAL_OR_FAKE:
            self.contents[_content(draft)] = number

    def find(self, entry: Entry) -> int | None:
        drafts = [entry.draft, *(version.draft for version in (entry.packed.versions if entry.packed else ()))]
        found = (self.keys.get(option.key) for draft in drafts for option in draft.options)
        same = (self.contents.get(_content(draft)) for draft in drafts if draft.kind is Kind.REAL_OR_FAKE)
        return next((number for number in (*found, *same) if number is not None), None)


def _content(draft: Draft) -> str:
    return replace(draft, picture_id=None).fingerprint()


def arrivals_of(bundle: Bundle, known: Known, by: Any = None) -> Iterator[Arrival]:
    """Judge each question, in order; the same one twice in a file is there the second time, as number 0 or lower."""
    channels = set(ReportChannel.objects.offered_in(known.owner).values_list("slug", flat=True))
    themes = set(Theme.objects.values_list("slug", flat=True))
    unfit = {**unfit_pictures(bundle.pictures, by), **unfit_sounds(bundle.sounds)}
    for place, entry in enumerate(bundle.entries):
        arrival = _arrival(entry, known, channels, unfit)
        if arrival.line.is_new:
            known.add(-place, arrival.draft)
            if entry.packed and entry.packed.theme not in themes | {""}:
                note = f"Het thema ‘{entry.packed.theme}’ is er hier niet. Kies zelf een thema."
                line = Line.of(entry.where, entry.title, (*arrival.line.notes, note))
                arrival = replace(arrival, line=line)
        yield arrival


def _arrival(entry: Entry, known: Known, channels: set[str], unfit: Mapping[object, str]) -> Arrival:
    if entry.draft is None:
        return _not(entry, entry.notes)
    if (there := known.find(entry)) is not None:
        return Arrival(entry, Line(entry.where, entry.title, Carried.THERE, (THERE,)), there=there)
    if faults := [unfit[used] for used in _media(entry) if used in unfit]:
        return _not(entry, faults)
    missing = {option.channel for option in entry.draft.options} - channels - {""}
    options = tuple(replace(o, channel="") if o.channel in missing else o for o in entry.draft.options)
    draft = replace(entry.draft, options=options)
    notes = [f"Het meldpunt ‘{slug}’ is er hier niet. Het staat nu als gewone tekst." for slug in sorted(missing)]
    if not_kept := _not_kept(draft, entry.packed):
        return _not(entry, (not_kept,))
    return Arrival(entry, Line.of(entry.where, entry.title, (*entry.notes, *notes), entry.hints), draft)


def _not(entry: Entry, notes) -> Arrival:
    return Arrival(entry, Line(entry.where, entry.title, Carried.NOT, tuple(notes)))


def _media(entry: Entry) -> Iterator[object]:
    packed = entry.packed or pack.Question(0, entry.draft)
    yield from (draft.picture_id for draft in (packed.draft, *(version.draft for version in packed.versions)))
    yield from (speech.sound for speech in packed.speeches)


def _not_kept(draft: Draft, packed: pack.Question | None) -> str:
    """Say what the database would not keep, such as a name that is too long; empty when it keeps all."""
    try:
        question = Question()
        question.write(replace(draft, options=(), picture_id=None))
        question.clean_fields(exclude=["stem"])
        for version in packed.versions if packed else ():
            _version_row(version).clean_fields(exclude=["question", "series", "content_hash", "published_by"])
            for option in version.draft.options:
                OptionVersion(**vars(option), was_right=False, order=1).clean_fields(exclude=["version"])
        for speech in packed.speeches if packed else ():
            Speech(
                part=speech.part, rendering=speech.rendering.value, text=speech.text, voice=speech.voice
            ).clean_fields(exclude=["question", "sound", "text_hash"])
    except ValidationError as error:
        return f"Dit kunnen we niet bewaren: {' '.join(error.messages)}"
    return ""


def _version_row(version: pack.Version) -> QuestionVersion:
    content = {name: getattr(version.draft, name) for name in QuestionVersion.CONTENT if name != "picture_id"}
    return QuestionVersion(**content, number=version.number, change=version.change.value, reason=version.reason)
