"""Sheets on which everything is as long as the rules allow, or as long as a letter allows, to see whether it fits."""

from dataclasses import replace
from datetime import date

from campagne.figures.charts import line_chart, range_dots
from campagne.figures.disclosure import Audience, Figure, Kind, publishable
from campagne.figures.verdicts import OUTCOME, REACH, UNDERSTANDING
from campagne.measurement import measures
from campagne.measurement.context.happening import Happening
from campagne.measurement.dashboard.answers import FigureRow
from campagne.measurement.dashboard.asked import Asked
from campagne.measurement.dashboard.hardest import UNDECIDED
from campagne.measurement.onepager.by_month import MonthVisits, months_in_words
from campagne.measurement.onepager.drawing import HEIGHT, LONGEST_TITLE, MOST_EVENTS, ROW_HEIGHT, WIDTH, Drawing
from campagne.measurement.onepager.goal_row import LONGEST_AREA, LONGEST_JUDGEMENT, LONGEST_QUOTE, GoalRow, LevelFigure
from campagne.measurement.onepager.sheet import LONGEST_GOAL, MOST_GOALS, Sheet
from campagne.measurement.onepager.telling import LONGEST_STEM, Large, Question, Told
from campagne.quiz.questions.plan import Block
from doelgroepen.models import Theme

LONGEST_COUNT_OF_GOALS = 230
MONTHS = [date(2025 + (month > 12), (month - 1) % 12 + 1, 1) for month in range(10, 22)]
DUTCH = "ondernemers en bewoners weten wat zij moeten doen bij een nepbericht van de bank en waar zij dat vertellen "


class Writer:
    """Writes a sheet with a part of the longest words that may stand on it."""

    def __init__(self, part: float) -> None:
        self.part = part

    def words(self, length: int) -> str:
        """Dutch of this part of the length."""
        wanted = max(1, int(length * self.part))
        return (DUTCH * (wanted // len(DUTCH) + 1))[:wanted].strip()

    def sheet(self, *, drawn: str, goals: int) -> Sheet:
        words, outcome = self.words, publishable(Figure(611, Kind.ANSWERS, 1263), audience=Audience.PUBLIC)
        asked = Asked(1, words(LONGEST_STEM), Block.MEASURE_PRE, groups=123)
        after = replace(asked, block=Block.MEASURE_POST)
        again = FigureRow(measures.RIGHT_AFTER, after.subject, outcome, after)
        question = Question(asked, outcome, outcome.estimate, again)
        large = Large("100", question.large("goed: best bekende vraag").unit)
        came = Large("123.456", "personen in begeleide lessen")
        return Sheet(
            theme=Theme(name=words(60), slug="lang"),
            goal=words(LONGEST_GOAL),
            period="juli tot en met september 2026",
            where=f"gemeente {words(60)}",
            reached=Told(REACH, words(180), (came, came), (words(40), words(220))),
            known=Told(
                UNDERSTANDING,
                question.said(f"{UNDECIDED} Het laagste cijfer"),
                (large, large),
                (question.said("De best bekende vraag"),),
            ),
            outcome=Told(OUTCOME, words(LONGEST_COUNT_OF_GOALS)),
            drawing=self._drawing(drawn, question),
            goals=(self._goal(),) * goals,
            goals_left_out=12,
            next_figures=words(120),
            sources=(words(60),) * 4,
            unknown=(words(90),) * 5,
            todo=(words(LONGEST_STEM + 25),) * 4,
        )

    def _drawing(self, drawn: str, question: Question) -> Drawing:
        return {"line": self._line(), "dots": self._dots(question), "nothing": Drawing(self.words(60))}[drawn]

    def _goal(self) -> GoalRow:
        words = self.words
        level = LevelFigure(words(LONGEST_AREA), words(42), "2025, tussen 12,4 en 13,5, voorlopig")
        return GoalRow(words(LONGEST_QUOTE), words(80), (level,) * 3, "▲", words(LONGEST_JUDGEMENT), is_missing=False)

    def _line(self) -> Drawing:
        happenings = tuple(
            Happening(number, self.words(LONGEST_TITLE), "actie", MONTHS[number], None, "omhoog", "hele regio", "")
            for number in range(1, MOST_EVENTS + 1)
        )
        spans, values = [each.span for each in happenings], [None, *(123_456 * n for n in range(1, 12))]
        line = line_chart(MONTHS, values, width=WIDTH, height=HEIGHT, spans=spans, are_months=True)
        months = [MonthVisits(*row, is_over=row[0] != MONTHS[-1]) for row in zip(MONTHS, values, strict=True)]
        return Drawing(months_in_words(months), line=line, happenings=happenings, months=tuple(months))

    def _dots(self, question: Question) -> Drawing:
        rows = [(question.label, question.outcome)] * 2
        return Drawing(self.words(110), dots=range_dots(rows, width=WIDTH, row_height=ROW_HEIGHT))


def longest_sheet(drawn: str = "line") -> Sheet:
    return Writer(1).sheet(drawn=drawn, goals=MOST_GOALS)


def fullest_sheet(size: str, *, drawn: str, goals: int) -> Sheet:
    """The fullest sheet that is still set in this letter."""
    sheets = (Writer(part / 50).sheet(drawn=drawn, goals=goals) for part in range(50, 0, -1))
    return next(sheet for sheet in sheets if sheet.size == size)


def bare_sheet() -> Sheet:
    """A sheet on which nothing is known."""
    nothing = Drawing("Nog te weinig maanden geteld voor een grafiek van bezoeken.")
    told = Told(REACH, "Er is niets.", (Large("?", "nog niet geteld"),))
    theme = Theme(name="Kort", slug="kort")
    return replace(longest_sheet(), theme=theme, reached=told, known=told, goals=(), drawing=nothing)
