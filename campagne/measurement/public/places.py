"""Where the public figures stand: the pages that are made before somebody asks, and that search engines may find."""

from datetime import datetime

from django.urls import reverse

from campagne.measurement.public.published import PublishedMonth


def paths_at(at: datetime) -> list[str]:
    """The newest figures, and each month by itself."""
    months = PublishedMonth.objects.values_list("month", flat=True)
    return [reverse("public_figures"), *(reverse("public_month", args=[month]) for month in months)]
