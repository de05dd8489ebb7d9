"""What the quiz of a session is on paper: its parts in order, and the rows of a sheet."""

from campagne.guided.leading.lettered import lettered
from campagne.guided.sessions.session import GuidedSession
from campagne.quiz.paper import contents
from campagne.quiz.paper.contents import KeyEntry, PaperPart, Section, parts_on_paper, sections_of


def parts_of(session: GuidedSession) -> tuple[PaperPart, ...]:
    """Every part of the quiz, with its question; two queries beside the lesson itself."""
    items = session.lesson.parts
    asked = lettered(session, [place for place, item in enumerate(items, start=1) if item.block.asks])
    return parts_on_paper(items, asked)


def rows_of(session: GuidedSession) -> tuple[PaperPart, ...]:
    """What is answered, in the order of the lesson: the rows of an answer sheet, and the columns of the entry grid."""
    return tuple(part for part in parts_of(session) if part.lettered)


def question_sections(session: GuidedSession) -> tuple[Section, ...]:
    return sections_of(rows_of(session))


def key_of(session: GuidedSession) -> tuple[KeyEntry, ...]:
    """Every question once, with what is right."""
    return contents.key_of(rows_of(session))
