"""Rows of a day and a time: when a group meets. Times are those of the clock in the Netherlands."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms.utils import from_current_timezone
from django.utils import timezone

from campagne.guided.planning.plan import Moved
from campagne.guided.sessions.meetings import Meeting

MOST_MEETINGS = 10
NO_SUCH_TIME = "Op deze dag gaat de klok vooruit of terug, en dit tijdstip is niet duidelijk. Kies een ander tijdstip."
NONE_AT_ALL = "Vul minstens één dag en tijd in."
TWICE = "Deze dag en tijd staan er twee keer."


class MeetingRow(forms.Form):
    """One meeting; empty is none. `meeting` is the one that stood here."""

    meeting = forms.IntegerField(required=False, widget=forms.HiddenInput)
    day = forms.DateField(
        label="Dag", required=False, widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
    )
    time = forms.TimeField(
        label="Tijd", required=False, widget=forms.TimeInput(format="%H:%M", attrs={"type": "time", "step": "300"})
    )

    def __init__(self, *args: Any, at: datetime, **kwargs: Any) -> None:
        self.at = at
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.widget.attrs["aria-label"] = f"{field.label} van bijeenkomst {int(self.prefix.split('-')[-1]) + 1}"
            if name == "meeting":
                field.widget.attrs = {}

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        day, time = cleaned.get("day"), cleaned.get("time")
        if self.errors:
            return cleaned
        if bool(day) != (time is not None):
            self.add_error("time" if day else "day", "Vul de dag en de tijd in, of laat ze allebei leeg.")
        elif day:
            cleaned["moment"] = self._moment(datetime.combine(day, time))
        return cleaned

    def _moment(self, naive: datetime) -> datetime | None:
        try:
            moment = from_current_timezone(naive)
        except ValidationError:
            self.add_error("time", NO_SUCH_TIME)
            return None
        if timezone.localdate(moment) < timezone.localdate(self.at) and self.has_changed():
            self.add_error("day", "Deze dag is al voorbij. Kies vandaag of later.")
        return moment


class BaseMeetingRows(forms.BaseFormSet):
    """All rows together: at least one is filled in, unless the group met already, and none twice."""

    has_met = False

    def clean(self) -> None:
        if any(self.errors):
            return
        moments = self.moments
        if not moments and not self.has_met:
            self.forms[0].add_error("day", NONE_AT_ALL)
        for row in self.forms:
            if (moment := row.cleaned_data.get("moment")) and moments.count(moment) > 1:
                row.add_error("day", TWICE)

    @property
    def moments(self) -> list[datetime]:
        return [moment for row in self.forms if (moment := row.cleaned_data.get("moment"))]

    def moved(self, meetings: Iterable[Meeting]) -> Iterator[Moved]:
        """What was asked for each of these meetings, and what is new."""
        known = {meeting.pk: meeting for meeting in meetings}
        for row in self.forms:
            meeting = known.get(row.cleaned_data.get("meeting"))
            if meeting or row.cleaned_data.get("moment"):
                yield Moved(meeting, row.cleaned_data.get("moment"))


MeetingRows = forms.formset_factory(
    MeetingRow, formset=BaseMeetingRows, extra=MOST_MEETINGS, max_num=MOST_MEETINGS, absolute_max=2 * MOST_MEETINGS
)


def empty_rows(data: Any, at: datetime) -> BaseMeetingRows:
    return MeetingRows(data, prefix="meetings", form_kwargs={"at": at})


def rows_of(meetings: Iterable[Meeting], data: Any, at: datetime) -> BaseMeetingRows:
    """The meetings that were not held yet, and room for more."""
    initial = [{"meeting": meeting.pk, **_parts(meeting.starts_at)} for meeting in meetings]
    return MeetingRows(data, prefix="meetings", initial=initial, form_kwargs={"at": at})


def _parts(moment: datetime) -> dict[str, Any]:
    local = timezone.localtime(moment)
    return {"day": local.date(), "time": local.time()}
