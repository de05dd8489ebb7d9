"""What happens to an account stands in the history of the site."""

from wagtail.models import ModelLogEntry

from campagne.staff import audit


def test_the_history_says_what_happened_and_who_did_it(editor_of_stein, regional_editor):
    audit.record(editor_of_stein, "roles", by=regional_editor, added="Beheerder", removed="geen")

    entry = ModelLogEntry.objects.for_instance(editor_of_stein).get()
    assert entry.user == regional_editor
    assert entry.message == "Rollen veranderd. Erbij: Beheerder. Eraf: geen."
