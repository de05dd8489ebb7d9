"""The forms for questions and quizzes: a draft may be half, what is published may not."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any

from django import forms
from django.utils.text import slugify

from campagne.quiz.changes.pending_change import PendingChange
from campagne.quiz.quality.form import ask_about, refuse
from campagne.quiz.quality.inspection import Quality, quality_of, quality_of_quiz
from campagne.quiz.questions.choices import CHOSEN_CHANGES
from campagne.quiz.questions.edits import Decision
from campagne.quiz.questions.plan import Block, Part, Problem, problems_of
from campagne.staff.owned_views import OwnedForm
from campagne.staff.ownership import usable_by


class QuestionForm(OwnedForm):
    """Say where something is missing, and ask what kind of change it is, but only when somebody publishes."""

    class Media:
        # What does not belong to the chosen kind is left out of sight; it stays where it was.
        css = {"all": ["css/question_form.css"]}

    change = forms.ChoiceField(
        label="Wat voor wijziging is dit?",
        choices=CHOSEN_CHANGES,
        required=False,
        widget=forms.RadioSelect,
        help_text="Wij doen een voorstel. U kiest, want u weet wat u wilde veranderen.",
    )
    change_since = forms.IntegerField(required=False, widget=forms.HiddenInput)
    accept_findings = forms.BooleanField(label="Toch publiceren. Ik heb het gelezen.", required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        newest = self.pending.newest.pk if self.pending.newest else None
        if self.instance.change_since != newest:
            self.initial |= {"change": "", "change_reason": "", "change_since": newest}

    @cached_property
    def pending(self) -> PendingChange:
        """What publishing would change, as the form was opened; once it is checked, as it was sent in."""
        return PendingChange.of(self.instance, self.instance.draft())

    @cached_property
    def quality(self) -> Quality:
        """What the gates say, as the form was opened; once it is checked, as it was sent in."""
        return quality_of(self.instance, self.instance.draft())

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if not self.is_deferred_validation and not self.errors:
            written = self._as_written(cleaned)
            self.quality = quality_of(written, written.draft())
            if self.quality.blocking:
                refuse(self, self.quality)
            else:
                self.pending = PendingChange.of(self.instance, written.draft())
                self._ask_for_the_change(written.decision())
                ask_about(self, self.quality, "publiceren")
        return cleaned

    def _ask_for_the_change(self, decision: Decision) -> None:
        """Ask, propose and explain; whatever was written stays on the screen."""
        if not self.pending.must_be_decided:
            return
        proposal, newest = self.pending.proposal, self.pending.newest.pk
        decided = decision.about(newest)
        if decided.change is None:
            self.add_error("change", _question_about(self.pending, is_late=decision.since not in {None, newest}))
            self.data = self.data.copy()
            self.data["change"], self.data["change_since"] = proposal.change.value, newest
        elif refusal := proposal.refusal(decided.change):
            self.add_error("change", refusal)
        elif not decided.is_complete:
            self.add_error("change_reason", "Schrijf op waarom de sleutel verandert. Anderen lezen dat later terug.")

    def _as_written(self, cleaned: dict[str, Any]) -> Any:
        """The question with what was filled in; the one in the database stays as it is."""
        written = {name: cleaned[name] for name in cleaned if hasattr(self._meta.model, name)}
        return self._meta.model(pk=self.instance.pk, **written)


def _question_about(pending: PendingChange, *, is_late: bool) -> str:
    late = "Intussen publiceerde iemand een nieuwe versie van deze vraag. Kijk wat er verandert. " if is_late else ""
    return (
        f"{late}Deze vraag heeft {pending.answers_in_words}. Kies wat voor wijziging dit is. "
        f"Ons voorstel: {pending.proposal_name}. {' '.join(pending.proposal.reasons)} "
        "Klopt dat? Klik dan nog eens op Publiceren. Wat u schreef, staat er nog."
    )


class QuizForm(OwnedForm):
    """Use what is the region's or the own municipality's."""

    class Media:
        # A part shows what belongs to its block; what is wrong in it stays in sight.
        css = {"all": ["css/quiz_form.css"]}

    accept_findings = forms.BooleanField(label="Toch bewaren. Ik heb het gelezen.", required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "slug" in self.fields:
            self.fields["slug"].required = False
        if self.for_user is not None and "channels" in self.fields:
            self.fields["channels"].queryset = self.fields["channels"].queryset.filter(usable_by(self.for_user))

    def clean_slug(self) -> str:
        """The address that was written; what was left empty stays what it was, or is made from the title."""
        made = self.instance.slug or slugify(self.cleaned_data.get("title", ""))[:50].strip("-")
        address: str = self.cleaned_data["slug"] or made
        if not address and "title" in self.cleaned_data:
            raise forms.ValidationError("Schrijf een adres: kleine letters, cijfers en streepjes.")
        return address

    def is_valid(self) -> bool:
        return super().is_valid() & self._parts_are_valid() and self._is_good_enough()

    @cached_property
    def quality(self) -> Quality:
        """What the gates say of the saved quiz; once it is checked, of the one that was sent in."""
        parts = self.instance.parts.all() if self.instance.pk else []
        return quality_of_quiz(part.question_id for part in parts if part.question_id)

    def _is_good_enough(self) -> bool:
        told = (row.cleaned_data.get("question") for row in self._rows())
        self.quality = quality_of_quiz(question.pk for question in told if question)
        refuse(self, self.quality)
        ask_about(self, self.quality, "bewaren")
        return not self.errors

    def save(self, commit: bool = True) -> Any:
        """Save the parts too, and only then see whether the quiz needs a new version."""
        quiz = super().save(commit)
        if commit:
            quiz.renew_version()
        return quiz

    def _parts_are_valid(self) -> bool:
        """Judge the plan as a whole, once each of its parts is whole."""
        rows = self._rows()
        if any(row.errors for row in rows):
            return False
        told = [row.cleaned_data for row in rows]
        parts = [Part(Block(part["block"]), getattr(part.get("question"), "pk", None)) for part in told]
        problems = [*problems_of(parts), *self._foreign_questions(told)]
        for problem in problems:
            rows[problem.place].add_error(problem.field, problem.text)
        return not problems

    def _rows(self) -> list[Any]:
        """The parts that are kept, in their order."""
        formset = self.formsets["parts"]
        kept = [form for form in formset.forms if form not in formset.deleted_forms]
        filled = [form for form in kept if form.has_changed() or form.instance.pk]
        return sorted(filled, key=lambda form: getattr(form, "cleaned_data", {}).get("ORDER") or 0)

    def _foreign_questions(self, told: Sequence[Mapping[str, Any]]) -> Iterator[Problem]:
        """A question of another municipality could be changed by people who may not change this quiz."""
        owner = getattr(self.cleaned_data.get("municipality"), "pk", None)
        for place, part in enumerate(told):
            whose = getattr(part.get("question"), "municipality_id", None)
            if whose not in {None, owner}:
                yield Problem(place, "question", "Deze vraag is van een andere gemeente. Kies een vraag van de regio.")
