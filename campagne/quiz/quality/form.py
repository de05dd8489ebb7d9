"""What a form does with findings: what blocks is refused, what asks is asked, and nothing that was typed is lost."""

from django import forms

from campagne.quiz.quality.inspection import Quality


def refuse(form: forms.BaseForm, quality: Quality) -> None:
    """Say at each field what must be put right."""
    for finding in quality.blocking:
        form.add_error(finding.field if finding.field in form.fields else None, finding.words)


def ask_about(form: forms.BaseForm, quality: Quality, verb: str) -> None:
    """Ask whether what was found may be so, until the box is ticked."""
    if quality.asking and not form.cleaned_data.get("accept_findings"):
        found = f"Wij vonden {len(quality.asking)} {'punt' if len(quality.asking) == 1 else 'punten'} om te verbeteren."
        asked = f"{found} Verander het, of vink hieronder aan: ‘Toch {verb}’. Wat u schreef, staat er nog."
        form.add_error("accept_findings", asked)
