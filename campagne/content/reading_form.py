"""What an editor may not publish: a page for people who read at A2, without an easy text."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils import timezone

from campagne.content.page import ContentPage, ContentPageForm
from campagne.content.passages import source_digest
from doelgroepen.models import ReadingLevel, TargetGroup

COMPARED = "Ik heb beide teksten naast elkaar gelezen. Ze zeggen hetzelfde."
MISSING = (
    "Deze pagina is voor {groups}. Zij lezen op taalniveau A2. Schrijf hier een makkelijke tekst. "
    "Of kies hieronder dat de pagina zelf al makkelijk is. Bewaren als concept kan wel."
)


def easy_readers(groups: Iterable[TargetGroup]) -> list[str]:
    """The names of the groups that read at A2."""
    return [group.name.lower() for group in groups if group.reading_level == ReadingLevel.EASY]


def why_not_published(groups: Iterable[TargetGroup], *, is_easy: bool, has_easy_text: bool) -> str:
    """Say in a sentence why a page for these groups stays a draft; empty if it may be published."""
    readers = easy_readers(groups)
    if not readers or is_easy or has_easy_text:
        return ""
    return MISSING.format(groups=" en ".join(readers))


class ReadingPageForm(ContentPageForm):
    """A draft may be half done. In moderation nothing is, because what is approved is published without this form."""

    easy_compared = forms.BooleanField(
        label=COMPARED,
        required=False,
        help_text="Verandert daarna de pagina? Dan staat dat bij de makkelijke tekst, tot u dit weer aanvinkt.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # Who writes an easy text has the page in front of them; who comes back later looks again.
        self.initial.setdefault("easy_compared", not self._has_rows())

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        texts = self.formsets.get("easy_texts")
        if texts is None or "target_groups" not in self.fields or not self._is_for_readers():
            return cleaned
        if not texts.is_valid():
            return cleaned  # What is wrong with the easy text itself is told there.
        told = {"is_easy": bool(cleaned.get("is_easy")), "has_easy_text": _keeps_one(texts)}
        if reason := why_not_published(cleaned.get("target_groups") or (), **told):
            texts.non_form_errors().append(reason)
        return cleaned

    def save(self, commit: bool = True) -> ContentPage:
        page = super().save(commit=False)
        if "easy_texts" in self.formsets:
            self._note_what_is_in_step(page)
        if commit:
            page.save()
            self._save_m2m()
        return page

    def _note_what_is_in_step(self, page: ContentPage) -> None:
        digest, day = source_digest(page), timezone.localdate()
        for easy in page.easy_texts.all():
            if self.cleaned_data.get("easy_compared"):
                easy.compared(digest, day)
            else:
                easy.notice_change(digest, day)
            page.easy_texts.add(easy)

    def _is_for_readers(self) -> bool:
        """Publishing, planning and handing in are; saving a draft is not, unless somebody is about to approve it."""
        return not self.is_deferred_validation or bool(self.instance.pk and self.instance.workflow_in_progress)

    def _has_rows(self) -> bool:
        return bool(self.instance.pk and self.instance.easy_texts.all())


def _keeps_one(texts: forms.BaseFormSet) -> bool:
    return any(form.has_changed() or form.instance.pk for form in texts.forms if not texts._should_delete_form(form))
