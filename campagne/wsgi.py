"""The door a web server opens: stored pages first, then the site; with it starts what a web process does by itself."""

import gc
import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "campagne.settings")

from django.core.wsgi import get_wsgi_application

site = get_wsgi_application()

from campagne.serving.clock.pulse import start_pulse
from campagne.serving.intake.bodies import PatientBodies
from campagne.serving.store.running import pages_before

application = pages_before(PatientBodies(site))
start_pulse()
# What stands now stays: looking through it again for garbage would stop every reader for a twentieth of a second.
gc.collect()
gc.freeze()
