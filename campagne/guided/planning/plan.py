"""The verbs of planning: make sessions, begin one at once, change what is safe, drop one that never was held."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from django.contrib.auth import get_user_model
from django.db import transaction
from django.db.models import QuerySet

from campagne.content.models import ModulePage
from campagne.guided.leading.acting import Action, act
from campagne.guided.sessions.library import Location
from campagne.guided.sessions.meetings import Meeting
from campagne.guided.sessions.session import Form, GuidedSession
from campagne.guided.sessions.standing import State
from campagne.quiz.models import Attempt
from doelgroepen.models import TargetGroup

MOST_GROUPS = 6
SAME_CLICK = timedelta(minutes=2)
"""Who presses "Nu beginnen" again within this time meant the same lesson."""
SAFE = ("group_name", "expected", "places", "devices", "remarks")
"""What may change after a group began."""
BEFORE_IT_BEGINS = ("location", "module", "title", "form")


@dataclass(frozen=True)
class Plan:
    """What somebody wants to hold. `moments` are when the group meets; each group meets at all of them."""

    location: Location
    module: ModulePage
    moments: Sequence[datetime]
    form: str = Form.WALK_IN
    groups: int = 1
    group_name: str = ""
    numbers: dict[str, int] = field(default_factory=dict)
    remarks: str = ""
    target_groups: Iterable[TargetGroup] = ()
    presenters: Iterable[Any] = ()


@transaction.atomic
def plan_sessions(plan: Plan, by: Any) -> list[GuidedSession]:
    """Make a session for each group."""
    names = [f"groep {number}" for number in range(1, plan.groups + 1)] if plan.groups > 1 else [plan.group_name]
    return [_plan_one(plan, name, by) for name in names]


def _plan_one(plan: Plan, group_name: str, by: Any) -> GuidedSession:
    session = GuidedSession.objects.create(
        location=plan.location,
        module=plan.module,
        title=plan.module.title,
        group_name=group_name,
        form=plan.form,
        remarks=plan.remarks,
        planned_by=by,
        **plan.numbers,
    )
    session.target_groups.set(plan.target_groups)
    session.presenters.set(plan.presenters)
    Meeting.objects.bulk_create(Meeting(session=session, starts_at=moment) for moment in sorted(plan.moments))
    return session


def begin_now(location: Location, module: ModulePage, by: Any, at: datetime) -> GuidedSession:
    """Hold a walk-in that nobody planned. Pressed twice, it is one session."""
    begun = GuidedSession.objects.filter(
        planned_by=by,
        location=location,
        module=module,
        state=State.RUNNING,
        meetings__started_at__gt=at - SAME_CLICK,
    )
    with transaction.atomic():
        # Who presses twice waits here for himself, and then finds what the first press made.
        get_user_model().objects.select_for_update().get(pk=by.pk)
        return begun.first() or _begin(Plan(location, module, [at], presenters=[by]), at)


def _begin(plan: Plan, at: datetime) -> GuidedSession:
    [by] = plan.presenters
    [session] = plan_sessions(plan, by)
    return act(session.pk, Action.START, session.state_version, at).session


@dataclass(frozen=True)
class Moved:
    """One meeting as it should be: `meeting` is None for one more, `moment` is None for one that is dropped."""

    meeting: Meeting | None
    moment: datetime | None


@transaction.atomic
def change_session(changed: GuidedSession, groups: Iterable[TargetGroup], presenters: Iterable[Any]) -> bool:
    """Write down what was changed, never the state; False if it began meanwhile, so that only what is safe was kept."""
    held = GuidedSession.objects.select_for_update().get(pk=changed.pk)
    is_planned = held.state == State.PLANNED
    if changed.module:
        changed.title = changed.module.title if is_planned else held.title
    changed.save(update_fields=[*SAFE, *(BEFORE_IT_BEGINS if is_planned else ())])
    changed.target_groups.set(groups)
    changed.presenters.set(presenters)
    return is_planned


@transaction.atomic
def move_meetings(session: GuidedSession, moved: Iterable[Moved]) -> None:
    """Add, move and drop meetings that were not held yet. Answers of the group stay open as long as it meets."""
    GuidedSession.objects.select_for_update().get(pk=session.pk)
    not_held = session.meetings.filter(started_at=None)
    for move in moved:
        _move(session, not_held, move)
    until = session.open_until()
    Attempt.objects.filter(cluster=session.cluster, finished_at=None, open_until__lt=until).update(open_until=until)


def _move(session: GuidedSession, not_held: QuerySet[Meeting], move: Moved) -> None:
    if move.meeting is None:
        if move.moment is not None:
            session.meetings.create(starts_at=move.moment)
    elif move.moment is None:
        not_held.filter(pk=move.meeting.pk).delete()
    else:
        not_held.filter(pk=move.meeting.pk).update(starts_at=move.moment)


def may_drop(session: GuidedSession) -> bool:
    """Tell whether nothing was done with it yet."""
    return session.state == State.PLANNED and not session.participants.exists()


@transaction.atomic
def drop_session(session: GuidedSession) -> bool:
    """Delete a session that was never held; False, and it stays, if it began meanwhile."""
    held = GuidedSession.objects.select_for_update().get(pk=session.pk)
    if not may_drop(held):
        return False
    held.delete()
    return True
