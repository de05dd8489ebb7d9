"""Questions and quizzes from the database into a pack."""

from base64 import b64encode
from collections.abc import Callable, Iterable, Iterator
from hashlib import sha256

from django.core.files.storage import Storage

from campagne.media.models import Picture, Sound
from campagne.quiz.exchange import pack
from campagne.quiz.exchange.bundle import MEGABYTE
from campagne.quiz.models import Question, QuestionVersion, Quiz
from campagne.quiz.questions.draft import Draft
from campagne.quiz.questions.edits import Change
from campagne.quiz.questions.plan import Block
from campagne.quiz.questions.rendering import Rendering
from campagne.sheets.unreadable import Unreadable

MOST_BYTES_OF_MEDIA = 14 * MEGABYTE


def everything(question: Question) -> bool:
    return True


def pack_of(
    questions: Iterable[Question],
    quizzes: Iterable[Quiz] = (),
    *,
    may_see: Callable[[Question], bool] = everything,
) -> pack.Pack:
    """Pack these quizzes, with the questions they ask or ever asked, and these questions.

    Of a question whose drafts somebody may not see, what is published is packed. Raises Unreadable if the pictures
    and sounds are too much for a file that can be read again.
    """
    quizzes = list(quizzes)
    chosen = {question.pk: question for question in questions}
    chosen |= {question.pk: question for quiz in quizzes for question in questions_of(quiz)}
    packed = tuple(_question(question, may_see) for _, question in sorted(chosen.items()))
    pictures = Picture.objects.in_bulk(_shown(packed))
    sounds = Sound.objects.filter(digest__in={speech.sound for question in packed for speech in question.speeches})
    _check_size([*(picture.get_file_size() for picture in pictures.values()), *(sound.size for sound in sounds)])
    places = dict(_places(chosen))
    return pack.Pack(
        questions=packed,
        quizzes=tuple(_quiz(quiz, places) for quiz in quizzes),
        pictures=tuple(_picture(picture) for _, picture in sorted(pictures.items())),
        sounds=tuple(pack.Sound(sound.digest, _encoded(_content(sound.file))) for sound in sounds.order_by("pk")),
    )


def _shown(packed: Iterable[pack.Question]) -> set[int]:
    """The pictures in any version."""
    drafts = (draft for each in packed for draft in (each.draft, *(version.draft for version in each.versions)))
    return {draft.picture_id for draft in drafts if draft.picture_id is not None}


def questions_of(quiz: Quiz) -> Iterator[Question]:
    """The questions in the plan of a quiz, in order, and then those that only earlier versions asked."""
    planned = [part.question for part in quiz.parts.select_related("question").order_by("sort_order") if part.question]
    yield from planned
    once = Question.objects.filter(versions__places__quiz_version__quiz=quiz).exclude(pk__in=[q.pk for q in planned])
    yield from once.distinct().order_by("pk")


def draft_now(question: Question) -> Draft:
    """What was written last, published or not."""
    revision = question.latest_revision
    return revision.as_object().draft() if revision else question.draft()


def _check_size(sizes: list[int]) -> None:
    if sum(sizes) > MOST_BYTES_OF_MEDIA:
        raise Unreadable(
            f"De beelden en geluiden zijn samen {sum(sizes) / MEGABYTE:.0f} MB.",
            f"In één bestand passen er hoogstens {MOST_BYTES_OF_MEDIA // MEGABYTE}.",
            "Exporteer de vragen één voor één, of kies kleinere beelden.",
        )


def _places(questions: Iterable[int]) -> Iterator[tuple[int, tuple[int, int]]]:
    """Where each version is: the number of its question, and its place among the versions of that."""
    seen: dict[int, int] = {}
    rows = QuestionVersion.objects.filter(question__in=list(questions)).order_by("pk").values_list("pk", "question")
    for version, question in rows:
        seen[question] = seen.get(question, -1) + 1
        yield version, (question, seen[question])


def _question(question: Question, may_see: Callable[[Question], bool]) -> pack.Question:
    versions = question.versions.select_related("correction").prefetch_related("options").order_by("pk")
    speeches = question.speeches.audible()
    return pack.Question(
        number=question.pk,
        draft=draft_now(question) if may_see(question) else question.draft(),
        theme=question.theme.slug if question.theme else "",
        versions=tuple(_version(version) for version in versions),
        speeches=tuple(
            pack.Speech(each.part, Rendering(each.rendering), each.text, each.voice, each.sound.digest)
            for each in speeches
        ),
    )


def _version(version: QuestionVersion) -> pack.Version:
    made = getattr(version, "correction", None)
    return pack.Version(
        series=version.series_id,
        number=version.number,
        draft=version.as_draft(),
        right_now=tuple(option.key for option in version.options.all() if option.is_right),
        content_hash=version.content_hash,
        change=Change(version.change),
        published_at=version.published_at.isoformat(),
        reason=version.reason,
        correction=made and pack.Correction(made.why, made.at.isoformat(), _keys(made.before), _keys(made.after)),
    )


def _keys(written: list[str]) -> tuple:
    return tuple(map(pack.UUID, written))


def _quiz(quiz: Quiz, places: dict[int, tuple[int, int]]) -> pack.Quiz:
    return pack.Quiz(
        title=quiz.title,
        slug=quiz.slug,
        introduction=quiz.introduction,
        theme=quiz.theme.slug if quiz.theme else "",
        channels=tuple(quiz.channels.order_by("slug").values_list("slug", flat=True)),
        parts=tuple(
            pack.Part(Block(part.block), part.question_id, part.title, part.text)
            for part in quiz.parts.order_by("sort_order", "pk")
        ),
        versions=tuple(
            pack.QuizVersion(
                version.number,
                tuple(
                    pack.Item(Block(item.block), *places.get(item.version_id, (None, None)), item.title, item.text)
                    for item in version.items.all()
                ),
            )
            for version in quiz.versions.prefetch_related("items").order_by("number")
        ),
    )


def _picture(picture: Picture) -> pack.Picture:
    content = _content(picture.file)
    told = {name: getattr(picture, name) for name in ("title", "description", "licence", "credit")}
    name = picture.file.name.rsplit("/", 1)[-1]
    return pack.Picture(picture.pk, sha256(content).hexdigest(), name, **told, content=_encoded(content))


def _content(file) -> bytes:
    storage: Storage = file.storage
    with storage.open(file.name) as opened:
        return opened.read()


def _encoded(content: bytes) -> str:
    return b64encode(content).decode()
