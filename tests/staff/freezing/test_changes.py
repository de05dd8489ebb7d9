"""What was done in the name of an account is told in Dutch, also of what is gone."""

from django.contrib.contenttypes.models import ContentType
from django.utils import timezone
from wagtail.log_actions import log

from campagne.contacts.models import ReportChannel
from campagne.staff.freezing.changes import changes_since, told
from tests.staff.freezing.conftest import BEFORE, written


def test_pages_registers_and_what_is_gone_are_told_newest_first(taken, article, since, regional_editor):
    page, gone = article("Veilig bellen"), ReportChannel.objects.create(name="Loket", slug="loket")
    written(page, "Vals.", taken)
    log(instance=gone, action="wagtail.delete", user=taken)
    gone.delete()
    page.get_latest_revision_as_object().save_revision(user=taken, log_action=False)
    log(instance=page, action="wagtail.edit", user=regional_editor)
    log(instance=page, action="wagtail.lock", user=taken, timestamp=timezone.now() - BEFORE)

    found = told(changes_since(taken, since))

    assert [(each.what, each.title, each.thing is None) for each in found] == [
        ("Versie bewaard", "Veilig bellen", False),
        ("Verwijderd", "Loket", True),
        ("Gepubliceerd", "Veilig bellen", False),
    ]
    assert found[1].kind == ContentType.objects.get_for_model(ReportChannel).name
