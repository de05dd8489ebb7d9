"""The door a web server opens; with it, the counting of visits starts in the background."""

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "campagne.settings")

from django.core.wsgi import get_wsgi_application

application = get_wsgi_application()

from campagne.measurement.background import count_in_background

count_in_background()
