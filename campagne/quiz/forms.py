"""The forms for questions and quizzes: a draft may be half, what is published may not."""

from typing import Any

from campagne.staff.owned_views import OwnedForm
from campagne.staff.ownership import usable_by


class QuestionForm(OwnedForm):
    """Say at the options what is missing, but only when somebody publishes."""

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if not self.is_deferred_validation and not self.errors:
            problems = self._as_written(cleaned).draft().problems()
            if problems:
                self.add_error("options", " ".join(problems))
        return cleaned

    def _as_written(self, cleaned: dict[str, Any]) -> Any:
        """The question with what was filled in; the one in the database stays as it is."""
        written = {name: cleaned[name] for name in cleaned if hasattr(self._meta.model, name)}
        return self._meta.model(**written)


class QuizForm(OwnedForm):
    """Use what is the region's or the own municipality's."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.for_user is not None and "channels" in self.fields:
            self.fields["channels"].queryset = self.fields["channels"].queryset.filter(usable_by(self.for_user))

    def is_valid(self) -> bool:
        return super().is_valid() & self._questions_are_valid()

    def save(self, commit: bool = True) -> Any:
        """Save the questions too, and only then see whether the quiz needs a new version."""
        quiz = super().save(commit)
        if commit:
            quiz.renew_version()
        return quiz

    def _questions_are_valid(self) -> bool:
        """A question of another municipality could be changed by people who may not change this quiz."""
        owner, is_valid = self.cleaned_data.get("municipality"), True
        for form in self.formsets["questions"].forms:
            question = getattr(form, "cleaned_data", {}).get("question")
            if question is None or form.cleaned_data.get("DELETE"):
                continue
            if question.municipality_id and question.municipality_id != getattr(owner, "pk", None):
                form.add_error("question", "Deze vraag is van een andere gemeente. Kies een vraag van de regio.")
                is_valid = False
        return is_valid
