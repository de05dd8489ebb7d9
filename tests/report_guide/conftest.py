"""A guide with a place to report and one type, made as an editor would."""

import pytest
from wagtail.models import Page

from campagne.contacts.models import Channel, ReportChannel
from campagne.report_guide.models import IncidentTypePage, ReportGuidePage
from campagne.report_guide.outcome import OutcomeBlocks


@pytest.fixture
def guide(home) -> ReportGuidePage:
    return ReportGuidePage.objects.get()


@pytest.fixture
def police(db) -> ReportChannel:
    return ReportChannel.objects.create(
        name="Politie",
        slug="politie",
        code=Channel.POLICE_CALL,
        phone="0900-8844",
        url="https://www.politie.nl",
        purpose="x",
    )


def outcome(channel: ReportChannel | None, **told) -> dict:
    """An outcome as Wagtail keeps it, whole but for what is told otherwise."""
    calls = [{"channel": channel.pk, "urgency": "soon", "note": "Bel rustig."}] if channel else []
    value = {
        "roles": [],
        "money": "",
        "comfort": "U bent niet dom.",
        "acts": [{"pictogram": "stop", "text": "Stop ermee.", "detail": ""}],
        "channels": calls,
        "complaint": "ask",
        "complaint_note": "",
        "bring": ["Uw verhaal"],
        "afterwards": "Niet elke zaak wordt onderzocht.",
        "help": [],
        "review_by": "2027-05-01",
    }
    return {"type": "outcome", "value": {**value, **told}}


@pytest.fixture
def put_type(guide, police):
    """Put a live type below the guide: `put_type("bedreigd", [{"money": "ja"}, {"money": "nee"}])`."""

    def put(slug: str, outcomes: list[dict] | None = None, **fields) -> IncidentTypePage:
        raw = [outcome(police, **told) for told in (outcomes if outcomes is not None else [{}])]
        page = IncidentTypePage(
            title=fields.pop("title", slug.capitalize()),
            slug=slug,
            summary="Er is iets.",
            outcomes=OutcomeBlocks().to_python(raw),
            **fields,
        )
        Page.objects.get(pk=guide.pk).specific.add_child(instance=page)
        return page

    return put
