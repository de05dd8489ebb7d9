"""Three addresses that need the database, and one that is broken by itself, for tests of an outage."""

from django.db import connection, transaction
from django.http import HttpResponse
from django.template import engines
from django.template.response import SimpleTemplateResponse
from django.urls import path

handler500 = "campagne.serving.database.outage.server_error_or_outage"


def notes() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM note")
        return cursor.fetchone()[0]


def read(request):
    return HttpResponse(str(notes()))


def write(request):
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("INSERT INTO note VALUES ('bewaard')")
    return HttpResponse("bewaard")


def draw(request):
    return SimpleTemplateResponse(engines["django"].from_string("{{ notes }}"), {"notes": notes})


def fail(request):
    raise ValueError("our own fault")


urlpatterns = [
    path("read/", read),
    path("write/", write),
    path("beheer/draw/", draw),
    path("fail/", fail),
    path("beheer/fail/", fail),
    # Where the gate of the admin would send somebody.
    path("beheer/login/", read, name="account_login"),
]
