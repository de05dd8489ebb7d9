"""The public addresses of measuring. /m itself is answered before the rest of the site, by `BeaconFirst`."""

from django.urls import path, register_converter

from campagne.measurement import beacon, promise, useful
from campagne.measurement.entrances.coming_in import come_in
from campagne.measurement.public import views as public
from campagne.measurement.public.months import MonthConverter

register_converter(MonthConverter, "month")

urlpatterns = [
    path("wat-we-meten/", promise.what_we_measure, name="what_we_measure"),
    path("privacy/", promise.privacy, name="privacy"),
    path("cijfers/", public.newest, name="public_figures"),
    path("cijfers/<month:month>/", public.of_month, name="public_month"),
    path("cijfers/<month:month>/cijfers.csv", public.as_csv, name="public_csv"),
    path("cijfers/<month:month>/cijfers.xlsx", public.as_xlsx, name="public_xlsx"),
    path("cijfers/<month:month>/cijfers.json", public.as_json, name="public_json"),
    path("q/<slug:code>/", come_in, name="entrance"),
    path("m", beacon.beacon, name="beacon"),
    path("nuttig/", useful.answer, name="useful"),
    path("nuttig/<str:signed>/", useful.thanks, name="useful-thanks"),
    path("nuttig/<str:signed>/reden/", useful.reason, name="useful-reason"),
    path("nuttig/<str:signed>/klaar/", useful.thanks, {"is_done": True}, name="useful-done"),
]
