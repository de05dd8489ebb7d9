"""The door a web server opens: what screens of a group ask all the time, then stored pages, then the site.

With it starts what a web process does by itself.
"""

import gc
import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "campagne.settings")

from django.core.wsgi import get_wsgi_application

site = get_wsgi_application()

from campagne.guided.live.first import StateFirst
from campagne.serving.clock.pulse import start_pulse
from campagne.serving.intake.bodies import PatientBodies
from campagne.serving.store.running import pages_before

application = StateFirst(pages_before(PatientBodies(site)))
start_pulse()
# What stands now stays: looking through it again for garbage would stop every reader for a twentieth of a second.
gc.collect()
gc.freeze()
