"""The public addresses of measuring. /m itself is answered before the rest of the site, by `BeaconFirst`."""

from django.urls import path

from campagne.measurement import beacon, promise, useful
from campagne.measurement.entrances.coming_in import come_in

urlpatterns = [
    path("wat-we-meten/", promise.what_we_measure, name="what_we_measure"),
    path("privacy/", promise.privacy, name="privacy"),
    path("q/<slug:code>/", come_in, name="entrance"),
    path("m", beacon.beacon, name="beacon"),
    path("nuttig/", useful.answer, name="useful"),
    path("nuttig/<str:signed>/", useful.thanks, name="useful-thanks"),
    path("nuttig/<str:signed>/reden/", useful.reason, name="useful-reason"),
    path("nuttig/<str:signed>/klaar/", useful.thanks, {"is_done": True}, name="useful-done"),
]
