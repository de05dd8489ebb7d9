"""The door a web server opens; with it starts what a web process does by itself."""

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "campagne.settings")

from django.core.wsgi import get_wsgi_application

application = get_wsgi_application()

from campagne.serving.clock.pulse import start_pulse

start_pulse()
