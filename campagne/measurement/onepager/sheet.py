"""A sheet: one general goal of the note, with three questions answered for executives.

The thresholds are those of public figures, also where staff would see more. It stays inside all the same: only the
published tables are protected against subtraction, and numbers of a sheet beside them would undo that.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from textwrap import shorten
from typing import Any

from campagne.figures.disclosure import Audience
from campagne.figures.verdicts import OUTCOME
from campagne.measurement import measures
from campagne.measurement.context.happening import CAVEAT
from campagne.measurement.dashboard.ladder import three_answers
from campagne.measurement.dashboard.selection import Selection, places_of, sees_all, selected
from campagne.measurement.official.shipped import ATTRIBUTION
from campagne.measurement.official.standing import Standing, standings
from campagne.measurement.onepager.attention import needs_attention
from campagne.measurement.onepager.drawing import Drawing, drawing_of
from campagne.measurement.onepager.goal_row import GoalRow, goal_rows, next_figures, sources_of
from campagne.measurement.onepager.telling import (
    Question,
    Told,
    knowledge_told,
    outcome_told,
    questions_told,
    reach_told,
)
from campagne.measurement.onepager.whole_periods import Choice
from doelgroepen.models import Municipality, Theme

SOURCE_OF_GOALS = "Kadernota Integrale Veiligheid Westelijke Mijnstreek, hoofdstuk Prioriteiten"
LONGEST_GOAL, LONGEST_WHERE, MOST_GOALS = 240, 70, 3
SIZES = (("ruim", 1200), ("gewoon", 2350), ("vol", 3750), ("krap", 10**6))
"""So many characters fit on a sheet in each letter; a row takes as much as `ROW` beside its own, a drawing `DRAWN`."""
ROW, DRAWN = 250, 800
NO_ROOM = Drawing("De grafiek past niet op dit blad. Ze staat bij de cijfers in het beheer.")


@dataclass(frozen=True)
class Asked:
    """What sheets are asked for: by whom, about which period and place, and how far back was counted."""

    user: Any
    choice: Choice
    place: Municipality | None
    today: date
    counted_since: date


@dataclass(frozen=True)
class Sheet:
    """Everything that one A4 says."""

    theme: Theme
    goal: str
    period: str
    where: str
    reached: Told
    known: Told
    outcome: Told
    drawing: Drawing
    goals: tuple[GoalRow, ...]
    goals_left_out: int
    next_figures: str
    sources: tuple[str, ...]
    unknown: tuple[str, ...]
    todo: tuple[str, ...]

    source_of_goal = SOURCE_OF_GOALS

    @property
    def proxies(self) -> tuple[Told, Told]:
        """What stands in for what we would like to know; the outcome is told apart from them."""
        return self.reached, self.known

    @property
    def told(self) -> tuple[Told, Told, Told]:
        return *self.proxies, self.outcome

    @property
    def drawn_with(self) -> Told:
        """The question that the drawing is about."""
        return self.reached if self.drawing.line else self.known

    @property
    def fitting_drawing(self) -> Drawing:
        """The drawing, or where there is no room for it, that there is none."""
        return NO_ROOM if self.size == SIZES[-1][0] else self.drawing

    @property
    def size(self) -> str:
        """In which letter it is set, by how much is on it."""
        weight = sum(map(len, self._words())) + ROW * len(self.goals) + (DRAWN if self.drawing.is_drawn else 0)
        return next(name for name, most in SIZES if weight <= most)

    def _words(self) -> Iterator[str]:
        yield from (
            self.goal,
            self.where,
            self.drawing.words,
            self.next_figures,
            *self.sources,
            *self.unknown,
            *self.todo,
        )
        for told in self.told:
            yield from (told.sentence, *told.more, *(large.unit for large in told.large))
        for row in self.goals:
            yield from (row.quote, row.judgement)
            yield from (level.amount + level.rest for level in row.levels)
        yield from (happening.title + happening.days for happening in self.drawing.happenings)


def sheets_for(asked: Asked, themes: Iterable[Theme]) -> list[Sheet]:
    """A sheet for each theme, of nothing but what this person may see."""
    wanted, goals = list(themes), standings()
    cards = needs_attention(wanted, asked.user, asked.place)
    return [
        _sheet(
            theme,
            asked,
            [goal for goal in goals if goal.goal.indicator.theme_id == theme.pk],
            cards.get(theme.pk, ()),
        )
        for theme in wanted
    ]


def _sheet(theme: Theme, asked: Asked, found: Sequence[Standing], cards: Sequence[str]) -> Sheet:
    selection, place = _selection(theme, asked), asked.place
    reached, known, outcome = three_answers(selection, found, counted_since=asked.counted_since)
    questions = questions_told(known)
    drawing = drawing_of(selection, questions, asked.counted_since)
    about = f"over {theme.name[:1].lower()}{theme.name[1:]}" + (f" van de gemeente {place}" if place else "")
    return Sheet(
        theme=theme,
        goal=shorten(theme.goal, LONGEST_GOAL, placeholder=" …"),
        period=asked.choice.words,
        where=_where(asked),
        reached=reach_told(reached, asked.choice, about, asked.counted_since),
        known=knowledge_told(known, questions),
        outcome=outcome_told(outcome),
        drawing=drawing,
        goals=goal_rows(found[:MOST_GOALS]),
        goals_left_out=max(0, len(found) - MOST_GOALS),
        next_figures=next_figures(found[:MOST_GOALS]),
        sources=("eigen telling", *sources_of(found[:MOST_GOALS])),
        unknown=tuple(_unknown(has_goals=bool(found), has_happenings=bool(drawing.happenings))),
        todo=(
            *cards,
            *_todo(questions, is_missing=any(row.is_missing for row in goal_rows(found))),
        ),
    )


def _where(asked: Asked) -> str:
    """Whose pages are on the sheet. Who does not see all of the region gets other numbers, so it says so in print."""
    if asked.place:
        return f"gemeente {asked.place}"
    if sees_all(asked.user):
        return "hele regio"
    own = "".join(f" en van {place}" for place in places_of(asked.user))
    return shorten(f"alleen pagina's van de regio{own}", LONGEST_WHERE, placeholder=" …")


def _selection(theme: Theme, asked: Asked) -> Selection:
    """As the dashboard would choose it, so with the same limits to what this person may see."""
    chosen = {"thema": theme, "gemeente": asked.place}
    selection = selected(asked.choice.period, chosen, user=asked.user, today=asked.today)
    return replace(selection, audience=Audience.PUBLIC)


def _unknown(*, has_goals: bool, has_happenings: bool) -> Iterator[str]:
    """What the figures above it do not say."""
    yield measures.VISITS.caveat
    yield measures.RIGHT_ANSWERS.caveat
    if has_goals:
        yield OUTCOME.caveat
    yield ATTRIBUTION
    if has_happenings:
        yield CAVEAT


def _todo(questions: Sequence[Question], *, is_missing: bool) -> Iterator[str]:
    """What follows from the figures by itself; what is decided, people write."""
    if questions:
        yield f"Leg dit vaker uit: ‘{questions[0].stem}’"
    else:
        yield "Vraag meer mensen om de quiz te doen. Dan weten we wat zij nog niet weten."
    if is_missing:
        yield "Laat het cijfer van onze eigen regio invoeren, met de bron erbij."
