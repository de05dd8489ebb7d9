"""Forms for libraries, their people and their locations."""

from typing import Any

from django import forms
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError

from campagne.guided.planning.founding import found_library, put_members, rename_library
from campagne.guided.sessions.library import Library, Location


class LibraryForm(forms.Form):
    """A library and who works for it."""

    name = forms.CharField(
        label="Naam", max_length=80, help_text="Zoals bezoekers de bibliotheek of het buurthuis kennen."
    )
    coordinators = forms.ModelMultipleChoiceField(
        label="Coördinatoren",
        queryset=get_user_model().objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Zij plannen lessen en printen de kaarten. De beheerder maakt een nieuw account.",
    )
    guides = forms.ModelMultipleChoiceField(
        label="Begeleiders met een account",
        queryset=get_user_model().objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Zij geven lessen. Een vrijwilliger met een begeleiderskaart hoeft hier niet bij.",
    )

    def __init__(self, *args: Any, library: Library | None = None, **kwargs: Any) -> None:
        self.library = library
        if library:
            members = {"coordinators": library.coordinators.user_set.all(), "guides": library.guides.user_set.all()}
            kwargs["initial"] = {"name": library.name, **members}
        super().__init__(*args, **kwargs)
        people = get_user_model().objects.filter(is_active=True, is_superuser=False).order_by("first_name", "username")
        for name in ("coordinators", "guides"):
            self.fields[name].queryset = people
            self.fields[name].label_from_instance = lambda person: f"{person} ({person.username})"

    def clean_name(self) -> str:
        name = " ".join(self.cleaned_data["name"].split())
        others = Library.objects.exclude(pk=self.library.pk if self.library else None)
        if others.filter(name__iexact=name).exists():
            raise ValidationError("Er is al een bibliotheek met deze naam.")
        return name

    def save(self) -> Library:
        cleaned = self.cleaned_data
        if self.library is None:
            self.library = found_library(cleaned["name"])
        else:
            rename_library(self.library, cleaned["name"])
        put_members(self.library, cleaned["coordinators"], cleaned["guides"])
        return self.library


class LocationForm(forms.ModelForm):
    class Meta:
        model = Location
        fields = ["library", "name", "address", "municipality"]

    def __init__(self, *args: Any, user: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        own = Library.objects.of(user)
        self.fields["library"].queryset = own
        self.fields["library"].empty_label = None if own.count() == 1 else "Kies een bibliotheek"
        self.fields["municipality"].empty_label = "Kies een gemeente"
        if self.instance.pk and self.instance.sessions.exists():
            # What was held there was counted there.
            del self.fields["library"], self.fields["municipality"]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        library = cleaned.get("library") or (self.instance.library if self.instance.pk else None)
        others = Location.objects.filter(library=library, name__iexact=cleaned.get("name", ""))
        if library and others.exclude(pk=self.instance.pk).exists():
            self.add_error("name", "Deze bibliotheek heeft al een locatie met deze naam.")
        return cleaned
