"""Somebody who raises an incident and updates it at an exact pace, in a process of the installation.

Run by itself it raises one, says READY, and then updates it for as many seconds as each line that it reads says, and
tells how often that was. Pages are then made by who is asked for them, as after an update on another machine.
"""

import os
import sys
from itertools import count

from campagne.measurement.benchmarks.publishing import READY, publish_for

AREA = "Geleen-Zuid en Neerbeek"
MODULE = "campagne.measurement.benchmarks.incident.editor"


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "campagne.settings")
    import django

    django.setup()
    from django.utils import timezone

    from campagne.incidents.raising import Wanted, update

    incident, officer = raised()
    numbers = count(1)

    def tell_something_newer() -> None:
        number = next(numbers)
        wanted = Wanted(f"{AREA}, bericht {number + 1}", incident.ends_at)
        update(incident.pk, number, wanted, officer, timezone.now())

    print(READY, flush=True)
    for line in sys.stdin:
        print(publish_for(float(line), tell_something_newer), flush=True)


def raised():
    """An incident of the first scenario that lies ready, and who raised it."""
    from datetime import timedelta

    from django.contrib.auth import get_user_model
    from django.utils import timezone

    from campagne.content.models import InstructionPage
    from campagne.incidents.course import Way
    from campagne.incidents.raising import Wanted, confirm, put_ready

    at, officer = timezone.now(), get_user_model().objects.order_by("pk").first()
    page = InstructionPage.objects.live().exclude(scenario="").order_by("path").first()
    if page is None or officer is None:
        raise RuntimeError("found no instruction with a scenario, or nobody to raise it; expected the demo region")
    wanted = Wanted(f"{AREA}, bericht 1", at + timedelta(hours=4))
    ready = put_ready(page, wanted, officer, at, is_exercise=False)
    return confirm(ready.pk, officer, at, Way.OVERRIDE, "meting op een eigen installatie"), officer


if __name__ == "__main__":
    main()
