"""The forms with which sessions are planned, begun at once, and changed."""

from datetime import datetime
from typing import Any

from django import forms
from django.contrib.auth import get_user_model
from django.db.models import Q, QuerySet

from campagne.content.models import ModulePage
from campagne.guided.planning.meeting_rows import BaseMeetingRows, empty_rows, rows_of
from campagne.guided.planning.plan import BEFORE_IT_BEGINS, MOST_GROUPS, Plan
from campagne.guided.sessions.library import Library, Location
from campagne.guided.sessions.session import MOST_PLACES, Form, GuidedSession
from campagne.guided.sessions.standing import State
from campagne.staff.ownership import works_for_region
from doelgroepen.models import TargetGroup

NUMBERS = ("expected", "places", "devices")
ONCE = "Een inloop is één keer. Kies ‘cursus’, of vul één dag en tijd in."
TOO_FEW_PLACES = "U verwacht meer mensen dan er mee kunnen doen. Maak dit getal groter, of verwacht er minder."
NOT_OFFERED = "Deze module is van een andere gemeente. Kies een module van de regio of van de gemeente van de locatie."


class PlanForm(forms.ModelForm):
    """One plan, with its meetings; offers only what this person may use."""

    groups = forms.IntegerField(
        label="Aantal groepen",
        initial=1,
        min_value=1,
        max_value=MOST_GROUPS,
        help_text="Passen niet alle mensen in één groep? Elke groep krijgt een eigen les met een eigen code.",
    )

    class Meta:
        model = GuidedSession
        fields = ["module", "location", "form", "target_groups", *NUMBERS, "presenters", "remarks"]
        widgets = {
            "form": forms.RadioSelect,
            "target_groups": forms.CheckboxSelectMultiple,
            "presenters": forms.CheckboxSelectMultiple,
            "remarks": forms.Textarea(attrs={"rows": 3}),
        }
        help_texts = {
            "module": "De les. Hoort er een quiz bij, dan ziet u na afloop wat de groep heeft geleerd.",
            "location": "Bij deze plek tellen de bezoekers mee.",
            "form": "",
            "target_groups": "Voor wie is de les? Zo tellen de bezoekers bij de goede groep mee.",
        }

    def __init__(self, *args: Any, user: Any, at: datetime, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user
        self.meetings = self._rows(at)
        offer(self, user)
        for name in NUMBERS:
            self.fields[name].max_value = MOST_PLACES
            self.fields[name].widget.attrs.update({"min": 0 if name == "devices" else 1, "max": MOST_PLACES})

    def _rows(self, at: datetime) -> BaseMeetingRows:
        return empty_rows(self.data if self.is_bound else None, at)

    def is_valid(self) -> bool:
        is_right, are_right = super().is_valid(), self.meetings.is_valid()
        return is_right and are_right

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        self.meetings.is_valid()
        if cleaned.get("form") == Form.WALK_IN and self._number_of_meetings() > 1:
            self.add_error("form", ONCE)
        for name in NUMBERS:
            self._check_number(name, cleaned.get(name))
        if (cleaned.get("places") or MOST_PLACES) < (cleaned.get("expected") or 0):
            self.add_error("places", TOO_FEW_PLACES)
        check_together(self, cleaned)
        return cleaned

    def _check_number(self, name: str, number: int | None) -> None:
        least = 0 if name == "devices" else 1
        if number is not None and not least <= number <= MOST_PLACES:
            self.add_error(name, f"Vul een getal in van {least} tot en met {MOST_PLACES}.")

    def _number_of_meetings(self) -> int:
        return len(self.meetings.moments) if not any(self.meetings.errors) else 0

    def plan(self) -> Plan:
        cleaned = self.cleaned_data
        return Plan(
            location=cleaned["location"],
            module=cleaned["module"],
            moments=self.meetings.moments,
            form=cleaned["form"],
            groups=cleaned.get("groups", 1),
            numbers={name: cleaned[name] for name in NUMBERS},
            remarks=cleaned["remarks"],
            target_groups=cleaned["target_groups"],
            presenters=cleaned["presenters"],
        )


class ChangeForm(PlanForm):
    """A session that was planned; after it began, only what is safe."""

    groups = None

    class Meta(PlanForm.Meta):
        fields = ["module", "location", "group_name", "form", *PlanForm.Meta.fields[3:]]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.state != State.PLANNED:
            for name in BEFORE_IT_BEGINS:
                self.fields.pop(name, None)

    def _rows(self, at: datetime) -> BaseMeetingRows:
        rows = rows_of(self.not_held(), self.data if self.is_bound else None, at)
        rows.has_met = self.instance.meetings.exclude(started_at=None).exists()
        return rows

    def not_held(self) -> QuerySet:
        return self.instance.meetings.filter(started_at=None)


class NowForm(forms.Form):
    """A walk-in that nobody planned: what, and where."""

    module = forms.ModelChoiceField(
        label="Welke les geeft u?", queryset=ModulePage.objects.none(), widget=forms.RadioSelect, empty_label=None
    )
    location = forms.ModelChoiceField(label="Waar?", queryset=Location.objects.none(), empty_label=None)

    def __init__(self, *args: Any, user: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        places = Location.objects.led_by(user)
        self.fields["location"].queryset = places.select_related("library")
        self.fields["module"].queryset = modules_at(places)
        name_places(self.fields["location"], user)
        last = GuidedSession.objects.filter(planned_by=user.pk, location__in=places.values("pk")).first()
        self.fields["location"].initial = last.location_id if last else places.first()

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        check_together(self, cleaned)
        return cleaned


def offer(form: forms.ModelForm, user: Any) -> None:
    """Put only what this person may use in the lists of a form."""
    places = Location.objects.of(user).select_related("library")
    form.fields["location"].queryset = places
    form.fields["location"].empty_label = None if places.count() == 1 else "Kies een locatie"
    form.fields["module"].queryset = modules_at(places)
    form.fields["module"].empty_label, form.fields["module"].required = "Kies een module", True
    form.fields["target_groups"].queryset = TargetGroup.objects.filter(_offered_at(places))
    form.fields["presenters"].queryset = people_of(Library.objects.of(user))
    name_places(form.fields["location"], user)


def name_places(field: forms.ModelChoiceField, user: Any) -> None:
    """Who works for the region sees places of several libraries, which may have the same name."""
    if works_for_region(user):
        field.label_from_instance = lambda place: f"{place.library}: {place}"


def modules_at(places: QuerySet[Location]) -> QuerySet[ModulePage]:
    """The live modules of the region, and of the municipalities where these places are."""
    return ModulePage.objects.live().filter(_offered_at(places)).order_by("title")


def _offered_at(places: QuerySet[Location]) -> Q:
    return Q(municipality=None) | Q(municipality__in=places.order_by().values("municipality"))


def people_of(libraries: QuerySet[Library]) -> QuerySet:
    """Who leads sessions for these libraries with an account."""
    theirs = Q(groups__guided_library__in=libraries.order_by().values("pk"))
    theirs |= Q(groups__coordinated_library__in=libraries.order_by().values("pk"))
    users = get_user_model().objects.filter(is_active=True)
    return users.filter(pk__in=users.filter(theirs).values("pk")).order_by("first_name", "username")


def check_together(form: forms.Form, cleaned: dict[str, Any]) -> None:
    """A module, groups and people must fit the place."""
    place = cleaned.get("location") or getattr(getattr(form, "instance", None), "location", None)
    if place is None:
        return
    module, owners = cleaned.get("module"), {None, place.municipality_id}
    if module and module.municipality_id not in owners:
        form.add_error("module", NOT_OFFERED)
    if wrong := [group.name for group in cleaned.get("target_groups") or () if group.municipality_id not in owners]:
        form.add_error("target_groups", f"Niet van deze gemeente: {', '.join(wrong)}.")
    theirs = set(people_of(Library.objects.filter(pk=place.library_id)))
    if others := [str(person) for person in cleaned.get("presenters") or () if person not in theirs]:
        form.add_error("presenters", f"Werkt niet voor {place.library}: {', '.join(others)}.")
