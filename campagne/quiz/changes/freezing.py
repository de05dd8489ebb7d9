"""Publishing a question: freeze what was written as a version, in the series where its answers belong."""

from dataclasses import asdict
from typing import Any

from django.db import models, transaction

from campagne.quiz.changes.key_correction import correct_key
from campagne.quiz.questions.draft import Draft
from campagne.quiz.questions.edits import UNDECIDED, Change, Decision, propose
from campagne.quiz.questions.versions import OptionVersion, QuestionSeries, QuestionVersion


@transaction.atomic
def freeze(
    question: models.Model, draft: Draft, decision: Decision = UNDECIDED, *, by: models.Model | None = None
) -> QuestionVersion:
    """Give the version that holds this draft: the last one if nothing changed, otherwise a new one.

    A cosmetic change and a corrected key stay in the series; anything else starts a new one. What nobody decided,
    or decided about an earlier version, is settled by the rules, and never in a way that mixes up answers.
    """
    last = QuestionVersion.objects.filter(question=question).select_related("series").order_by("-pk").first()
    if last and last.content_hash == draft.fingerprint():
        return last
    decision = decision.about(last.pk) if last else UNDECIDED
    change = _change(last, draft, decision)
    version = QuestionVersion.objects.create(
        question=question,
        **_place(question, last, change),
        **fields_of(draft),
        change=change.value,
        reason=decision.reason.strip(),
        published_by=by,
    )
    OptionVersion.objects.of(version, draft.options)
    if change is Change.KEY:
        correct_key(version, before=last.key().right, why=version.reason, by=by)
    return version


def fields_of(draft: Draft) -> dict[str, Any]:
    """What was written, and the hash to verify it with; its options have rows of their own."""
    fields = {name: getattr(draft, name) for name in QuestionVersion.CONTENT}
    return {**fields, "hotspots": [asdict(spot) for spot in draft.hotspots], "content_hash": draft.fingerprint()}


def _change(last: QuestionVersion | None, draft: Draft, decision: Decision) -> Change:
    proposal = propose(last.as_draft(), draft) if last else None
    return proposal.settled(decision) if proposal else Change.FIRST


def _place(question: models.Model, last: QuestionVersion | None, change: Change) -> dict[str, Any]:
    """The series, and the number in it."""
    if last and change.keeps_series:
        return {"series": last.series, "number": last.number + 1}
    return {"series": QuestionSeries.objects.create(question=question), "number": 1}
