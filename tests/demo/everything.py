"""What stands in the database, to see that nothing was added or changed."""

from django.apps import apps
from wagtail.models import Page, Revision


def everything():
    """How many rows each table has, and which revision of each page is the last."""
    counts = {model._meta.label: model.objects.count() for model in apps.get_models() if hasattr(model, "objects")}
    revisions = dict(Page.objects.values_list("pk", "latest_revision_id"))
    contents = dict(Revision.objects.values_list("pk", "created_at"))
    return counts, revisions, contents
